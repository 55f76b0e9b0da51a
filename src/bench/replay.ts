// A council works through W1 for a fortnight: is everybody accounted for on every day, has each
// who is open a next step and an owner, and is nobody with a stop rung, visited or written to?
import { loadavg } from 'node:os'
import { openDatabase } from '../cli/database.ts'
import { openNode } from '../main.ts'
import type { Store } from '../store/open.ts'
import type { Bench } from './bench.ts'
import { hireEvenings, liveDay } from './replay-day.ts'
import { checkEvening, type Evening } from './replay-faults.ts'
import { newFold } from './replay-fold.ts'
import { openPost } from './replay-post.ts'
import { type Opening, openWorld, round, turnTo } from './replay-world.ts'
import type { Figure } from './result.ts'

const daysUsual = 14
const faultsShown = 20

export const bench: Bench = async ({ seed, scale = 1, days = daysUsual, io, dataDir }) => {
  const database = await openDatabase(dataDir, { isServer: true, url: undefined })
  const { store } = await openNode(database)
  const startedMs = performance.now()
  try {
    const replayed = await replay({ store, seed, scale, progress: io.progress }, days, day => {
      io.say(lineOf(day))
      for (const fault of day.faults.slice(0, faultsShown)) io.note(fault)
    })
    const seconds = (performance.now() - startedMs) / 1000
    const load =
      `${days} days at one in ${scale}, ${replayed.at(-1)?.whole.listed ?? 0} listed in the end, ` +
      `load average ${(loadavg()[0] ?? 0).toFixed(1)}`
    return { name: 'replay', load, seed, figures: figuresOf(replayed, seconds) }
  } finally {
    await store.close()
    await database.stop()
  }
}

export type Day = Evening & { readonly day: number; readonly attempts: number }

/** Each day is lived and looked at; what is told of it is told in the evening. */
export async function replay(
  opening: Opening & { readonly store: Store },
  days: number,
  tell: (day: Day) => void,
): Promise<readonly Day[]> {
  const world = await openWorld(opening)
  const post = await openPost(world)
  const fold = newFold(round)
  const replayed: Day[] = []
  try {
    await hireEvenings(world)
    for (world.day = 0; world.day < days; world.day++) {
      await liveDay(world, post)
      turnTo(world, 23 * 60 + 55)
      const evening = await checkEvening(world, fold, replayed.at(-1))
      const day = { ...evening, day: world.day + 1, attempts: fold.attempts.size }
      replayed.push(day)
      tell(day)
    }
  } finally {
    await post.close()
  }
  return replayed
}

export function lineOf({ day, attempts, whole, promised, faults }: Day): string {
  const { listed, reached, tried, untried, excused } = whole
  const { kept, open, missed, stopped } = promised
  return (
    `day ${day}: ${reached} reached + ${tried} tried + ${untried} untried + ${excused} excused ` +
    `= ${listed} listed; ${attempts} attempts; promises ${kept} kept, ${open} to come, ` +
    `${missed} missed, ${stopped} stopped; ${faults.length} faults`
  )
}

/** W1's: reached 94, refused 2, unreachable with reason 2, moved, dead or twice 2. */
function figuresOf(days: readonly Day[], seconds: number): readonly Figure[] {
  const last = days.at(-1)
  if (!last) return []
  const { whole, reasons } = last
  const share = (n: number) => (100 * n) / Math.max(1, whole.listed)
  const of = (...some: string[]) => some.reduce((sum, one) => sum + (reasons.get(one) ?? 0), 0)
  const percent = (measure: string, n: number) => {
    return { measure, figure: share(n), unit: '%', digits: 1 }
  }
  const faulty = days.filter(({ faults }) => faults.length > 0).length
  const none = { unit: '', target: { is: 'exactly', value: 0 } as const }
  return [
    { measure: `days of ${days.length} with a fault`, figure: faulty, ...none },
    { measure: 'faults', figure: days.reduce((sum, one) => sum + one.faults.length, 0), ...none },
    percent('reached (W1: 94)', whole.reached),
    percent('said no (W1: 2)', of('said-no')),
    percent('tried and not yet reached (W1: 2, with a reason)', whole.tried),
    percent('not yet tried', whole.untried),
    percent('moved, died or listed twice (W1: 2)', of('moved', 'died', 'listed-twice')),
    percent('off the list', of('off-the-list')),
    {
      measure: 'attempts for each listed (W1: 1.7)',
      figure: last.attempts / whole.listed,
      unit: '',
    },
    { measure: 'promises kept', figure: last.promised.kept, unit: '' },
    { measure: 'promises missed, and shown so', figure: last.promised.missed, unit: '' },
    { measure: 'it took', figure: seconds, unit: 's' },
  ]
}
