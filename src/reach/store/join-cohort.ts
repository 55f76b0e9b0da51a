// Who is named by a campaign's rule by now and not in its last round, and who is no longer meant?
import { sql } from 'kysely'
import { findArea, type Inside } from '../../areas/index.ts'
import type { Load } from '../../events/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { JoinCohort, NewcomersState } from '../domain/join-cohort.ts'
import { cohortOf, insideArea, lastReached } from './cohort.ts'
import { findRule, type Meant } from './find-rule.ts'
import { type AreaVersionRef, turnedOf } from './turned-members.ts'

export const loadNewcomers: Load<JoinCohort, NewcomersState> = async (tx, input, context) => {
  const { actor, now } = context
  const meant = await findRule(tx, actor.council, input.campaign)
  if (!meant) return refuse('not-found')
  return { state: await newcomersOf(tx, meant, { council: actor.council, now }), place: null }
}

export type NewcomersAsk = {
  readonly council: string
  readonly now: number
  /** A version of the area that is about to be. */
  readonly area?: AreaVersionRef & { readonly inside: Inside }
}

export async function newcomersOf(
  tx: Tx,
  meant: Meant,
  ask: NewcomersAsk,
): Promise<NewcomersState> {
  const { council, now } = ask
  const { pack, packVersion, round, rule, isClosed, startsAt, spread } = meant
  const inside = ask.area?.inside ?? (await insideArea(tx, council, rule))
  const area = ask.area ?? (rule.area ? await areaNow(tx, council, rule.area) : undefined)
  const cohort = await cohortOf(tx, meant, { council, now, inside })
  const known = await knownIn(tx, council, round)
  const newcomers = cohort.filter(one => !known.has(one.subject))
  const subjects = spread ? newcomers.map(one => one.subject) : []
  return {
    ...{ pack, packVersion, round, isClosed, newcomers, startsAt, spread },
    turned: await turnedOf(tx, council, { meant, inside, area }),
    reachedAt: await lastReached(tx, council, subjects),
    taken: spread
      ? await takenDays(tx, council, { round, from: Math.max(now, startsAt ?? 0) })
      : none,
  }
}

const none: ReadonlyMap<number, number> = new Map()

async function areaNow(tx: Tx, council: string, area: Id): Promise<AreaVersionRef | undefined> {
  const found = await findArea(tx, council, area)
  return found && { version: found.id, number: found.number }
}

/** Subjects of the round, and for people whoever they are now. */
async function knownIn(tx: Tx, council: string, round: Id): Promise<ReadonlySet<Id>> {
  const found = await sql<{ subject: Id }>`
    select m.subject from members m where m.council = ${council} and m.round = ${round}
    union select p.root from members m join people p on p.council = m.council and p.id = m.subject
    where m.council = ${council} and m.round = ${round}`.execute(tx)
  return new Set(found.rows.map(one => one.subject))
}

type Days = { readonly round: Id; readonly from: number }

async function takenDays(tx: Tx, council: string, { round, from }: Days) {
  const found = await sql<{ at: Date; n: number }>`select next_at as at, count(*)::int as n
    from members where council = ${council} and round = ${round} and state = 'untried'
      and next_at >= ${new Date(from)} group by next_at`.execute(tx)
  const days = new Map<number, number>()
  for (const { at, n } of found.rows) {
    const day = Math.floor((at.getTime() - from) / dayMs)
    days.set(day, (days.get(day) ?? 0) + n)
  }
  return days
}
