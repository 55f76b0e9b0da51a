// How does one village stand, street by street?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Node } from '../../node.ts'
import { findPlace, organisationsWithin, type Place, placesWithin } from '../../places/index.ts'
import type { Tx } from '../../store/open.ts'
import type { MemberState } from '../domain/filter.ts'
import { gapsFirst } from '../domain/gaps.ts'
import type { Coded, Owner, StreetCover, VillageModel, ZoneCover } from '../domain/model.ts'
import { addCounts, type Counts, noCounts } from '../domain/terms.ts'
import { coordinatorsOf, ownerOf } from './coordinators.ts'
import { dueIn } from './due.ts'
import { membersAt, momentOf, type View } from './members-at.ts'
import { type Asked, viewOf } from './read-view.ts'
import { recount } from './recount.ts'

export type VillageAsked = Asked & {
  readonly village: Id
  readonly now: number
  readonly node: Node
}

export async function villageModel(
  tx: Tx,
  scope: Scope,
  asked: VillageAsked,
): Promise<VillageModel | undefined> {
  const { campaign, round, at, now } = asked
  const place = await findPlace(tx, scope, asked.village)
  if (place?.kind !== 'village') return undefined
  const view = viewOf(asked, now)
  const cells = await cellsIn(tx, scope, { view, within: place.id })
  const zones = await zonesOf(tx, scope, { view, village: place.id, cells })
  const total = countsWhere(cells, () => true)
  const onStreets = addCounts(zones.map(zone => zone.counts))
  const due = at === null ? await dueIn(tx, scope, { village: place.id, now }) : []
  return {
    village: { id: place.id, name: place.name, homes: place.homes },
    owner: ownerOf(place, await coordinatorsOf(tx, scope, now)),
    campaign,
    round,
    at,
    now,
    total,
    reasons: reasonsIn(cells),
    recount: await recount(tx, scope, { node: asked.node, view, within: place.id, total }),
    zones: gapsFirst(zones),
    streetless: minus(total, onStreets),
    organisations: (await organisationsWithin(tx, scope, place.id)).length,
    due: due.filter(one => one.owner !== null),
    unowned: due.filter(one => one.owner === null),
  }
}

type Cell = { place: Id | null; state: MemberState; reason: string | null; n: number }
type Within = { readonly view: View; readonly within: Id }

async function cellsIn(tx: Tx, scope: Scope, { view, within }: Within): Promise<readonly Cell[]> {
  const found = await sql<Cell>`
    select m.place, m.state, m.reason, count(*)::int as n from (${membersAt(scope, view)}) m
    where m.place in (select id from places
      where council = ${scope.council} and path @> array[${within}::uuid])
    group by 1, 2, 3`.execute(tx)
  return found.rows
}

type Here = { readonly view: View; readonly village: Id; readonly cells: readonly Cell[] }

async function zonesOf(tx: Tx, scope: Scope, { view, village, cells }: Here): Promise<ZoneCover[]> {
  const zones = await placesWithin(tx, scope, { kind: 'zone', within: village })
  const streets = await placesWithin(tx, scope, { kind: 'street', within: village })
  const needs = await openNeeds(tx, scope, { view, within: village })
  const covers = streets.map(street => ({
    parent: street.parent,
    cover: streetCover(street, cells, needs.get(street.id) ?? 0),
  }))
  return zones.map(zone => {
    const own = covers.filter(one => one.parent === zone.id).map(one => one.cover)
    const counts = addCounts(own.map(street => street.counts))
    return { ...named(zone), counts, streets: own }
  })
}

function streetCover(street: Place, cells: readonly Cell[], open: number): StreetCover {
  const counts = countsWhere(cells, cell => cell.place === street.id)
  return { ...named(street), counts, openNeeds: open }
}

function named({ id, name, homes, owner, ownerName }: Place) {
  const who: Owner | null = owner === null ? null : { id: owner, name: ownerName ?? '' }
  return { id, name, homes, owner: who }
}

/** Needs not yet met by then, street by street. */
async function openNeeds(
  tx: Tx,
  scope: Scope,
  { view, within }: Within,
): Promise<ReadonlyMap<Id, number>> {
  const moment = momentOf(view)
  const found = await sql<{ place: Id; n: number }>`
    select n.place, count(*)::int as n from needs n
    where n.council = ${scope.council} and n.state <> 'cancelled' and n.found_at <= ${moment}
      and (n.met_at is null or n.met_at > ${moment}) and n.place in (select id from places
        where council = ${scope.council} and path @> array[${within}::uuid])
    group by n.place`.execute(tx)
  return new Map(found.rows.map(row => [row.place, row.n]))
}

function countsWhere(cells: readonly Cell[], isWanted: (cell: Cell) => boolean): Counts {
  const counts = { ...noCounts }
  for (const cell of cells.filter(isWanted)) {
    counts[cell.state] += cell.n
    counts.listed += cell.n
  }
  return counts
}

function reasonsIn(cells: readonly Cell[]): readonly Coded[] {
  const sums = new Map<string, number>()
  for (const { reason, state, n } of cells) {
    if (state === 'excused' && reason) sums.set(reason, (sums.get(reason) ?? 0) + n)
  }
  return [...sums].map(([code, n]) => ({ code, n })).sort((a, b) => b.n - a.n)
}

function minus(all: Counts, part: Counts): Counts {
  return {
    reached: all.reached - part.reached,
    tried: all.tried - part.tried,
    untried: all.untried - part.untried,
    excused: all.excused - part.excused,
    listed: all.listed - part.listed,
  }
}
