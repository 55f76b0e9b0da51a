// An attempt turns out to have been with somebody else, or nobody knows with whom: both members are
// counted anew, from the attempts that each has now.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { attemptAscribed } from '../domain/events.ts'
import { deriveStandings, wavesOfPeople } from './derive-standings.ts'

export async function projectAscribed(
  tx: Tx,
  events: readonly (typeof attemptAscribed.recorded)[],
): Promise<void> {
  for (const { council, body, seq, subjects, recordedAt } of events) {
    await sql`update attempts a set member = m.id, subject = m.subject,
        is_doubted = ${body.isDoubted}, told_of = coalesce(a.told_of, a.subject)
      from members m
      where a.council = ${council} and a.id = ${body.attempt}
        and m.council = ${council} and m.id = ${body.member}`.execute(tx)
    await countAnew(tx, council, { members: [body.before, body.member], seq })
    const touches = [...new Set(subjects)].map(subject => ({ subject, seq, recordedAt }))
    for (const wave of await wavesOfPeople(tx, council, touches)) {
      await deriveStandings(tx, council, wave)
    }
  }
}

type Counting = { readonly members: readonly Id[]; readonly seq: number }

/** The same sums that `project-attempts.ts` keeps as attempts come in. */
async function countAnew(tx: Tx, council: string, { members, seq }: Counting): Promise<void> {
  await sql`with made as (
      select a.member, a.seq, a.is_attempt, a.needs, a.happened_at, a.is_doubted,
        coalesce((e.body ->> 'asked')::boolean, false) as asked, e.body ->> 'state' as state
      from attempts a join events e on e.council = a.council and e.seq = a.seq
      where a.council = ${council} and a.member = any (${[...members]}::uuid[])
        and a.seq <= ${seq}
    )
    update members m set
      attempts = (select count(*) from made where member = m.id and is_attempt),
      asked = exists (select from made where member = m.id and asked),
      needs = coalesce((select sum(needs) from made where member = m.id), 0),
      first_tried_at = (select min(happened_at) from made where member = m.id and is_attempt),
      last_tried_at = (select max(happened_at) from made where member = m.id and is_attempt),
      reached_at = (select happened_at from made
        where member = m.id and state = 'reached' and not is_doubted order by seq limit 1)
    where m.council = ${council} and m.id = any (${[...members]}::uuid[])`.execute(tx)
}
