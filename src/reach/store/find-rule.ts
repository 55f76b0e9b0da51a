// What does a campaign mean, as it was opened: its rule, its dates, how it is spread?
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Cohort, Spread, Workers } from '../domain/campaign-terms.ts'

export type Meant = Cohort & {
  readonly campaign: Id
  readonly title: string
  readonly purpose: string
  readonly pack: string
  readonly packVersion: number
  readonly round: Id
  readonly answerable: Id
  readonly lastsHours: number | null
  readonly workers: Workers
  readonly startsAt: number | null
  readonly endsAt: number | null
  readonly spread: Spread | null
  readonly isClosed: boolean
}

type Row = {
  id: Id
  title: string | null
  purpose: string | null
  pack: string
  pack_version: number
  member_kind: Cohort['memberKind']
  lists: string[]
  places: string[]
  with_flags: string[]
  without_flags: string[]
  kinds: string[]
  area: Id | null
  age_from: number | null
  age_to: number | null
  not_reached_in: Id | null
  answerable: Id
  lasts_hours: number | null
  work_users: string[]
  work_roles: string[]
  work_places: string[]
  starts_at: Date | null
  ends_at: Date | null
  per_day: number | null
  rest_days: number | null
  closed_at: Date | null
  round: Id
}

const row = sql`select c.*, (select r.id from rounds r where r.council = c.council
    and r.campaign = c.id order by r.number desc limit 1) as round from campaigns c`

/** Locked: two that follow their rule at the same time would both bring somebody in. */
export async function findRule(tx: Tx, council: string, campaign: Id): Promise<Meant | undefined> {
  const found = await sql<Row>`${row}
    where c.council = ${council} and c.id = ${campaign} for update`.execute(tx)
  return found.rows.map(meant)[0]
}

type Which = { readonly area: Id } | { readonly list: string } | 'all'

/** Of those under way, the ones that follow this area or this list. */
export async function rulesThatFollow(
  tx: Tx,
  council: string,
  which: Which,
): Promise<readonly Meant[]> {
  const follows =
    which === 'all'
      ? sql`true`
      : 'area' in which
        ? sql`c.area = ${which.area}`
        : sql`c.member_kind = 'person' and ${which.list} = any (c.lists)`
  const found = await sql<Row>`${row}
    where c.council = ${council} and c.closed_at is null and ${follows}
    order by c.opened_at, c.id for update`.execute(tx)
  return found.rows.map(meant)
}

function meant(found: Row): Meant {
  const { area, age_from: ageFrom, age_to: ageTo, not_reached_in: notReachedIn } = found
  const { per_day: perDay, rest_days: restDays } = found
  return {
    campaign: found.id,
    title: found.title ?? '',
    purpose: found.purpose ?? '',
    pack: found.pack,
    packVersion: found.pack_version,
    round: found.round,
    memberKind: found.member_kind,
    answerable: found.answerable,
    lastsHours: found.lasts_hours,
    rule: {
      lists: found.lists,
      places: found.places,
      withFlags: found.with_flags,
      withoutFlags: found.without_flags,
      kinds: found.kinds,
      ...(area === null ? {} : { area }),
      ...(ageFrom === null ? {} : { ageFrom }),
      ...(ageTo === null ? {} : { ageTo }),
      ...(notReachedIn === null ? {} : { notReachedIn }),
    },
    workers: { users: found.work_users, roles: found.work_roles, places: found.work_places },
    startsAt: found.starts_at?.getTime() ?? null,
    endsAt: found.ends_at?.getTime() ?? null,
    spread: perDay === null ? null : { perDay, restDays: restDays ?? 0 },
    isClosed: found.closed_at !== null,
  }
}
