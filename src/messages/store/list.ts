// What went out lately, what waits, and what failed?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export type Listed = {
  readonly id: Id
  readonly kind: 'code' | 'notice' | 'test'
  readonly state: 'waiting' | 'sent' | 'failed' | 'kept'
  readonly queuedAt: Date
  readonly tries: number
  readonly problem: string | null
  readonly to: string | null
  readonly subject: string | null
  readonly body: string | null
}

const listedMax = 200

/** Words only of messages that a practice council kept; addresses only of those that failed. */
export async function listMessages(tx: Tx, scope: Scope): Promise<readonly Listed[]> {
  const found = await sql<Listed>`
    select m.id, kind, state, queued_at as "queuedAt", tries, problem,
      case when state in ('failed', 'kept') then to_address end as to,
      case when state = 'kept' and c.practice then subject end as subject,
      case when state = 'kept' and c.practice then body end as body
    from messages m join councils c on c.council = m.council
    where m.council = ${scope.council} and ${scope.everywhere}::boolean
    order by queued_at desc, m.id desc limit ${listedMax}`.execute(tx)
  return found.rows
}
