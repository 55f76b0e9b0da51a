// Who is a volunteer, what can they do, and who of them lives near?
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Availability } from '../domain/availability.ts'
import type { Transport, Vetting } from '../domain/terms.ts'
import { trainingAt, vettingAt } from './checks.ts'
import { availability, isStoodDown } from './may-work.ts'

export type Volunteer = {
  readonly id: Id
  readonly name: string
  /** Where they are at home: nothing finer than a village or a zone is asked. */
  readonly place: Id
  readonly user: Id | null
  readonly vetting: Vetting
  readonly training: readonly string[]
  readonly skills: readonly string[]
  readonly languages: readonly string[]
  readonly transport: readonly Transport[]
  readonly jobsMax: number
  /** Null: as many as they like. */
  readonly jobsAWeek: number | null
  readonly keptFrom: readonly Id[]
  /** Where they like to go. */
  readonly streets: readonly Id[]
  readonly restsUntil: Date | null
  readonly isStoodDown: boolean
  readonly availability: Availability
}

const row = (now: number) => sql`v.id, coalesce(v.name, '') as name, v.place, v.user_id as user,
  ${vettingAt(now)} as vetting, ${trainingAt(now)} as training, v.skills, v.languages,
  v.transport, v.jobs_max as "jobsMax", v.jobs_a_week as "jobsAWeek", v.kept_from as "keptFrom",
  v.streets, v.rests_until as "restsUntil", ${isStoodDown(now)} as "isStoodDown",
  ${availability} as availability`

/** For decisions, which ask their own permission. */
export function findVolunteer(
  tx: Tx,
  council: string,
  { volunteer, now }: { readonly volunteer: Id; readonly now: number },
): Promise<Volunteer | undefined> {
  return oneOf(tx, { council, now }, sql`v.id = ${volunteer}`)
}

export function volunteerOfUser(
  tx: Tx,
  council: string,
  { user, now }: { readonly user: Id; readonly now: number },
): Promise<Volunteer | undefined> {
  return oneOf(tx, { council, now }, sql`v.user_id = ${user}`)
}

type At = { readonly council: string; readonly now: number }

async function oneOf(tx: Tx, { council, now }: At, is: RawBuilder<unknown>) {
  const found = await sql<Volunteer>`select ${row(now)} from volunteers v
    where v.council = ${council} and v.erased_at is null and ${is}`.execute(tx)
  return found.rows[0]
}

const volunteersMax = 500

/** Those at home in a place, or anywhere within it. */
export async function volunteersWithin(
  tx: Tx,
  scope: Scope,
  { place, now }: { readonly place: Id; readonly now: number },
): Promise<readonly Volunteer[]> {
  const found = await sql<Volunteer>`select ${row(now)} from volunteers v
    join places p on p.council = v.council and p.id = v.place
    where v.council = ${scope.council} and v.erased_at is null and ${inScope(scope, 'v.place')}
      and p.path @> array[${place}::uuid]
    order by v.name, v.id limit ${volunteersMax}`.execute(tx)
  return found.rows
}

/** Names for whoever may read what they are beside. */
export async function volunteerNames(
  tx: Tx,
  council: string,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map()
  const found = await sql<{ id: Id; name: string }>`select id, coalesce(name, '') as name
    from volunteers where council = ${council} and id = any (${[...ids]}::uuid[])`.execute(tx)
  return new Map(found.rows.map(({ id, name }) => [id, name]))
}
