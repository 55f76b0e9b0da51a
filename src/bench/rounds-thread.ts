// One thread of several that plan invented villages: takes the next seed that nobody has taken.
import { parentPort, workerData } from 'node:worker_threads'
import { planRounds, triesOf } from '../routing/index.ts'
import { faultsIn } from './rounds-check.ts'
import { type VillageSize, villageOf } from './rounds-village.ts'

export type Portion = {
  readonly seed: number
  readonly count: number
  /** Of each village; where none is said, its seed says how large it is. */
  readonly size?: VillageSize
  readonly tries: number
  readonly taken: Int32Array
}
export type Planned = { readonly faults: number; readonly visits: number; readonly left: number }

const { seed, count, size, tries, taken } = workerData as Portion
let [faults, visits, left] = [0, 0, 0]
for (let at = Atomics.add(taken, 0, 1); at < count; at = Atomics.add(taken, 0, 1)) {
  const village = villageOf(seed * 1_000_003 + at, size ?? sizeOf(at))
  const plan = planRounds(village, { budget: triesOf(tries), seed: at })
  faults += faultsIn(village, plan).length
  visits += village.visits.length
  left += plan.unassigned.length
}
parentPort?.postMessage({ faults, visits, left } satisfies Planned)

function sizeOf(at: number): VillageSize {
  return { visits: at % 31, walkers: (at >> 3) % 6 }
}
