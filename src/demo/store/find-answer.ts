// Was this step of the demo done before, and what did it answer?
import { sql } from 'kysely'
import { systemId } from '../../access/index.ts'
import type { Answer } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Node } from '../../node.ts'

export async function findAnswer(node: Node, council: string, id: Id): Promise<Answer | undefined> {
  return node.store.transaction({ council, actor: systemId }, async tx => {
    const found = await sql<{ answer: Answer }>`select answer from commands
      where council = ${council} and id = ${id}`.execute(tx)
    return found.rows[0]?.answer
  })
}

/** How far the council's log has come: 0 when nothing was ever recorded. */
export async function lastSeq(node: Node, council: string): Promise<number> {
  return node.store.transaction({ council, actor: systemId }, async tx => {
    const found = await sql<{ seq: number }>`select seq from council_logs
      where council = ${council}`.execute(tx)
    return found.rows[0]?.seq ?? 0
  })
}
