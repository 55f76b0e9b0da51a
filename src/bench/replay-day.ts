// What happens on one day of the replay, from midnight to midnight? In the order of the clock.
import { type Caller, callersToday, ringTogether, shareThem } from './replay-callers.ts'
import { type Job, officeToday } from './replay-office.ts'
import { type Post, sendLetters, sendTexts } from './replay-post.ts'
import { printRounds, typeRounds } from './replay-rounds.ts'
import { hire, turnTo, type World } from './replay-world.ts'

const textDays = [2, 6, 10]
const letterDays = [4, 11]
const hoursOfWork = [8, 10, 12, 14, 16, 18, 20]

export async function liveDay(world: World, post: Post): Promise<void> {
  const jobs = jobsToday(world, post).sort((one, other) => one.minutes - other.minutes)
  const callers = callersToday(world)
  for (;;) {
    const wave = waveOf(callers)
    const [first] = wave
    const [job] = jobs
    if (job && (!first || job.minutes <= first.at)) {
      jobs.shift()
      turnTo(world, job.minutes)
      await job.run(world)
      dropLeft(world, callers)
    } else if (first) await ringTogether(world, wave)
    else return
  }
}

function jobsToday(world: World, post: Post): Job[] {
  const { day } = world
  const jobs: Job[] = [
    { minutes: 5, run: runTasks },
    ...hoursOfWork.map(hour => ({ minutes: hour * 60 + 1, run: runTasks })),
    { minutes: 510, run: typeRounds },
    { minutes: 535, run: shareThem },
    ...officeToday(world),
  ]
  if (day % 2 === 1) jobs.push({ minutes: 1020, run: printRounds })
  if (textDays.includes(day)) jobs.push({ minutes: 1090, run: () => sendTexts(world, post) })
  if (letterDays.includes(day)) jobs.push({ minutes: 960, run: sendLetters })
  return jobs
}

/** All that a running server does by itself. */
async function runTasks(world: World): Promise<void> {
  for (const { tasks } of world.node.registry.capabilities) {
    for (const task of tasks) await task.run(world.node)
  }
}

const waveMinutes = 5
const waveMost = 8

/** Whoever rings next, and who does so within the same few minutes. */
function waveOf(callers: readonly Caller[]): readonly Caller[] {
  const here = callers.filter(one => one.left > 0 && one.at < one.untilMinutes)
  const inOrder = here.sort((one, other) => one.at - other.at)
  const until = (inOrder[0]?.at ?? 0) + waveMinutes
  return inOrder.slice(0, waveMost).filter(({ at }) => at < until)
}

/** Who was shut out rings nobody any more. */
function dropLeft({ actors }: World, callers: readonly Caller[]): void {
  const here = new Set([...actors.values()].map(({ id }) => id))
  for (const caller of callers) if (!here.has(caller.actor.id)) caller.left = 0
}

/** W1: ten half days in the evening. */
export async function hireEvenings(world: World): Promise<void> {
  const wanted = Math.max(2, Math.ceil(10 / world.scale))
  for (let nth = 0; nth < wanted; nth++) await hire(world, 'call-handler', `half ${nth + 1}`)
}
