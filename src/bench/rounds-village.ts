// An invented village with doors, shops and walkers, as much of every rule in it as villages have.
import { type RoundsAsk, straightLines } from '../routing/index.ts'
import { chanceFrom } from './chance.ts'

const hour = 3_600
const metresPerSecond = 1.2

export type VillageSize = { readonly visits: number; readonly walkers: number }

export function villageOf(seed: number, { visits, walkers }: VillageSize): RoundsAsk {
  const chance = chanceFrom(seed)
  const below = (count: number) => Math.floor(chance() * count)
  const shops = visits > 0 ? below(4) : 0
  const spread = 300 + below(1_500)
  const point = () => ({ x: chance() * spread, y: chance() * spread })
  const places = Array.from({ length: visits + shops + walkers }, point)
  const metres = straightLines(places)
  const seconds = { size: metres.size, cells: metres.cells.map(own => own / metresPerSecond) }
  const some = (all: readonly string[], share: number) => all.filter(() => chance() < share)
  const names = Array.from({ length: walkers }, (_, i) => `w${i}`)
  return {
    metres,
    seconds,
    visits: Array.from({ length: visits }, (_, i) => {
      const from = 9 * hour + below(6 * hour)
      const isNarrow = chance() < 0.4
      return {
        id: `v${i}`,
        at: i,
        seconds: 120 + below(900),
        from: isNarrow ? from : 0,
        to: isNarrow ? from + 1_200 + below(2 * hour) : 24 * hour,
        load: below(4),
        ...(shops > 0 && chance() < 0.4 ? { shop: `s${below(shops)}` } : {}),
        skills: some(['medicines', 'polish'], 0.1),
        people: chance() < 0.1 ? 2 : 1,
        never: some(names, 0.05),
      }
    }),
    shops: Array.from({ length: shops }, (_, i) => {
      const opens = (8 + below(3)) * hour
      const to = opens + (2 + below(8)) * hour
      return { id: `s${i}`, at: visits + i, seconds: 300 + below(900), from: opens, to }
    }),
    walkers: names.map((id, i) => {
      const begins = (8 + below(5)) * hour
      const start = visits + shops + i
      return {
        ...{ id, start, from: begins, to: begins + (1 + below(5)) * hour },
        ...(chance() < 0.7 ? { end: start } : {}),
        room: 2 + below(14),
        skills: some(['medicines', 'polish'], 0.5),
        people: chance() < 0.3 ? 2 : 1,
      }
    }),
  }
}
