// Which files as received have been kept as long as they may be? Their bytes go, and that they
// went is recorded.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { systemActor } from '../../access/index.ts'
import { actInBulk, listCouncils, type Task } from '../../events/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import { type Id, idFrom } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Node } from '../../node.ts'
import { fileDestroyed } from '../domain/events.ts'

export const destroyFiles: Task = {
  name: 'lists.destroy-files',
  everyMs: dayMs,
  async run(node) {
    for (const { id } of await listCouncils(node)) await destroyFilesOf(node, id)
  },
}

/** Gives how many were destroyed. */
export async function destroyFilesOf(node: Node, council: string): Promise<number> {
  const due = await dueFiles(node, council)
  for (const file of due) await destroyFile(node, council, file)
  return due.length
}

type DueFile = { id: Id; list: string; bytes: number; version: Id | null }

const filesPerRun = 500

async function dueFiles(node: Node, council: string): Promise<readonly DueFile[]> {
  const who = { council, actor: systemActor(council).id }
  const found = await node.store.transaction(who, tx =>
    sql<DueFile>`
      select f.id, f.list, f.bytes, v.id as version from list_files f
      left join list_versions v on v.council = f.council and v.file = f.id
      where f.council = ${council} and f.kept_until <= ${new Date(node.clock.now())}
        and f.state not in ('thrown-away', 'destroyed')
      order by f.kept_until limit ${filesPerRun}`.execute(tx),
  )
  return found.rows
}

/** Once per file, whichever server comes to it first. */
async function destroyFile(node: Node, council: string, file: DueFile): Promise<void> {
  const { id, list, bytes, version } = file
  const done = await actInBulk(node, systemActor(council), {
    id: idFrom('destroy-file', council, id),
    name: 'lists.destroy-file',
    contentHash: createHash('sha256').update(id).digest(),
    async work(tx, append) {
      const mine = sql`council = ${council} and file = ${id}`
      await sql`delete from list_file_parts where ${mine}`.execute(tx)
      await sql`delete from staged_rows where ${mine}`.execute(tx)
      await sql`update list_files set state = 'destroyed', name = '', reading = null
        where council = ${council} and id = ${id}`.execute(tx)
      await append([fileDestroyed({ subjects: [], body: { file: id, list, bytes, version } })])
      return {}
    },
  })
  if (isRefusal(done)) throw new Error(`Broken: a file was not destroyed: ${done.refused}`)
}
