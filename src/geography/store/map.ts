// What is on the map? Areas that stand, and the villages that the reader may see, each with its
// figures, its shape where one is known, else a point.
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { type Place, placesWithin } from '../../places/index.ts'
import type { Tx } from '../../store/open.ts'
import { isInside, middleOf } from '../domain/draw.ts'
import { plainName } from '../domain/plan.ts'
import type { AreaValue } from '../domain/plan-areas.ts'
import type { Position, Shape } from '../domain/terms.ts'
import { coordinators } from './coordinators.ts'
import { standingFacts, villageRefs } from './read-state.ts'

export type Area = { readonly code: string } & AreaValue
export type Village = Place & {
  readonly nameCy: string | null
  readonly codes: readonly string[]
  readonly people: number | null
  readonly shape: Shape | null
  readonly position: Position | null
  readonly ward: string | null
}
export type MapModel = {
  readonly wards: readonly Area[]
  readonly villages: readonly Village[]
}

/** `peopleScope` null: this reader's work needs no figures of people. */
export async function mapModel(
  tx: Tx,
  scope: Scope,
  { peopleScope, now }: { readonly peopleScope: Scope | null; readonly now: number },
): Promise<MapModel> {
  const wards = areasOf(await standingFacts(tx, scope.council, 'wards'))
  const places = await placesWithin(tx, scope, { kind: 'village', within: null })
  const known = await knownShapes(tx, scope.council)
  const given = await coordinators(tx, scope, now)
  const people = peopleScope && (await peopleByVillage(tx, peopleScope))
  const villages = places.map(place => {
    const { codes, nameCy, shape, position } = known.of(place)
    const ward = position && wards.find(one => isInside(position, one.shape))
    return {
      ...place,
      ownerName: place.ownerName ?? given.get(place.id) ?? null,
      codes,
      nameCy,
      shape,
      position,
      ward: ward ? ward.name : null,
      people: people && (people.get(place.id) ?? 0),
    }
  })
  return { wards, villages }
}

function areasOf(facts: ReadonlyMap<string, Record<string, unknown>>): Area[] {
  return [...facts].map(([code, value]) => ({ code, ...(value as AreaValue) }))
}

type Known = Pick<Village, 'codes' | 'nameCy' | 'shape' | 'position'>

/** A point that was handed in counts before the middle of a shape, and that before a name. */
export async function knownShapes(tx: Tx, council: string) {
  const refs = new Map((await villageRefs(tx, council)).map(one => [one.id, one.codes]))
  const parishes = await standingFacts(tx, council, 'parishes')
  const wards = await standingFacts(tx, council, 'wards')
  const points = await standingFacts(tx, council, 'point')
  const named = await settlements(tx, council)
  return {
    of({ id, name }: { readonly id: Id; readonly name: string }): Known {
      const codes = refs.get(id) ?? []
      const areas = codes.flatMap(code => parishes.get(code) ?? wards.get(code) ?? [])
      // A parish of two villages is the shape of neither.
      const isShared = codes.some(
        code => [...refs.values()].filter(o => o.includes(code)).length > 1,
      )
      const area = isShared ? undefined : (areas[0] as AreaValue | undefined)
      const point = points.get(id)?.position as Position | undefined
      const settlement = named.get(plainName(name))
      const middle = area && middleOf(area.shape)
      return {
        codes,
        nameCy: area?.nameCy ?? settlement?.nameCy ?? null,
        shape: area?.shape ?? null,
        position: point ?? middle ?? settlement?.position ?? null,
      }
    },
  }
}

type Settlement = { readonly position: Position; readonly nameCy: string | null }

/** Only names that one settlement around here bears. */
async function settlements(tx: Tx, council: string): Promise<ReadonlyMap<string, Settlement>> {
  const names = [...(await standingFacts(tx, council, 'name')).values()].filter(
    ({ type }) => !String(type).includes('Road'),
  )
  const byName = Map.groupBy(names, one => plainName(String(one.name)))
  return new Map(
    [...byName].flatMap(([name, own]) =>
      own.length === 1 ? [[name, own[0] as unknown as Settlement] as const] : [],
    ),
  )
}

async function peopleByVillage(tx: Tx, scope: Scope): Promise<ReadonlyMap<Id, number>> {
  const found = await sql<{ village: Id; n: number }>`
    select v.id as village, count(*) as n from people p
    join places s on s.council = p.council and s.id = p.place
    join places v on v.council = s.council and v.id = any (s.path) and v.kind = 'village'
    where p.council = ${scope.council} and p.merged_into is null and p.erased_at is null
      and ${inScope(scope, 'p.place')}
    group by v.id`.execute(tx)
  return new Map(found.rows.map(({ village, n }) => [village, n]))
}
