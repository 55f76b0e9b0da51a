// What happens on one day of the replay, from midnight to midnight? In the order of the clock.
import { type Caller, callersToday, ringOnce, shareThem } from './replay-callers.ts'
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
    const caller = nextOf(callers)
    const [job] = jobs
    if (job && (!caller || job.minutes <= caller.at)) {
      jobs.shift()
      turnTo(world, job.minutes)
      await job.run(world)
      dropLeft(world, callers)
    } else if (caller) await ringOnce(world, caller)
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

function nextOf(callers: readonly Caller[]): Caller | undefined {
  let first: Caller | undefined
  for (const one of callers) {
    if (one.left > 0 && one.at < one.untilMinutes && one.at < (first?.at ?? 9e9)) first = one
  }
  return first
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
