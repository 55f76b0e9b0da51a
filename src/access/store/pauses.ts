// What holds somebody’s grants up, when? A suspension, a quiet period, an unaccepted agreement.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Pause, PauseReason, RoleName } from '../actor.ts'
import { agreementTextVersion } from '../domain/agreement.ts'

type Row = { why: PauseReason; starts: Date | null; ends: Date | null }

/** A suspension holds up all that a person holds; the others only one role. */
const heldUp: Readonly<Partial<Record<PauseReason, RoleName>>> = {
  'pre-election': 'councillor',
  agreement: 'village-group',
}

/** For each role, what holds it up. One statement: it runs whenever somebody is looked up. */
export async function pausesOf(
  tx: Tx,
  council: string,
  user: Id,
): Promise<(role: RoleName) => readonly Pause[]> {
  const found = await sql<Row>`
    select why, starts_at as starts, ends_at as ends from suspensions
      where council = ${council} and user_id = ${user}
    union all select 'pre-election', starts_at, ends_at from quiet_periods
      where council = ${council}
    union all select 'agreement', null, null where not exists (
      select from agreement_acceptances a where a.council = ${council} and a.user_id = ${user}
        and a.text_version = ${agreementTextVersion} and a.version = (
          select max(version) from agreements g where g.council = ${council}))`.execute(tx)
  return role =>
    found.rows
      .filter(({ why }) => heldUp[why] === undefined || heldUp[why] === role)
      .map(({ why, starts, ends }) => ({
        why,
        from: starts?.getTime() ?? 0,
        until: ends?.getTime() ?? null,
      }))
}
