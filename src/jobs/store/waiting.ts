// Which claims ran out, and which jobs ended in the last day? Older news is none.
import { sql } from 'kysely'
import { dayMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

const atOnceMax = 500

export type Expired = { readonly job: Id; readonly claim: Id }

export async function expiredClaims(
  tx: Tx,
  council: string,
  now: number,
): Promise<readonly Expired[]> {
  const found = await sql<Expired>`select id as job, claim from jobs
    where council = ${council} and state in ('offered', 'claimed')
      and claim_until <= ${new Date(now)}
    order by claim_until, id limit ${atOnceMax}`.execute(tx)
  return found.rows
}

export type Ended = { readonly job: Id; readonly user: Id; readonly isDone: boolean }

/** Whoever ended it themselves knows. */
export async function endedLately(tx: Tx, council: string, now: number): Promise<readonly Ended[]> {
  const found = await sql<Ended>`select id as job, offered_by as user, state = 'done' as "isDone"
    from jobs where council = ${council} and state in ('done', 'failed')
      and ended_at > ${new Date(now - dayMs)} and ended_by <> offered_by
    order by ended_at limit ${atOnceMax}`.execute(tx)
  return found.rows
}
