// What stands now? Villages with their codes, streets, homes, facts: what a plan is made against.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { isGss } from '../domain/gss.ts'
import { type PlaceRef, written } from '../domain/plan.ts'
import type { AddressState, KnownHome, KnownStreet } from '../domain/plan-addresses.ts'
import type { AreaState, AreaValue } from '../domain/plan-areas.ts'
import type { Box } from '../domain/plan-facts.ts'
import type { AreaKind, FactKind, Position, Shape } from '../domain/terms.ts'
import { uprnDigitsMax } from '../domain/uprn.ts'

export type CouncilRef = { readonly name: string; readonly gss: string | null }

export async function councilRef(tx: Tx, council: string): Promise<CouncilRef> {
  return tx
    .selectFrom('councils')
    .select(['name', 'gss'])
    .where('council', '=', council)
    .executeTakeFirstOrThrow()
}

/** A place added with a code bears it until a file or a person gives it another. */
export function villageRefs(tx: Tx, council: string): Promise<readonly PlaceRef[]> {
  return refs(tx, council, { isEnded: false })
}

type Wanted = { readonly isEnded: boolean }

/** Of a village that ended, every code that it ever bore. */
async function refs(tx: Tx, council: string, { isEnded }: Wanted): Promise<readonly PlaceRef[]> {
  const found = await sql<PlaceRef & { gss: string | null; given: string[] }>`
    select p.id, p.name, p.gss, array(select c.code from place_codes c
      where c.council = p.council and c.place = p.id and (c.until_at is null or ${isEnded})
      order by c.code) as given
    from places p
    where p.council = ${council} and p.kind = 'village' and (p.ended_at is not null) = ${isEnded}
    order by p.name, p.id`.execute(tx)
  return found.rows.map(({ id, name, gss, given }) => {
    const own = gss !== null && isGss(gss) && given.length === 0 ? [gss] : []
    return { id, name, codes: [...given, ...own] }
  })
}

export async function standingFacts(
  tx: Tx,
  council: string,
  kind: FactKind,
): Promise<ReadonlyMap<string, Record<string, unknown>>> {
  const found = await sql<{ key: string; value: Record<string, unknown> }>`
    select key, value from geo_facts
    where council = ${council} and kind = ${kind} and stands and value is not null
    order by key`.execute(tx)
  return new Map(found.rows.map(({ key, value }) => [key, value]))
}

/** As one text each, to be compared with what a file says. */
export async function writtenFacts(
  tx: Tx,
  council: string,
  kind: FactKind,
): Promise<ReadonlyMap<string, string>> {
  const facts = await standingFacts(tx, council, kind)
  return new Map([...facts].map(([key, value]) => [key, written(value)]))
}

export async function areaState(tx: Tx, council: string, kind: AreaKind): Promise<AreaState> {
  const [standing, villages, { gss }] = [
    await standingFacts(tx, council, kind),
    await villageRefs(tx, council),
    await councilRef(tx, council),
  ]
  const settled = await aliases(tx, council, 'village')
  const areas = [...standing].map(([code, value]) => [code, value as AreaValue] as const)
  return {
    council: gss,
    standing: new Map(areas),
    villages,
    ended: await refs(tx, council, { isEnded: true }),
    settled,
  }
}

async function aliases(
  tx: Tx,
  council: string,
  kind: 'street' | 'village',
): Promise<ReadonlyMap<string, Id>> {
  const found = await tx
    .selectFrom('place_aliases')
    .select(['key', 'place'])
    .where('council', '=', council)
    .where('kind', '=', kind)
    .execute()
  return new Map(found.map(({ key, place }) => [key, place]))
}

export async function addressState(tx: Tx, council: string): Promise<AddressState> {
  const streets = await sql<KnownStreet>`
    select s.id, v.id as village, s.name, s.ended_at is not null as "isEnded"
    from places s join places v on v.council = s.council and v.id = any (s.path)
      and v.kind = 'village'
    where s.council = ${council} and s.kind = 'street' order by s.name, s.id`.execute(tx)
  const homes = await sql<KnownHome>`
    select id, street, lpad(uprn, ${uprnDigitsMax}, '0') as uprn, address, postcode,
      address_key as key, ended_at is not null as "isEnded"
    from dwellings where council = ${council} order by id`.execute(tx)
  const postcodes = await sql<{ postcode: string }>`
    select postcode from postcodes where council = ${council}`.execute(tx)
  const positions = await standingFacts(tx, council, 'uprn')
  return {
    villages: await villageRefs(tx, council),
    streets: streets.rows,
    homes: homes.rows,
    saidStreets: await aliases(tx, council, 'street'),
    saidVillages: await aliases(tx, council, 'village'),
    postcodes: new Set(postcodes.rows.map(row => row.postcode)),
    positions: new Map([...positions].map(([uprn, { position }]) => [uprn, position as Position])),
  }
}

export async function knownUprns(tx: Tx, council: string): Promise<ReadonlySet<string>> {
  const found = await sql<{ uprn: string }>`
    select distinct lpad(uprn, ${uprnDigitsMax}, '0') as uprn from dwellings
    where council = ${council} and uprn is not null and ended_at is null`.execute(tx)
  return new Set(found.rows.map(row => row.uprn))
}

/** Around all areas that stand; null while there are none. */
export async function councilBox(tx: Tx, council: string): Promise<Box | null> {
  const wards = await standingFacts(tx, council, 'wards')
  const areas = wards.size > 0 ? wards : await standingFacts(tx, council, 'parishes')
  const all = [...areas.values()].flatMap(({ shape }) => (shape as Shape).flat(2))
  if (all.length === 0) return null
  const box = { west: 180, south: 90, east: -180, north: -90 }
  for (const [longitude, latitude] of all) {
    box.west = Math.min(box.west, longitude)
    box.east = Math.max(box.east, longitude)
    box.south = Math.min(box.south, latitude)
    box.north = Math.max(box.north, latitude)
  }
  return box
}
