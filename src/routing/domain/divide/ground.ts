// Which streets lie beside each other, and how far is it to walk a few of them?
import { metresBetween } from '../terms.ts'
import type { Street } from './terms.ts'

export type Ground = {
  readonly streets: readonly Street[]
  readonly metres: Float64Array
  readonly beside: readonly (readonly number[])[]
}

const nearestCount = 3

export function groundOf(streets: readonly Street[]): Ground {
  const metres = Float64Array.from(
    streets.flatMap(one => streets.map(other => metresBetween(one.at, other.at))),
  )
  return { streets, metres, beside: besides(streets, metres) }
}

/** As told, both ways; what is still apart is joined where it is nearest. */
function besides(streets: readonly Street[], metres: Float64Array): number[][] {
  const placeOf = new Map(streets.map(({ id }, place) => [id, place]))
  const joined = streets.map(() => new Set<number>())
  const join = (one: number, other: number) => {
    if (one === other) return
    joined[one]?.add(other)
    joined[other]?.add(one)
  }
  streets.forEach(({ beside }, one) => {
    const told = beside?.flatMap(id => placeOf.get(id) ?? [])
    for (const other of told ?? nearest(one, streets.length, metres)) join(one, other)
  })
  const all = streets.map((_, place) => place)
  for (const [one, other] of tree(all, metres, streets.length)) {
    if (!isJoined(joined, one, other)) join(one, other)
  }
  return joined.map(own => [...own].sort((one, other) => one - other))
}

function nearest(one: number, count: number, metres: Float64Array): number[] {
  const way = (other: number) => metres[one * count + other] as number
  const others = Array.from({ length: count }, (_, place) => place).filter(place => place !== one)
  return others.sort((a, b) => way(a) - way(b) || a - b).slice(0, nearestCount)
}

function isJoined(joined: readonly ReadonlySet<number>[], one: number, other: number): boolean {
  const seen = new Set([one])
  for (const place of seen) for (const next of joined[place] ?? []) seen.add(next)
  return seen.has(other)
}

/** The shortest edges that hold them together (Prim). */
export function tree(
  own: readonly number[],
  metres: Float64Array,
  count: number,
): [number, number, number][] {
  const left = own.slice(1).map(place => ({ place, from: own[0] as number }))
  const way = (one: { place: number; from: number }) =>
    metres[one.from * count + one.place] as number
  const edges: [number, number, number][] = []
  while (left.length > 0) {
    let best = 0
    for (let i = 1; i < left.length; i++) {
      if (way(left[i] as (typeof left)[0]) < way(left[best] as (typeof left)[0])) best = i
    }
    const next = left[best] as (typeof left)[0]
    left[best] = left.at(-1) as (typeof left)[0]
    left.pop()
    edges.push([next.from, next.place, way(next)])
    for (const one of left) {
      if ((metres[next.place * count + one.place] as number) < way(one)) one.from = next.place
    }
  }
  return edges
}

export function walkOf({ streets, metres }: Ground, own: readonly number[]): number {
  const along = own.reduce((sum, place) => sum + (streets[place]?.metres ?? 0), 0)
  return tree(own, metres, streets.length).reduce((sum, [, , way]) => sum + way, along)
}

/** In how many pieces do they lie? */
export function piecesOf({ beside }: Ground, own: readonly number[]): number {
  const left = new Set(own)
  let pieces = 0
  for (const start of own) {
    if (!left.delete(start)) continue
    pieces += 1
    const reached = [start]
    for (const place of reached) {
      for (const next of beside[place] ?? []) if (left.delete(next)) reached.push(next)
    }
  }
  return pieces
}
