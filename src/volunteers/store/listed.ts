// Who helps in which village, and who of them rests? Whoever asks names their scope.
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Availability } from '../domain/availability.ts'
import type { StandDownReason, Transport, Vetting } from '../domain/terms.ts'
import { hasCheckRunningOut, vettingAt } from './checks.ts'
import { availability, isStoodDown, rests } from './may-work.ts'

export type ListedVolunteer = {
  readonly id: Id
  readonly name: string
  readonly phone: string
  readonly village: string
  readonly vetting: Vetting
  readonly languages: readonly string[]
  readonly transport: readonly Transport[]
  readonly jobsMax: number
  readonly restsUntil: Date | null
  readonly skills: readonly string[]
  readonly streets: readonly Id[]
  readonly jobsAWeek: number | null
  readonly availability: Availability
  readonly isStoodDown: boolean
  readonly stoodDownAt: Date | null
  readonly stoodDownUntil: Date | null
  readonly stoodDownWhy: StandDownReason | null
  readonly stoodDownBy: string
}

export const shows = ['all', 'ready', 'resting', 'stood-down', 'check-runs-out'] as const
export type Show = (typeof shows)[number]

export type Asked = {
  readonly now: number
  readonly show: Show
  readonly village?: Id | undefined
}

export const listedMax = 200

const row = (now: number) => sql`v.id, coalesce(v.name, '') as name, coalesce(v.phone, '') as phone,
  coalesce(w.name, s.name) as village, ${vettingAt(now)} as vetting, v.languages, v.transport,
  v.jobs_max as "jobsMax", v.rests_until as "restsUntil", v.skills, v.streets,
  v.jobs_a_week as "jobsAWeek", ${availability} as availability,
  ${isStoodDown(now)} as "isStoodDown", v.stood_down_at as "stoodDownAt",
  v.stood_down_until as "stoodDownUntil", v.stood_down_why as "stoodDownWhy",
  coalesce((select u.name from users u
    where u.council = v.council and u.id = v.stood_down_by), '') as "stoodDownBy"`

const joins = sql`join places s on s.council = v.council and s.id = v.place
  left join places w on w.council = s.council and w.id = any (s.path) and w.kind = 'village'`

const isReady = (now: number) => sql<boolean>`not ${rests(now)} and not ${isStoodDown(now)}`

function isAsked(scope: Scope, { now, show, village }: Asked): RawBuilder<boolean> {
  const shown = {
    all: sql`true`,
    ready: isReady(now),
    resting: rests(now),
    'stood-down': isStoodDown(now),
    'check-runs-out': hasCheckRunningOut(now),
  }[show]
  return sql<boolean>`v.council = ${scope.council} and v.erased_at is null
    and ${inScope(scope, 'v.place')} and ${shown}
    and ${village === undefined ? sql`true` : sql`s.path @> array[${village}::uuid]`}`
}

export async function volunteersOf(
  tx: Tx,
  scope: Scope,
  asked: Asked,
): Promise<{ readonly total: number; readonly rows: readonly ListedVolunteer[] }> {
  const found = await sql<ListedVolunteer & { total: number }>`
    select ${row(asked.now)}, count(*) over ()::int as total from volunteers v ${joins}
    where ${isAsked(scope, asked)}
    order by village, name, v.id limit ${listedMax}`.execute(tx)
  return { total: found.rows[0]?.total ?? 0, rows: found.rows }
}

export async function volunteerSeen(
  tx: Tx,
  scope: Scope,
  { volunteer, now }: { readonly volunteer: Id; readonly now: number },
): Promise<ListedVolunteer | undefined> {
  const found = await sql<ListedVolunteer>`select ${row(now)} from volunteers v ${joins}
    where v.council = ${scope.council} and v.id = ${volunteer} and v.erased_at is null
      and ${inScope(scope, 'v.place')}`.execute(tx)
  return found.rows[0]
}

export type VillageSupply = {
  readonly village: Id
  readonly name: string
  readonly ready: number
  readonly resting: number
  readonly isRecruiting: boolean
}

/** Every village that the asker may see, also where nobody helps yet. */
export async function supplyByVillage(
  tx: Tx,
  scope: Scope,
  now: number,
): Promise<readonly VillageSupply[]> {
  const found = await sql<VillageSupply>`
    select w.id as village, w.name,
      count(v.id) filter (where ${isReady(now)})::int as ready,
      count(v.id) filter (where not (${isReady(now)}))::int as resting,
      coalesce(bool_and(r.is_on), true) as "isRecruiting"
    from places w
    left join recruiting r on r.council = w.council and r.village = w.id
    left join places s on s.council = w.council and s.path @> array[w.id]
    left join volunteers v on v.council = s.council and v.place = s.id
      and v.erased_at is null
    where w.council = ${scope.council} and w.kind = 'village' and ${inScope(scope, 'w.id')}
    group by w.id, w.name order by w.name`.execute(tx)
  return found.rows
}

export type VillageChoice = { readonly id: Id; readonly name: string }

export async function villageChoices(tx: Tx, scope: Scope): Promise<readonly VillageChoice[]> {
  const found = await sql<VillageChoice>`select w.id, w.name from places w
    where w.council = ${scope.council} and w.kind = 'village' and ${inScope(scope, 'w.id')}
    order by w.name`.execute(tx)
  return found.rows
}

export type StreetChoice = { readonly id: Id; readonly name: string }
const streetsMax = 200

/** Those of the village of a volunteer. */
export async function streetChoices(tx: Tx, scope: Scope, volunteer: Id) {
  const found = await sql<StreetChoice>`select t.id, t.name from volunteers v
    join places s on s.council = v.council and s.id = v.place
    join places w on w.council = s.council and w.id = any (s.path) and w.kind = 'village'
    join places t on t.council = w.council and t.kind = 'street' and t.path @> array[w.id]
    where v.council = ${scope.council} and v.id = ${volunteer} and ${inScope(scope, 'v.place')}
    order by t.name, t.id limit ${streetsMax}`.execute(tx)
  return found.rows
}
