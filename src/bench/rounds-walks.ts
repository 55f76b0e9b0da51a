// How much longer than the shortest are walks that were looked for a tenth of a second?
import { lengthOf, orderDoors, triesOf } from '../routing/index.ts'
import { processorMs, within } from './processor-time.ts'
import type { Figure } from './result.ts'
import type { Bests } from './rounds-best.ts'
import { type WalkSet, walkSets } from './walk-sets.ts'

const boxMs = 100
const msMax = 150
const meanMax = 0.5
const mostMax = 3.5
const smallCount = 100
const longTries = 40_000

export function longWalks(seed: number): Bests {
  const open = walkSets.filter(set => !set.shortest)
  return Object.fromEntries(
    open.map(({ name, walk }) => [
      name,
      orderDoors(walk, { budget: triesOf(longTries), seed }).metres,
    ]),
  )
}

export function walkFigures(seed: number, bests: Bests): Figure[] {
  const ran = walkSets.map(set => {
    const startedMs = processorMs()
    const { metres } = orderDoors(set.walk, { budget: within(boxMs), seed })
    return { set, ms: processorMs() - startedMs, gap: (metres / leastOf(set, bests) - 1) * 100 }
  })
  const small = ran.filter(one => one.set.walk.metres.size <= smallCount)
  const known = ran.filter(one => one.set.shortest)
  const gaps = (some: typeof ran) => some.map(one => one.gap)
  const what = `walks, ${boxMs} ms of processor`
  const atMost = (value: number) => ({ target: { is: 'at most', value } as const, digits: 2 })
  return [
    share(`${what}: mean over the shortest, all ${ran.length}`, mean(gaps(ran)), atMost(meanMax)),
    share(`${what}: most over the shortest`, Math.max(...gaps(ran)), atMost(mostMax)),
    share(`${what}: mean of ${small.length} of at most ${smallCount}`, mean(gaps(small))),
    share(`${what}: mean of ${known.length} whose shortest is proved`, mean(gaps(known))),
    share(`${what}: most of those`, Math.max(...gaps(known))),
    {
      measure: `walks: longest of ${ran.length}, processor time`,
      figure: Math.max(...ran.map(one => one.ms)),
      unit: 'ms',
      target: { is: 'at most', value: msMax },
    },
  ]
}

function leastOf({ name, walk, shortest }: WalkSet, bests: Bests): number {
  const least = shortest ? lengthOf(walk, shortest) : bests[name]
  if (least === undefined) throw new Error(`Nothing is known of ${name}: run it with --what long.`)
  return least
}

export function share(measure: string, figure: number, rest: Partial<Figure> = {}): Figure {
  return { measure, figure, unit: '%', digits: 2, ...rest }
}

export function mean(all: readonly number[]): number {
  return all.reduce((sum, own) => sum + own, 0) / Math.max(1, all.length)
}
