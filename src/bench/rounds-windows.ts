// How much longer than the best known are rounds with windows and room, looked for 0.3 s?
import { planRounds, triesOf } from '../routing/index.ts'
import { within } from './processor-time.ts'
import type { Figure } from './result.ts'
import type { Bests } from './rounds-best.ts'
import { faultsIn } from './rounds-check.ts'
import { roundsSets } from './rounds-sets.ts'
import { mean, share } from './rounds-walks.ts'

const boxMs = 300
const meanMax = 1.5
const longTries = 60_000

export function longRounds(seed: number): Bests {
  const found = roundsSets.map(({ name, ask }): [string, number] => {
    const plan = planRounds(ask, { budget: triesOf(longTries), seed })
    const isWhole = plan.unassigned.length === 0 && faultsIn(ask, plan).length === 0
    return [name, isWhole ? plan.metres : Number.POSITIVE_INFINITY]
  })
  return Object.fromEntries(found.filter(([, metres]) => Number.isFinite(metres)))
}

export function windowFigures(seed: number, bests: Bests): Figure[] {
  const ran = roundsSets.map(({ name, ask }) => {
    const plan = planRounds(ask, { budget: within(boxMs), seed })
    const gap = (plan.metres / (bests[name] ?? Number.NaN) - 1) * 100
    return { gap, left: plan.unassigned.length, faults: faultsIn(ask, plan).length }
  })
  const sum = (part: (one: (typeof ran)[0]) => number) =>
    ran.reduce((all, one) => all + part(one), 0)
  const what = `rounds of 100 with windows, ${boxMs} ms of processor`
  const gaps = ran.map(one => one.gap)
  const target = { is: 'at most', value: meanMax } as const
  const none = { target: { is: 'exactly', value: 0 } as const, unit: '' }
  return [
    share(`${what}: mean over our best long run, ${ran.length} sets`, mean(gaps), { target }),
    share(`${what}: most`, Math.max(...gaps)),
    { measure: `${what}: visits left out`, figure: sum(one => one.left), ...none },
    { measure: `${what}: faults by the checker`, figure: sum(one => one.faults), ...none },
  ]
}
