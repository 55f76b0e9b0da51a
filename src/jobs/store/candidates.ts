// Who could do a job, what is known of them for it, and what are they called?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
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
  const [held] = await heldBy(tx, council, [found.id])
  const records = person === null ? [] : await recordsOf(tx, council, person)
  return candidate(found, { records, now, held: held?.held ?? 0 })
}

type More = { readonly records: readonly Id[]; readonly now: number; readonly held: number }

export function candidate(one: Volunteer, { records, now, held }: More): Candidate {
  return {
    volunteer: one.id,
    mayWork: one.restsUntil === null || one.restsUntil.getTime() <= now,
    vetting: one.vetting,
    training: one.training,
    transport: one.transport,
    isKeptAway: one.keptFrom.some(id => records.includes(id)),
    jobsHeld: held,
    jobsMax: one.jobsMax,
  }
}

export type Held = { readonly volunteer: Id; readonly held: number }

export async function heldBy(
  tx: Tx,
  council: string,
  ids: readonly Id[],
): Promise<readonly Held[]> {
  const found = await sql<Held>`select w.volunteer, count(*)::int as held
    from jobs j cross join lateral unnest(array[j.volunteer, j.second]) as w(volunteer)
    where j.council = ${council} and j.state in ('offered', 'claimed', 'under-way')
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
  { job, now }: ForJob,
): Promise<readonly Choice[]> {
  const village = await villageOf(tx, scope.council, job.place)
  if (!village) return []
  const near = await volunteersWithin(tx, scope, { place: village, now })
  const all = await heldBy(
    tx,
    scope.council,
    near.map(({ id }) => id),
  )
  const records = job.person ? await recordsOf(tx, scope.council, job.person) : []
  const heldOf = (id: Id) => all.find(({ volunteer }) => volunteer === id)?.held ?? 0
  return near
    .filter(one => fits(job, candidate(one, { records, now, held: heldOf(one.id) })))
    .toSorted((a, b) => heldOf(a.id) - heldOf(b.id))
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
