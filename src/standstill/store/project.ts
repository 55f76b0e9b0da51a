// Event in, rows changed: where all stands still, who knows, who is home.
import { sql } from 'kysely'
import type { Apply } from '../../events/index.ts'
import type { allStopped, safeHomeSaid, stopAcknowledged, stopLifted } from '../domain/events.ts'

export const project: Readonly<Record<string, Apply>> = {
  async 'standstill.AllStopped'(tx, events: readonly (typeof allStopped.recorded)[]) {
    for (const { council, body, words, actor, recordedAt } of events) {
      const { standstill, within } = body
      await sql`insert into standstills (council, id, within, stopped_at, stopped_by, reason)
        values (${council}, ${standstill}, ${within}, ${recordedAt}, ${actor},
          ${words?.reason ?? null})`.execute(tx)
      await sql`insert into standstill_told (council, standstill, user_id)
        select ${council}, ${standstill}, unnest(${body.told}::uuid[])`.execute(tx)
      const users = body.out.map(one => one.user)
      const why = body.out.map(one => one.why)
      await sql`insert into standstill_out (council, standstill, user_id, why)
        select ${council}, ${standstill}, o.who, o.why
        from unnest(${users}::uuid[], ${why}::text[]) o (who, why)`.execute(tx)
    }
  },
  async 'standstill.StopAcknowledged'(tx, events: readonly (typeof stopAcknowledged.recorded)[]) {
    for (const { council, body, actor, recordedAt } of events) {
      await sql`update standstill_told
        set acknowledged_at = coalesce(acknowledged_at, ${recordedAt})
        where council = ${council} and standstill = ${body.standstill}
          and user_id = ${actor}`.execute(tx)
    }
  },
  async 'standstill.SafeHomeSaid'(tx, events: readonly (typeof safeHomeSaid.recorded)[]) {
    for (const { council, body, words, actor, recordedAt } of events) {
      const mine = sql`council = ${council} and standstill = ${body.standstill}
        and user_id = ${body.user}`
      await sql`update standstill_out set safe_at = ${recordedAt}, safe_by = ${actor},
        said_by = ${words?.saidBy ?? null} where ${mine}`.execute(tx)
      // Who says that they are home knows.
      if (actor !== body.user) continue
      await sql`update standstill_told
        set acknowledged_at = coalesce(acknowledged_at, ${recordedAt})
        where ${mine}`.execute(tx)
    }
  },
  async 'standstill.StopLifted'(tx, events: readonly (typeof stopLifted.recorded)[]) {
    for (const { council, body, words, actor, recordedAt } of events) {
      await sql`update standstills set lifted_at = ${recordedAt}, lifted_by = ${actor},
        lift_reason = ${words?.reason ?? null}
        where council = ${council} and id = ${body.standstill}`.execute(tx)
    }
  },
}
