// Who was added before their words were kept in one line, or the keys by which lists find them?
import { sql } from 'kysely'
import { systemId } from '../../access/index.ts'
import { listCouncils, type Task } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'
import { fillLines } from './write-words.ts'

const peoplePerTurn = 500

/** After an update, once; from then on there is nothing to do. */
export const fillWords: Task = {
  name: 'people.fill-words',
  everyMs: 60 * 60 * 1000,
  async run(node) {
    for (const { id } of await listCouncils(node)) while (await fillSome(node, id));
  },
}

/** Gives how many were filled. Rows that somebody else is changing wait for the next turn. */
export function fillSome(node: Node, council: string): Promise<number> {
  return node.store.transaction({ council, actor: systemId }, async tx => {
    const people = await withoutWords(tx, council)
    await fillLines(tx, council, people)
    return people.length
  })
}

async function withoutWords(tx: Tx, council: string): Promise<readonly Id[]> {
  const found = await sql<{ id: Id }>`select id from people
    where council = ${council} and (words is null or match_keys is null)
    order by id limit ${peoplePerTurn} for update skip locked`.execute(tx)
  return found.rows.map(({ id }) => id)
}
