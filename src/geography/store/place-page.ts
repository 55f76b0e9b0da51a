// What is known of one place: names, codes and how long each stood, what it is part of, what lies
// inside, and what is there?
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { findPlace, type Place, type PlaceKind } from '../../places/index.ts'
import type { Tx } from '../../store/open.ts'
import type { Position, Shape } from '../domain/terms.ts'
import { coordinators } from './coordinators.ts'
import { type Area, knownShapes } from './map.ts'
import { standingFacts } from './read-state.ts'

export type Code = {
  readonly code: string
  readonly edition: string | null
  readonly fromAt: Date | null
  readonly untilAt: Date | null
}
export type Boundary = {
  readonly kind: string
  readonly code: string
  readonly name: string | null
  readonly edition: string | null
  readonly fromAt: Date
  readonly untilAt: Date | null
  readonly isUndone: boolean
  readonly stands: boolean
}
export type Part = {
  readonly id: Id
  readonly kind: PlaceKind
  readonly name: string
  readonly homes: number
  readonly people: number | null
  readonly owner: string | null
}
export type PlacePage = {
  readonly place: Place
  readonly endedAt: Date | null
  readonly nameCy: string | null
  readonly former: readonly { readonly name: string; readonly untilAt: Date }[]
  readonly codes: readonly Code[]
  readonly above: readonly { readonly id: Id; readonly name: string; readonly isSeen: boolean }[]
  readonly inside: readonly Part[]
  readonly people: number | null
  readonly organisations: readonly { readonly kind: string; readonly name: string }[]
  readonly boundaries: readonly Boundary[]
  readonly postcodes: readonly { readonly postcode: string; readonly endedAt: string | null }[]
  readonly shape: Shape | null
  readonly position: Position | null
  readonly wards: readonly Area[]
}

const partsMax = 300
const shownMax = 60
const postcodesMax = 2_000

export async function placePage(
  tx: Tx,
  scope: Scope,
  { id, peopleScope, now }: Within & { readonly now: number },
): Promise<PlacePage | undefined> {
  const found = await findPlace(tx, scope, id)
  if (!found) return undefined
  const given = await coordinators(tx, scope, now)
  const place = { ...found, ownerName: found.ownerName ?? given.get(id) ?? null }
  const codes = await codesOf(tx, scope, place)
  const known = (await knownShapes(tx, scope.council)).of(place)
  const wards = await standingFacts(tx, scope.council, 'wards')
  return {
    place,
    endedAt: await endOf(tx, scope, id),
    nameCy: known.nameCy,
    former: await formerNames(tx, scope, id),
    codes,
    above: await placesAbove(tx, scope, id),
    inside: (await partsOf(tx, scope, { id, peopleScope })).map(part => {
      return { ...part, owner: part.owner ?? given.get(part.id) ?? null }
    }),
    people: peopleScope && (await peopleIn(tx, peopleScope, id)),
    organisations: await organisationsIn(tx, scope, id),
    boundaries: await boundariesOf(
      tx,
      scope,
      codes.map(one => one.code),
    ),
    postcodes: await postcodesIn(tx, scope, id),
    shape: known.shape,
    position: known.position,
    wards: [...wards].map(([code, value]) => ({ code, ...(value as Omit<Area, 'code'>) })),
  }
}

async function endOf(tx: Tx, scope: Scope, id: Id): Promise<Date | null> {
  const found = await sql<{ at: Date | null }>`select ended_at as at from places
    where council = ${scope.council} and id = ${id}`.execute(tx)
  return found.rows[0]?.at ?? null
}

async function formerNames(tx: Tx, scope: Scope, id: Id) {
  const found = await sql<{ name: string; untilAt: Date }>`
    select name, until_at as "untilAt" from place_former
    where council = ${scope.council} and place = ${id} order by seq desc`.execute(tx)
  return found.rows
}

