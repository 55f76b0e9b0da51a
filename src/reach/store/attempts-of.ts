// Everything that was tried with one person, and what comes next for them.
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { answersNow } from './answers-now.ts'
import { stepNow } from './step-now.ts'

export type AttemptOf = {
  readonly at: Date
  readonly channel: string
  readonly outcome: string
  readonly by: string
  readonly note: string | null
}

const attemptsMax = 200

/** Newest first; several records may stand for one person. */
export async function attemptsOf(
  tx: Tx,
  scope: Scope,
  records: readonly Id[],
): Promise<readonly AttemptOf[]> {
  const found = await sql<AttemptOf>`
    select a.happened_at as at, a.channel, a.outcome, coalesce(u.name, '') as by, a.note
    from attempts a
    join members m on m.council = a.council and m.id = a.member
    left join users u on u.council = a.council and u.id = a.by_user
    where a.council = ${scope.council} and a.subject = any (${[...records]}::uuid[])
      and a.outcome <> 'skipped' and ${inScope(scope, 'm.place', 'm.subject')}
    order by a.happened_at desc, a.id desc limit ${attemptsMax}`.execute(tx)
  return found.rows
}

export type NextOf = {
  readonly member: Id
  readonly campaign: string
  readonly state: string
  readonly step: string
  readonly at: Date | null
  /** Who answers for the campaign at this moment; null where nobody runs any. */
  readonly answerable: string | null
}

/** Where they stand in the newest round of each campaign, and what is next as phones work now. */
export async function nextOf(
  tx: Tx,
  scope: Scope,
  { records, now }: { readonly records: readonly Id[]; readonly now: number },
): Promise<readonly NextOf[]> {
  const found = await sql<NextOf>`
    select m.id as member, coalesce(c.title, '') as campaign, m.state,
      ${stepNow(scope, new Date(now))} as step, m.next_at as at, u.name as answerable
    from members m
    join campaigns c on c.council = m.council and c.id = m.campaign
    join rounds r on r.council = m.council and r.id = m.round
    left join users u on u.council = c.council and u.id = ${answersNow(new Date(now))}
    where m.council = ${scope.council} and m.subject = any (${[...records]}::uuid[])
      and r.number = (select max(x.number) from rounds x
        where x.council = r.council and x.campaign = r.campaign)
      and ${inScope(scope, 'm.place', 'm.subject')}
    order by m.next_at nulls last, m.id`.execute(tx)
  return found.rows
}

/** When each of these people was last tried, whatever came of it. */
export async function lastTries(
  tx: Tx,
  scope: Scope,
  people: readonly Id[],
): Promise<ReadonlyMap<Id, Date>> {
  const found = await sql<{ person: Id; at: Date | null }>`
    select p.root as person, max(last.at) as at
    from people p
    cross join lateral (
      select a.happened_at as at from attempts a
      join members m on m.council = a.council and m.id = a.member
      where a.council = p.council and a.subject = p.id and a.outcome <> 'skipped'
        and ${inScope(scope, 'm.place')}
      order by a.happened_at desc limit 1) last
    where p.council = ${scope.council} and p.root = any (${[...people]}::uuid[])
    group by p.root`.execute(tx)
  return new Map(found.rows.flatMap(({ person, at }) => (at ? [[person, at] as const] : [])))
}
