// Whom does an answer concern? Everybody who told of it, and who is joined to it since.
import { sql } from 'kysely'
import { dayMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export type Untold = { readonly root: Id; readonly answers: number; readonly user: Id }

/** What was answered or joined in the last day: older news is none. */
export async function untoldOf(tx: Tx, council: string, now: number): Promise<readonly Untold[]> {
  const found = await sql<Untold>`select distinct r.id as root, r.answers, e.told_by as user
    from problems r join problems e on e.council = r.council and e.root = r.id
    where r.council = ${council} and r.answered_at is not null
      and greatest(r.answered_at, e.joined_at) > ${new Date(now - dayMs)}
      and e.told_by <> r.answered_by
    order by r.id, e.told_by`.execute(tx)
  return found.rows
}
