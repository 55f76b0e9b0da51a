// How does a campaign stand for whoever runs it: its rounds, who answers, who would be asked again?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { answersNow } from './answers-now.ts'
import { closingOf } from './close-campaign.ts'
import { findRule } from './find-rule.ts'
import { newcomersOf } from './join-cohort.ts'

export type RunRound = {
  readonly number: number
  readonly startedAt: Date
  readonly reason: string | null
  readonly listed: number
  readonly excused: number
}

export type Run = {
  readonly campaign: Id
  readonly title: string
  /** Who is named; the next is who answers at this moment. */
  readonly answerable: Id
  readonly answerableName: string
  /** Who was named and can no longer answer; nobody was named since. */
  readonly goneName: string | null
  readonly rounds: readonly RunRound[]
  /** Whom the rule names by now, who are not in the last round. */
  readonly newcomers: number
  /** Would be left unreached if it ended now. */
  readonly unreached: number
  readonly startsAt: Date | null
  readonly endsAt: Date | null
  /** Who works it; nobody named is whoever may ring people. */
  readonly users: readonly string[]
  readonly roles: readonly string[]
  readonly places: readonly string[]
  readonly closedAt: Date | null
  readonly closedReason: string | null
}

export async function findRun(
  tx: Tx,
  scope: Scope,
  { campaign, now }: { readonly campaign: Id; readonly now: number },
): Promise<Run | undefined> {
  const found = await sql<Omit<Run, 'rounds' | 'newcomers' | 'unreached'>>`
    select c.id as campaign, coalesce(c.title, '') as title, c.answerable,
      coalesce(o.name, '') as "answerableName",
      case when o.id is distinct from u.id then coalesce(u.name, '') end as "goneName",
      c.starts_at as "startsAt", c.ends_at as "endsAt",
      c.work_roles as roles, array(select coalesce(w.name, '') from users w
        where w.council = c.council and w.id = any (c.work_users) order by 1) as users,
      array(select w.name from places w
        where w.council = c.council and w.id = any (c.work_places) order by 1) as places,
      c.closed_at as "closedAt",
      c.closed_reason as "closedReason"
    from campaigns c left join users u on u.council = c.council and u.id = c.answerable
    left join users o on o.council = c.council and o.id = ${answersNow(new Date(now))}
    where c.council = ${scope.council} and c.id = ${campaign}`.execute(tx)
  const row = found.rows[0]
  if (!row) return undefined
  const rounds = await sql<RunRound>`
    select r.number, r.started_at as "startedAt", r.reason, count(m.id)::int as listed,
      count(m.id) filter (where m.state = 'excused')::int as excused
    from rounds r left join members m on m.council = r.council and m.campaign = r.campaign
      and m.round = r.id
    where r.council = ${scope.council} and r.campaign = ${campaign}
    group by r.id, r.number, r.started_at, r.reason order by r.number`.execute(tx)
  const meant = await findRule(tx, scope.council, campaign)
  const state = meant && (await newcomersOf(tx, meant, { council: scope.council, now }))
  const closing = await closingOf(tx, scope.council, { campaign, now })
  const newcomers = state?.newcomers.length ?? 0
  return { ...row, rounds: rounds.rows, newcomers, unreached: closing?.unreached ?? 0 }
}
