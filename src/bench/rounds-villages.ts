// How long until every village of a district has its rounds, and is a hard rule ever broken?
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '../store/root.ts'
import type { Figure } from './result.ts'
import type { Planned, Portion } from './rounds-thread.ts'

const villagesCount = 107
const villageSize = { visits: 50, walkers: 6 }
const villageTries = 1_000
const secondsMax = 5
const randomUsual = 10_000
const randomTries = 60
const threadsMax = 4

type Asked = Omit<Portion, 'taken'>

export async function villageFigures(seed: number, random = randomUsual): Promise<Figure[]> {
  const startedMs = performance.now()
  const size = villageSize
  const district = await together({ seed, count: villagesCount, size, tries: villageTries })
  const seconds = (performance.now() - startedMs) / 1000
  const all = await together({ seed: seed + 1, count: random, tries: randomTries })
  const none = { unit: '', target: { is: 'exactly', value: 0 } as const }
  return [
    {
      measure: `${villagesCount} villages of ${size.visits} visits at once, by the clock`,
      figure: seconds,
      unit: 's',
      target: { is: 'at most', value: secondsMax },
    },
    { measure: 'their broken rules', figure: district.faults, ...none },
    { measure: `broken rules in ${random} random villages`, figure: all.faults, ...none },
    { measure: 'visits in those', figure: all.visits, unit: '' },
    { measure: 'of them left out with a reason', figure: all.left, unit: '' },
  ]
}

async function together(asked: Asked): Promise<Planned> {
  const taken = new Int32Array(new SharedArrayBuffer(4))
  const done = await Promise.all(
    Array.from({ length: threadsMax }, () => oneThread({ ...asked, taken })),
  )
  const sum = (part: keyof Planned) => done.reduce((all, one) => all + one[part], 0)
  return { faults: sum('faults'), visits: sum('visits'), left: sum('left') }
}

function oneThread(workerData: Portion): Promise<Planned> {
  const worker = new Worker(join(projectRoot, 'src/bench/rounds-thread.ts'), { workerData })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}
