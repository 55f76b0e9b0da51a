// How long does the exact assignment of a thousand to a thousand take, and is it as cheap as the
// one that another package finds, where that is installed?
import { assign, type Costs } from '../routing/index.ts'
import type { Bench } from './bench.ts'
import { type Chance, chanceFrom } from './chance.ts'
import type { Figure } from './result.ts'

const sizeUsual = 1_000
const timesUsual = 5
const msMax = 250
const timesFasterMin = 5
/** The other takes minutes for a thousand. */
const otherSize = 200
const packageName = 'munkres-js'

export const bench: Bench = async ({ seed, count }) => {
  const chance = chanceFrom(seed)
  const times = count ?? timesUsual
  assign(villageCosts(otherSize, chance))
  const took = Array.from({ length: times }, () => {
    const costs = villageCosts(sizeUsual, chance)
    return timed(() => assign(costs))
  })
  const figures: Figure[] = [
    {
      measure: `${sizeUsual} to ${sizeUsual}, median of ${times}, by the clock`,
      figure: median(took.map(one => one.ms)),
      unit: 'ms',
      target: { is: 'at most', value: msMax },
    },
    {
      measure: 'the same, processor time',
      figure: median(took.map(one => one.processorMs)),
      unit: 'ms',
    },
    ...(await besideOther(chance)),
  ]
  const load = `volunteers and jobs on a square of 5 km, costs by distance`
  return { name: 'assign', load, seed, figures }
}

async function besideOther(chance: Chance): Promise<Figure[]> {
  const found = (await import(packageName).catch(() => undefined)) as
    | { default: (rows: number[][]) => [number, number][] }
    | undefined
  if (!found) return [{ measure: `${packageName} is not installed: compared`, figure: 0, unit: '' }]
  const costs = villageCosts(otherSize, chance)
  const row = (at: number) => [...costs.cells.subarray(at * otherSize, (at + 1) * otherSize)]
  const rows = Array.from({ length: otherSize }, (_, at) => row(at))
  const other = timed(() => found.default(rows.map(own => [...own])))
  assign(costs)
  const ours = timed(() => assign(costs))
  const cost = other.result.reduce((sum, [one, to]) => sum + (rows[one]?.[to] ?? Number.NaN), 0)
  return [
    {
      measure: `${otherSize} to ${otherSize}: metres dearer than ${packageName}`,
      figure: Math.abs(ours.result.cost - cost) < 1e-6 * cost ? 0 : ours.result.cost - cost,
      unit: 'm',
      target: { is: 'exactly', value: 0 },
    },
    {
      measure: `times faster than ${packageName}, processor time`,
      figure: other.processorMs / ours.processorMs,
      unit: 'x',
      target: { is: 'at least', value: timesFasterMin },
    },
  ]
}

function villageCosts(size: number, chance: Chance): Costs {
  const place = () => ({ x: chance() * 5_000, y: chance() * 5_000 })
  const [people, jobs] = [Array.from({ length: size }, place), Array.from({ length: size }, place)]
  const cells = people.flatMap(a => jobs.map(b => Math.hypot(a.x - b.x, a.y - b.y)))
  return { rows: size, columns: size, cells: Float64Array.from(cells) }
}

function timed<T>(work: () => T) {
  const before = process.threadCpuUsage()
  const startedMs = performance.now()
  const result = work()
  const ms = performance.now() - startedMs
  const used = process.threadCpuUsage(before)
  return { result, ms, processorMs: (used.user + used.system) / 1000 }
}

function median(all: readonly number[]): number {
  return all.toSorted((one, other) => one - other)[all.length >> 1] ?? 0
}
