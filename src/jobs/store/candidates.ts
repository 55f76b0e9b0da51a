// Who could do a job, what is known of them for it, and what are they called?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import {
  findVolunteer,
  volunteerNames as namesByIds,
  type Volunteer,
  volunteerOfUser,
  volunteersWithin,
} from '../../volunteers/index.ts'
import { type Candidate, fits } from '../domain/claim-job.ts'
import { whenOf } from '../domain/held.ts'
import type { Vetting } from '../domain/terms.ts'

type OfUser = { readonly council: string; readonly user: Id; readonly now: number }

/** The volunteer whom this user signs in as. */
export async function volunteerOf(tx: Tx, { council, ...who }: OfUser): Promise<Id | null> {
  return (await volunteerOfUser(tx, council, who))?.id ?? null
}

type Asked = {
  readonly council: string
  readonly volunteer: Id
  readonly person: Id | null
  readonly now: number
}

export async function candidateOf(tx: Tx, asked: Asked): Promise<Candidate | undefined> {
  const { council, person, now } = asked
  const found = await findVolunteer(tx, council, asked)
  if (!found) return undefined
  const [held] = await heldBy(tx, council, { ids: [found.id], now })
  const records = person === null ? [] : await recordsOf(tx, council, person)
  return candidate(found, { records, now, held })
}

type More = {
  readonly records: readonly Id[]
  readonly now: number
  readonly held: Held | undefined
}

export function candidate(one: Volunteer, { records, now, held }: More): Candidate {
  return {
    volunteer: one.id,
    mayWork: !one.isStoodDown && (one.restsUntil === null || one.restsUntil.getTime() <= now),
    vetting: one.vetting,
    training: one.training,
    transport: one.transport,
    isKeptAway: one.keptFrom.some(id => records.includes(id)),
    jobsHeld: held?.held ?? 0,
    jobsMax: one.jobsMax,
    jobsThisWeek: held?.thisWeek ?? 0,
    jobsAWeek: one.jobsAWeek,
    availability: one.availability,
  }
}

export type Held = { readonly volunteer: Id; readonly held: number; readonly thisWeek: number }
type OfThese = { readonly ids: readonly Id[]; readonly now: number }

const isHeld = sql`j.state in ('offered', 'claimed', 'under-way')`

/** What each holds now, and what they said yes to in seven days and did not give back. */
export async function heldBy(
  tx: Tx,
  council: string,
  { ids, now }: OfThese,
): Promise<readonly Held[]> {
  const isOfWeek = sql`j.claimed_at > ${new Date(now - 7 * dayMs)}`
  const found = await sql<Held>`select w.volunteer, count(*) filter (where ${isHeld})::int as held,
      count(*) filter (where ${isOfWeek})::int as "thisWeek"
    from jobs j cross join lateral unnest(array[j.volunteer, j.second]) as w(volunteer)
    where j.council = ${council} and (${isHeld} or ${isOfWeek})
      and w.volunteer = any (${[...ids]}::uuid[]) group by w.volunteer`.execute(tx)
  return found.rows
}

/** Every record of the same person, and of whoever lives behind the same door. */
async function recordsOf(tx: Tx, council: string, person: Id): Promise<readonly Id[]> {
  const found = await sql<{ id: Id }>`select q.id from people p
    join people q on q.council = p.council
      and (q.root = p.root or q.dwelling = p.dwelling or q.household = p.household)
    where p.council = ${council} and p.id = ${person}`.execute(tx)
  return found.rows.map(({ id }) => id)
}

type ForJob = {
  readonly job: {
    readonly kind: string
    readonly vetting: Vetting
    readonly startAt: Date | null
    readonly dueAt: Date
    readonly person: Id | null
    readonly place: Id | null
  }
  readonly now: number
}

export type Choice = { readonly id: Id; readonly name: string }

/** Those of the job's village who may do it, those with fewest jobs first. */
export async function choicesFor(
  tx: Tx,
  scope: Scope,
  { job: asked, now }: ForJob,
): Promise<readonly Choice[]> {
  const job = { ...asked, when: whenOf(asked, now) }
  const village = await villageOf(tx, scope.council, job.place)
  if (!village) return []
  const near = await volunteersWithin(tx, scope, { place: village, now })
  const all = await heldBy(tx, scope.council, { ids: near.map(({ id }) => id), now })
  const records = job.person ? await recordsOf(tx, scope.council, job.person) : []
  const heldOf = new Map(all.map(one => [one.volunteer, one]))
  const countOf = (id: Id) => heldOf.get(id)?.held ?? 0
  return near
    .filter(one => fits(job, candidate(one, { records, now, held: heldOf.get(one.id) })))
    .toSorted((a, b) => countOf(a.id) - countOf(b.id))
    .map(({ id, name }) => ({ id, name }))
}

export async function villageOf(
  tx: Tx,
  council: string,
  place: Id | null,
): Promise<Id | undefined> {
  const found = await sql<{ id: Id }>`select v.id from places s
    join places v on v.council = s.council and v.id = any (s.path) and v.kind = 'village'
    where s.council = ${council} and s.id = ${place}`.execute(tx)
  return found.rows[0]?.id
}

type Beside = { readonly volunteer: Id | null; readonly second: Id | null }

export function volunteerNames(
  tx: Tx,
  council: string,
  rows: readonly Beside[],
): Promise<ReadonlyMap<Id, string>> {
  const ids = rows.flatMap(({ volunteer, second }) => [volunteer ?? [], second ?? []].flat())
  return namesByIds(tx, council, [...new Set(ids)])
}
