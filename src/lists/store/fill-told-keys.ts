// Which entries were loaded before they had keys of their own? Written once after an update.
import { sql } from 'kysely'
import { systemId } from '../../access/index.ts'
import { listCouncils, type Task } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Node } from '../../node.ts'
import { retellKeys } from './told-keys.ts'

const entriesPerTurn = 500

export const fillToldKeys: Task = {
  name: 'lists.fill-told-keys',
  everyMs: 60 * 60 * 1000,
  async run(node) {
    for (const { id } of await listCouncils(node)) while (await fillSome(node, id));
  },
}

/** Those about somebody whose own keys are not written yet wait for them. */
export function fillSome(node: Node, council: string): Promise<number> {
  return node.store.transaction({ council, actor: systemId }, async tx => {
    const found = await sql<{ id: Id }>`select e.id from list_entries e
      where e.council = ${council} and e.told_keys is null and not exists (select from people p
        where p.council = ${council} and p.id = e.person and p.match_keys is null)
      order by e.id limit ${entriesPerTurn} for update skip locked`.execute(tx)
    const entries = found.rows.map(({ id }) => id)
    await retellKeys(tx, council, entries)
    return entries.length
  })
}
