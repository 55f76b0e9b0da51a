// How is a village divided into zones that are fair, lie together, and change little? By homes,
// listed people and the walk; streets are never cut.
import { assert } from '../../../kernel/assert.ts'
import { chanceOf } from '../chance.ts'
import type { Budget } from '../terms.ts'
import { firstZones } from './first-zones.ts'
import { type Ground, groundOf, piecesOf, walkOf } from './ground.ts'
import {
  type Division,
  type Measure,
  measures,
  type Share,
  type Street,
  type Zone,
} from './terms.ts'

export const zonesMax = 50
export const streetsMax = 1_000

/** How much a zone that is twice as large as fair weighs, by what it is too large in. */
const weights: Readonly<Record<Measure, number>> = { homes: 1, listed: 1, walk: 0.6 }
/** What being in two pieces costs, and what moving a street from its zone does. */
const pieceCost = 3
const movedCost = 0.02
const heatFirst = 0.2
const heatLast = 0.0005
/** Within so much of fair nobody will complain. */
const fairSlack = 0.1

export type DivideSearch = {
  readonly count: number
  readonly budget: Budget
  readonly seed: number
}

export function divide(streets: readonly Street[], search: DivideSearch): Division {
  const { count } = search
  assert(count >= 1 && count <= zonesMax, `a village has 1 to ${zonesMax} zones`)
  assert(streets.length <= streetsMax, `a village has at most ${streetsMax} streets`)
  const ground = groundOf(streets)
  const fair = fairOf(ground, count)
  const zoneOf = searched({ ground, fair, zoneOf: firstZones(ground, count) }, search)
  return told({ ground, fair, zoneOf }, count)
}

type Fair = Readonly<Record<Measure, number>>
type Work = { readonly ground: Ground; readonly fair: Fair; readonly zoneOf: Int32Array }

function fairOf(ground: Ground, count: number): Fair {
  const { homes, listed, walk } = countsOf(ground, [...ground.streets.keys()])
  return { homes: homes / count, listed: listed / count, walk: walk / count }
}

function countsOf(ground: Ground, own: readonly number[]): Record<Measure, number> {
  const sum = (part: (street: Street) => number) =>
    own.reduce((all, place) => all + part(ground.streets[place] as Street), 0)
  return {
    homes: sum(street => street.homes),
    listed: sum(street => street.listed),
    walk: walkOf(ground, own),
  }
}

const membersOf = (zoneOf: Int32Array, zone: number) =>
  [...zoneOf.keys()].filter(place => zoneOf[place] === zone)

function zoneCost({ ground, fair, zoneOf }: Work, zone: number): number {
  const own = membersOf(zoneOf, zone)
  const counts = countsOf(ground, own)
  let cost = Math.max(0, piecesOf(ground, own) - 1) * pieceCost
  for (const measure of measures) {
    const share = counts[measure] / (fair[measure] || 1)
    cost += weights[measure] * (measure === 'walk' ? share * share : (share - 1) ** 2)
  }
  for (const place of own) {
    const { given } = ground.streets[place] as Street
    if (given !== undefined && given !== zone) cost += movedCost
  }
  return cost
}

/** A street goes over to a zone beside it; worse is borne now and then, ever more seldom. */
function searched(work: Work, { count, budget, seed }: DivideSearch): Int32Array {
  const { ground, zoneOf } = work
  const chance = chanceOf(seed)
  const costs = Array.from({ length: count }, (_, zone) => zoneCost(work, zone))
  const costNow = () => costs.reduce((sum, own) => sum + own, 0)
  let best = zoneOf.slice()
  let bestCost = costNow()
  if (count === 1 || ground.streets.length < 2) return best
  let tries = 0
  for (let used = budget(0); used < 1; used = budget(++tries)) {
    const place = chance.below(zoneOf.length)
    const from = zoneOf[place] as number
    const to = neighbourZone(work, place, { count, pick: chance.next() })
    if (to === from) continue
    zoneOf[place] = to
    const [lost, won] = [zoneCost(work, from), zoneCost(work, to)]
    const worse = lost + won - (costs[from] as number) - (costs[to] as number)
    const heat = heatFirst * (heatLast / heatFirst) ** used
    if (worse > -heat * Math.log(chance.next() || 1e-12)) {
      zoneOf[place] = from
      continue
    }
    costs[from] = lost
    costs[to] = won
    const cost = costNow()
    if (cost >= bestCost - 1e-9) continue
    bestCost = cost
    best = zoneOf.slice()
  }
  return best
}

type Pick = { readonly count: number; readonly pick: number }

/** An empty zone is beside every street. */
function neighbourZone({ ground, zoneOf }: Work, place: number, { count, pick }: Pick): number {
  const used = new Set(zoneOf)
  const zones = [...(ground.beside[place] ?? [])].map(next => zoneOf[next] as number)
  for (let zone = 0; zone < count; zone++) if (!used.has(zone)) zones.push(zone)
  return zones[Math.floor(pick * zones.length)] ?? (zoneOf[place] as number)
}

function told(work: Work, count: number): Division {
  const { ground, zoneOf } = work
  const zones = Array.from({ length: count }, (_, zone) => toldZone(work, zone))
  const moved = ground.streets.flatMap(({ id, given }, place) => {
    const to = zoneOf[place] as number
    return given === undefined || given === to ? [] : [{ street: id, from: given, to }]
  })
  return { zones, moved }
}

function toldZone({ ground, fair, zoneOf }: Work, zone: number): Zone {
  const own = membersOf(zoneOf, zone)
  const counts = countsOf(ground, own)
  const before = ground.streets.filter(({ given }) => given === zone).length
  const isAsGiven =
    before === own.length && own.every(place => ground.streets[place]?.given === zone)
  const share = (measure: Measure): Share => {
    const [count, even] = [counts[measure], fair[measure]]
    if (Math.abs(count - even) <= fairSlack * even) return { count, fair: even, reason: 'fair' }
    const largest = Math.max(0, ...own.map(place => countsOf(ground, [place])[measure]))
    if (largest > even) return { count, fair: even, reason: 'one-street' }
    const isKept = isAsGiven && own.length > 0
    return { count, fair: even, reason: isKept ? 'as-given' : 'whole-streets' }
  }
  return {
    streets: own.map(place => ground.streets[place]?.id as string),
    shares: { homes: share('homes'), listed: share('listed'), walk: share('walk') },
    isTogether: piecesOf(ground, own) <= 1,
  }
}
