// Where are more volunteers looked for? Everywhere, until somebody says that there are enough.
import { sql } from 'kysely'
import type { Apply, Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { recruitingSet } from '../domain/events.ts'
import type { Recruiting, SetRecruiting } from '../domain/set-recruiting.ts'

/** For whoever offers help, before they are asked for anything. */
export async function isRecruiting(tx: Tx, council: string, village: Id): Promise<boolean> {
  const found = await sql<{ isOn: boolean }>`select is_on as "isOn" from recruiting
    where council = ${council} and village = ${village}`.execute(tx)
  return found.rows[0]?.isOn ?? true
}

/** The village itself is locked: two who press at once decide one after the other. */
export const loadRecruiting: Load<SetRecruiting, Recruiting> = async (tx, input, { actor }) => {
  const { council } = actor
  const { village } = input
  const found = await sql`select 1 from places
    where council = ${council} and id = ${village} and kind = 'village' for share`.execute(tx)
  if (found.rows.length === 0) return refuse('not-found')
  const isOn = await isRecruiting(tx, council, village)
  return { state: { village, isOn }, place: village }
}

export const projectRecruiting: Readonly<Record<string, Apply>> = {
  async 'volunteers.RecruitingSet'(tx, events: readonly (typeof recruitingSet.recorded)[]) {
    for (const { council, body, recordedAt, actor } of events) {
      await sql`insert into recruiting (council, village, is_on, set_at, set_by)
        values (${council}, ${body.village}, ${body.isOn}, ${recordedAt}, ${actor})
        on conflict (council, village) do update set is_on = excluded.is_on,
          set_at = excluded.set_at, set_by = excluded.set_by`.execute(tx)
    }
  },
}