/** The code that a place was added with counts until a file or a person gives it another. */
async function codesOf(tx: Tx, scope: Scope, { id, gss }: Place): Promise<readonly Code[]> {
  const found = await sql<Code>`
    select code, edition, from_at as "fromAt", until_at as "untilAt" from place_codes
    where council = ${scope.council} and place = ${id}
    order by until_at desc nulls first, from_at desc`.execute(tx)
  const isGiven = found.rows.some(one => one.code === gss)
  const isCode = gss !== null && /^[A-Z]\d{8}$/.test(gss)
  const own = { code: gss ?? '', edition: null, fromAt: null, untilAt: null }
  return isCode && !isGiven ? [...found.rows, own] : found.rows
}

async function placesAbove(tx: Tx, scope: Scope, id: Id) {
  const found = await sql<{ id: Id; name: string; isSeen: boolean }>`
    select a.id, a.name, (${inScope(scope, 'a.id')}) as "isSeen"
    from places p join places a on a.council = p.council and a.id = any (p.path) and a.id <> p.id
    where p.council = ${scope.council} and p.id = ${id}
    order by array_position(p.path, a.id) desc`.execute(tx)
  return found.rows
}

type Within = { readonly id: Id; readonly peopleScope: Scope | null }

async function partsOf(tx: Tx, scope: Scope, { id, peopleScope }: Within): Promise<Part[]> {
  const people =
    peopleScope === null
      ? sql`select null::uuid as id, null::bigint as n`
      : sql`select a.id, count(*) as n from people q
          join places s on s.council = q.council and s.id = q.place
          cross join lateral unnest(s.path) as a (id)
          where q.council = ${scope.council} and s.path @> array[${id}::uuid]
            and q.merged_into is null and q.erased_at is null
            and ${inScope(peopleScope, 'q.place')}
          group by a.id`
  const none = peopleScope === null ? sql`null::bigint` : sql`0`
  const found = await sql<Part>`
    with counts as (${people})
    select p.id, p.kind, p.name, p.homes, coalesce(c.n, ${none}) as people, u.name as owner
    from places p
    left join counts c on c.id = p.id
    left join place_owners o on o.council = p.council and o.place = p.id
    left join users u on u.council = o.council and u.id = o.user_id
    where p.council = ${scope.council} and p.parent = ${id} and p.ended_at is null
      and ${inScope(scope, 'p.id')}
    order by p.name, p.id limit ${partsMax}`.execute(tx)
  return found.rows
}

async function peopleIn(tx: Tx, scope: Scope, id: Id): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*) as n from people p
    join places s on s.council = p.council and s.id = p.place
    where p.council = ${scope.council} and s.path @> array[${id}::uuid]
      and p.merged_into is null and p.erased_at is null and ${inScope(scope, 'p.place')}
  `.execute(tx)
  return found.rows[0]?.n ?? 0
}

async function organisationsIn(tx: Tx, scope: Scope, id: Id) {
  const found = await sql<{ kind: string; name: string }>`
    select o.kind, o.name from organisations o
    join places p on p.council = o.council and p.id = o.place
    where o.council = ${scope.council} and p.path @> array[${id}::uuid] and o.name is not null
      and ${inScope(scope, 'o.place')}
    order by o.name limit ${shownMax}`.execute(tx)
  return found.rows
}

async function boundariesOf(
  tx: Tx,
  scope: Scope,
  codes: readonly string[],
): Promise<readonly Boundary[]> {
  const found = await sql<Boundary>`
    select kind, key as code, value ->> 'name' as name, value ->> 'edition' as edition,
      from_at as "fromAt", until_at as "untilAt", undone as "isUndone", stands
    from geo_facts where council = ${scope.council} and kind in ('parishes', 'wards')
      and key = any (${codes}::text[])
    order by number desc, key`.execute(tx)
  return found.rows
}

async function postcodesIn(tx: Tx, scope: Scope, id: Id) {
  const found = await sql<{ postcode: string; endedAt: string | null }>`
    select distinct d.postcode, f.value ->> 'endedAt' as "endedAt"
    from dwellings d join places s on s.council = d.council and s.id = d.street
    left join geo_facts f on f.council = d.council and f.kind = 'postcode' and f.stands
      and f.key = d.postcode
    where d.council = ${scope.council} and s.path @> array[${id}::uuid] and d.ended_at is null
      and d.postcode <> '' and ${inScope(scope, 's.id')}
    order by d.postcode limit ${postcodesMax}`.execute(tx)
  return found.rows
}
