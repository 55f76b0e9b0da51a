// Twelve weeks of jobs at the rates of W1: does every job end done, not managed or released with a
// reason, how soon by urgency, is a rule ever broken, and is anybody asked too much?
import { loadavg } from 'node:os'
import { openDatabase } from '../cli/database.ts'
import { dayMs, hourMs } from '../kernel/clock.ts'
import { openNode } from '../main.ts'
import type { Bench } from './bench.ts'
import type { Figure } from './result.ts'
import {
  brokenRules,
  type Ended,
  endedJobs,
  overdue,
  type Used,
  usedLately,
} from './weeks-counts.ts'
import { askVillages, catchUp, endOverdue, newJobs, type Plot } from './weeks-day.ts'
import { type Opening, openWeeks, type Weeks } from './weeks-world.ts'

/** Jobs of each week: W1 says 640 as usual, 1,570 at the peak, about 8,500 in all. */
const jobsOfWeek = [400, 800, 1_570, 1_200, 900, 640, 640, 640, 600, 500, 350, 260] as const
const hoursAwake = [8, 10, 12, 14, 16, 18, 20] as const
/** Nobody could so long after it was due: it is ended and said. */
const overdueDays = 2
/** Without new ones, until the last has ended. */
const tailDays = 10
const weekDays = 7

export type Replayed = {
  readonly ended: readonly Ended[]
  readonly broken: readonly string[]
  readonly months: readonly Used[]
  readonly volunteers: number
  readonly asked: Plot['asked']
}

/** W1's own hours for a half of them. */
const targetHours: Readonly<Record<string, number>> = { today: 12, '48h': 48, routine: 120 }

export const bench: Bench = async ({ seed, scale = 1, count, io, dataDir }) => {
  const database = await openDatabase(dataDir, { isServer: true, url: undefined })
  const { store } = await openNode(database)
  const startedMs = performance.now()
  const weeksCount = count ?? jobsOfWeek.length
  try {
    const opening = { store, seed, scale, progress: io.progress }
    const replayed = await replayWeeks(opening, weeksCount, words => io.say(words))
    const seconds = (performance.now() - startedMs) / 1000
    const busy = (loadavg()[0] ?? 0).toFixed(1)
    const load = `${weeksCount} weeks at one in ${scale}, load average ${busy}`
    const took = { measure: 'it took', figure: seconds, unit: 's' }
    return { name: 'weeks', load, seed, figures: [...figuresOf(replayed), took] }
  } finally {
    await store.close()
    await database.stop()
  }
}

export async function replayWeeks(
  opening: Opening,
  weeksCount: number,
  tell: (words: string) => void,
): Promise<Replayed> {
  const weeks = await openWeeks(opening)
  const plot: Plot = {
    ...{ later: [], needAt: new Map() },
    asked: { count: 0, refused: 0, late: 0 },
  }
  const months: Used[] = []
  let owed = 0
  for (let day = 0; day < weeksCount * weekDays + tailDays; day++) {
    owed += (jobsOfWeek[Math.floor(day / weekDays)] ?? 0) / weekDays / weeks.scale
    if (day >= weeksCount * weekDays) owed = 0
    const today = Math.floor(owed)
    owed -= today
    await liveDay(weeks, plot, { day, jobs: today })
    if ((day + 1) % 28 === 0) months.push(await usedLately(weeks))
    if ((day + 1) % weekDays === 0) tell(`week ${(day + 1) / weekDays}: ${plot.needAt.size} jobs`)
  }
  return {
    ended: await endedJobs(weeks),
    broken: await brokenRules(weeks),
    ...{ months, volunteers: weeks.helpers.size, asked: plot.asked },
  }
}

async function liveDay(weeks: Weeks, plot: Plot, { day, jobs }: { day: number; jobs: number }) {
  const midnight = weeks.startMs + day * dayMs
  for (const [nth, hour] of hoursAwake.entries()) {
    await catchUp(weeks, plot, midnight + hour * hourMs)
    const share = Math.floor((jobs * (nth + 1)) / 7) - Math.floor((jobs * nth) / 7)
    await newJobs(weeks, plot, share)
    await askVillages(weeks, plot)
  }
  await catchUp(weeks, plot, midnight + 22 * hourMs)
  await endOverdue(weeks, await overdue(weeks, overdueDays))
}

const stillOpen = ['offered', 'claimed', 'under-way']

export function figuresOf({ ended, broken, months, volunteers, asked }: Replayed): Figure[] {
  const sum = (is: (one: Ended) => boolean) =>
    ended.filter(is).reduce((all, { count }) => all + count, 0)
  const of = (state: string) => sum(one => one.state === state)
  const all = sum(() => true)
  const unsaid = ended
    .filter(({ state }) => state === 'failed' || state === 'released')
    .reduce((n, one) => n + one.count - one.reasoned, 0)
  const none = { unit: '', target: { is: 'exactly', value: 0 } as const }
  const share = (n: number) => (100 * n) / Math.max(1, all)
  return [
    { measure: 'jobs', figure: all, unit: '' },
    {
      measure: 'still open at the end',
      figure: sum(one => stillOpen.includes(one.state)),
      ...none,
    },
    { measure: 'not managed or released without a reason', figure: unsaid, ...none },
    { measure: 'broken rules', figure: broken.length, ...none },
    { measure: 'done', figure: share(of('done')), unit: '%' },
    { measure: 'not managed', figure: share(of('failed')), unit: '%' },
    { measure: 'released', figure: share(of('released')), unit: '%' },
    ...ended
      .filter(({ state }) => state === 'done')
      .map(({ urgency, medianHours }) => ({
        measure: `need to done, half of ${urgency} within`,
        ...{ figure: medianHours, unit: 'h' },
        target: { is: 'at most', value: targetHours[urgency] ?? 0 } as const,
      })),
    ...months.flatMap(({ used, most }, nth) => [
      {
        measure: `volunteers used in month ${nth + 1}`,
        ...{ figure: (100 * used) / volunteers, unit: '%' },
      },
      { measure: `most jobs of one in month ${nth + 1}`, figure: most, unit: '' },
    ]),
    { measure: 'asked for each job', figure: asked.count / Math.max(1, all), unit: '' },
    { measure: 'yes that came too late', figure: asked.late, unit: '' },
  ]
}
