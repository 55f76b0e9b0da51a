// Where does all stand still, who was told, who is out? Whoever asks names their scope first.
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { OutWhy } from '../domain/terms.ts'

export type Standstill = {
  readonly id: Id
  readonly within: Id | null
  /** Null is the whole council. */
  readonly placeName: string | null
  readonly at: Date
  readonly by: string
  readonly reason: string | null
  readonly liftedAt: Date | null
  readonly liftedBy: string | null
  readonly liftReason: string | null
  readonly told: number
  readonly silent: number
  readonly out: number
  readonly away: number
}

const shownMax = 200

/** In force first, then the latest. */
export async function standstillsOf(tx: Tx, scope: Scope): Promise<readonly Standstill[]> {
  const found = await sql<Standstill>`${rowOf(scope, inScope(scope, 'z.within'))}
    order by z.lifted_at is not null, z.stopped_at desc, z.id limit ${shownMax}`.execute(tx)
  return found.rows
}

export async function findStandstill(
  tx: Tx,
  scope: Scope,
  id: Id,
): Promise<Standstill | undefined> {
  const found = await sql<Standstill>`${rowOf(scope, inScope(scope, 'z.within'))}
    and z.id = ${id}`.execute(tx)
  return found.rows[0]
}

function rowOf(scope: Scope, seen: RawBuilder<boolean>): RawBuilder<Standstill> {
  const of = (counted: RawBuilder<unknown>, from: string) => sql`(select ${counted}
    from ${sql.table(from)} c where c.council = z.council and c.standstill = z.id)`
  const all = sql`count(*)`
  const silent = sql`count(*) filter (where c.acknowledged_at is null)`
  const away = sql`count(*) filter (where c.safe_at is null)`
  return sql<Standstill>`select z.id, z.within, x.name as "placeName", z.stopped_at as at,
      coalesce(u.name, '') as by, z.reason, z.lifted_at as "liftedAt", l.name as "liftedBy",
      z.lift_reason as "liftReason", ${of(all, 'standstill_told')} as told,
      ${of(silent, 'standstill_told')} as silent,
      ${of(all, 'standstill_out')} as out,
      ${of(away, 'standstill_out')} as away
    from standstills z
    left join places x on x.council = z.council and x.id = z.within
    left join users u on u.council = z.council and u.id = z.stopped_by
    left join users l on l.council = z.council and l.id = z.lifted_by
    where z.council = ${scope.council} and ${seen}`
}

export type Told = {
  readonly user: Id
  readonly name: string
  readonly hasAddress: boolean
  readonly acknowledgedAt: Date | null
}

/** Silent ones first. Of a standstill that the reader was shown. */
export async function toldOf(tx: Tx, scope: Scope, standstill: Id): Promise<readonly Told[]> {
  const found = await sql<Told>`select t.user_id as user, coalesce(u.name, '') as name,
      u.email is not null as "hasAddress", t.acknowledged_at as "acknowledgedAt"
    from standstill_told t left join users u on u.council = t.council and u.id = t.user_id
    where t.council = ${scope.council} and t.standstill = ${standstill}
    order by t.acknowledged_at is not null, u.name, t.user_id`.execute(tx)
  return found.rows
}

export type Out = {
  readonly user: Id
  readonly name: string
  readonly why: OutWhy
  readonly safeAt: Date | null
  readonly safeBy: Id | null
  readonly safeByName: string | null
  readonly saidBy: string | null
}

/** Who is not home first. */
export async function outOf(tx: Tx, scope: Scope, standstill: Id): Promise<readonly Out[]> {
  const found = await sql<Out>`select o.user_id as user, coalesce(u.name, '') as name, o.why,
      o.safe_at as "safeAt", o.safe_by as "safeBy", b.name as "safeByName", o.said_by as "saidBy"
    from standstill_out o left join users u on u.council = o.council and u.id = o.user_id
    left join users b on b.council = o.council and b.id = o.safe_by
    where o.council = ${scope.council} and o.standstill = ${standstill}
    order by o.safe_at is not null, u.name, o.user_id`.execute(tx)
  return found.rows
}

export type Mine = Pick<
  Standstill,
  'id' | 'placeName' | 'at' | 'by' | 'reason' | 'liftedAt' | 'liftedBy'
> & {
  readonly mustAcknowledge: boolean
  readonly isAway: boolean
}

/** Those that the reader was told of: in force, or with something that they still owe an answer. */
export async function standstillsFor(tx: Tx, scope: Scope): Promise<readonly Mine[]> {
  const found = await sql<Mine>`select z.id, x.name as "placeName", z.stopped_at as at,
      coalesce(u.name, '') as by, z.reason, z.lifted_at as "liftedAt", l.name as "liftedBy",
      coalesce(t.user_id is not null and t.acknowledged_at is null, false) as "mustAcknowledge",
      coalesce(o.user_id is not null and o.safe_at is null, false) as "isAway"
    from standstills z
    left join places x on x.council = z.council and x.id = z.within
    left join users u on u.council = z.council and u.id = z.stopped_by
    left join users l on l.council = z.council and l.id = z.lifted_by
    left join standstill_told t on t.council = z.council and t.standstill = z.id
      and t.user_id = ${scope.actor}
    left join standstill_out o on o.council = z.council and o.standstill = z.id
      and o.user_id = ${scope.actor}
    where z.council = ${scope.council} and (
      (z.lifted_at is null and (${concerns(scope)}
        or t.user_id is not null or o.user_id is not null))
      or (o.user_id is not null and o.safe_at is null))
    order by z.stopped_at desc, z.id limit ${shownMax}`.execute(tx)
  return found.rows
}

/** Their places, the whole council, or what holds their places. */
export function concerns(scope: Scope): RawBuilder<boolean> {
  return sql<boolean>`(${inScope(scope, 'z.within')} or z.within is null or ${touches(scope)})`
}

/** A stop of the village reaches whoever works in one of its streets. */
function touches({ council, places }: Scope): RawBuilder<boolean> {
  return sql<boolean>`exists (select from places y where y.council = ${council}
    and y.id = any (${[...places]}::uuid[]) and y.path @> array[z.within])`
}

export type StopPlace = { readonly id: Id; readonly kind: string; readonly name: string }

/** What may be stopped: places of the scope; within a village, its zones and streets too. */
export async function placesToStop(
  tx: Tx,
  scope: Scope,
  within: Id | null,
): Promise<readonly StopPlace[]> {
  const which =
    within === null
      ? sql<boolean>`x.kind in ('district', 'village')`
      : sql<boolean>`x.path @> array[${within}::uuid]`
  const found = await sql<StopPlace>`select x.id, x.kind, x.name from places x
    where x.council = ${scope.council} and ${which} and ${inScope(scope, 'x.id')}
    order by cardinality(x.path), x.name, x.id limit ${placesMax}`.execute(tx)
  return found.rows
}

const placesMax = 2_000
