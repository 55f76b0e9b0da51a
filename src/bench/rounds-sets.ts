// Invented rounds in the manner of Solomon: a hundred visits scattered (R), in clusters (C) or both
// (RC), with windows round a plan that is possible, wide and narrow, small and large vehicles.
import type { Matrix, Point, RoundsAsk } from '../routing/index.ts'
import { chanceFrom } from './chance.ts'

export type RoundsSet = { readonly name: string; readonly ask: RoundsAsk }

const visitsCount = 100
const walkersCount = 25
const kinds = ['R', 'C', 'RC'] as const
const perKind = 4

export const roundsSets: readonly RoundsSet[] = kinds.flatMap((kind, k) =>
  Array.from({ length: perKind }, (_, i) => roundsSet(kind, { seed: 1 + k * perKind + i, i })),
)

type Kind = (typeof kinds)[number]

/** The odd ones have large vehicles and long days, the first two of each kind narrow windows. */
function roundsSet(kind: Kind, { seed, i }: { seed: number; i: number }): RoundsSet {
  const chance = chanceFrom(seed)
  const below = (count: number) => Math.floor(chance() * count)
  const isLarge = i % 2 === 1
  const isNarrow = i < 2
  const day = isLarge ? 1_000 : 240
  const places = [{ x: 35, y: 35 }, ...pointsOf(kind, chance)]
  const metres = plainLines(places)
  const visits = Array.from({ length: visitsCount }, (_, visit) => {
    const way = metres.cells[visit + 1] as number
    const latest = day - way - 10
    const width = (isNarrow ? 0.08 : 0.3) * day
    const from = Math.max(0, Math.min(way + chance() * (latest - way) - width / 2, latest - width))
    const isFree = chance() < 0.2
    const window = isFree ? { from: 0, to: latest } : { from, to: from + width }
    const load = 5 + below(25)
    const rest = { skills: [], people: 1, never: [] }
    return { id: `v${visit}`, at: visit + 1, seconds: 10, ...window, load, ...rest }
  })
  const walkers = Array.from({ length: walkersCount }, (_, walker) => ({
    ...{ id: `w${walker}`, start: 0, end: 0, from: 0, to: day },
    ...{ room: isLarge ? 1_000 : 200, skills: [], people: 1 },
  }))
  const name = `${kind}${isLarge ? 2 : 1}${isNarrow ? 'n' : 'w'}`
  return { name, ask: { metres, seconds: metres, visits, shops: [], walkers } }
}

function pointsOf(kind: Kind, chance: () => number): Point[] {
  const anywhere = () => ({ x: chance() * 70, y: chance() * 77 })
  const centres = Array.from({ length: 10 }, anywhere)
  return Array.from({ length: visitsCount }, (_, i) => {
    const centre = centres[i % centres.length]
    const isLoose = kind === 'R' || (kind === 'RC' && i % 2 === 0)
    if (isLoose || !centre) return anywhere()
    return { x: centre.x + chance() * 8 - 4, y: centre.y + chance() * 8 - 4 }
  })
}

/** As the crow flies, as in Solomon's sets. */
function plainLines(points: readonly Point[]): Matrix {
  const cells = points.flatMap(a => points.map(b => Math.hypot(a.x - b.x, a.y - b.y)))
  return { size: points.length, cells: Float64Array.from(cells) }
}
