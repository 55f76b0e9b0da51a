// What happens to jobs in two hours of the replay? Needs come in, claims free themselves, whole
// villages are asked at once, some answer, some set out, most come back with it done.
import { scopeOf } from '../access/index.ts'
import {
  askVolunteer,
  beginJob,
  declineAskFor,
  failJob,
  finishJob,
  freeClaims,
  giveBackJob,
  giveJob,
  offerJob,
  proposalFor,
  releaseJob,
  sayHome,
} from '../jobs/index.ts'
import { hourMs, minuteMs } from '../kernel/clock.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { type Due, waitingVillages } from './weeks-counts.ts'
import { ask, council, inTx, system, type Weeks } from './weeks-world.ts'

export type Later = { readonly at: number; run(): Promise<void> }
export type Plot = {
  /** What will happen, in no order. */
  readonly later: Later[]
  readonly needAt: Map<Id, number>
  readonly asked: { count: number; refused: number; late: number }
}

/** W1's mix: prescriptions 60, shopping 25, chat 10, other 5. */
const mix = [
  [0.6, 'prescription', 'medicine'],
  [0.85, 'shopping', 'food-shopping'],
  [0.95, 'friendly-call', 'friendly-call'],
  [1, 'other', 'something-else'],
] as const
const urgencyMix = [
  [0.3, 'today', 10],
  [0.75, '48h', 44],
  [1, 'routine', 120],
] as const

export async function newJobs(weeks: Weeks, plot: Plot, count: number): Promise<void> {
  const { chance, clock, people } = weeks
  for (let nth = 0; nth < count; nth++) {
    const person = people[Math.floor(chance() * people.length)] ?? ''
    const kind = chosen(mix, chance())
    const [, urgency, hours] = chosen(urgencyMix, chance())
    const job = newId()
    const need = newId()
    const found = { need, person, kind: kind[2], urgency, how: 'inbound', words: '' }
    await sure(weeks, { name: 'needs.add-need' }, found)
    const what = { kind: kind[1], size: 'small', care: [], urgency, need, place: null }
    const when = { startAt: null, dueAt: clock.now() + hours * hourMs }
    const said = { items: 'As on the list', from: 'High Street', safety: '' }
    await sure(weeks, offerJob, { job, person, ...what, ...when, ...said })
    plot.needAt.set(job, clock.now())
  }
}

async function sure(weeks: Weeks, command: { readonly name: string }, input: object) {
  const done = await ask(weeks, command, input)
  if (isRefusal(done)) throw new Error(`Broken: ${command.name} was refused: ${done.refused}`)
}

function chosen<T extends readonly [number, ...unknown[]]>(from: readonly T[], luck: number): T {
  return from.find(([until]) => luck < until) ?? (from.at(-1) as T)
}

/** Every village in which somebody is needed is asked at once, as a coordinator would. */
export async function askVillages(weeks: Weeks, plot: Plot): Promise<void> {
  const now = weeks.clock.now()
  await freeClaims(weeks.node, council)
  for (const village of await waitingVillages(weeks)) {
    const { given } = await inTx(weeks, tx => {
      const permissions = weeks.node.registry.permissions
      const scope = scopeOf(permissions, system, { permission: 'jobs.manage', now })
      return proposalFor(tx, scope, { village, now })
    })
    for (const { job, asked } of given) {
      for (const { volunteer } of asked) await askOne(weeks, plot, { job: job.id, volunteer })
    }
  }
}

type Pair = { readonly job: Id; readonly volunteer: Id }

async function askOne(weeks: Weeks, plot: Plot, pair: Pair): Promise<void> {
  const done = await ask(weeks, askVolunteer, pair)
  if (isRefusal(done)) {
    plot.asked.refused++
    return
  }
  plot.asked.count++
  const { chance, clock, helpers } = weeks
  const luck = chance()
  const isActive = helpers.get(pair.volunteer)?.isActive ?? false
  const [yes, no] = isActive ? [0.6, 0.8] : [0, 0.1]
  if (luck >= no) return
  const at = clock.now() + (10 + chance() * 170) * minuteMs
  const { ask: id } = (done as unknown as { answer: { ask: Id } }).answer
  const run =
    luck < yes
      ? () => sayYes(weeks, plot, pair)
      : async () => {
          await ask(weeks, declineAskFor, { job: pair.job, ask: id })
        }
  plot.later.push({ at, run })
}

async function sayYes(weeks: Weeks, plot: Plot, { job, volunteer }: Pair): Promise<void> {
  const done = await ask(weeks, giveJob, { job, volunteer, second: null })
  if (isRefusal(done)) {
    plot.asked.late++
    return
  }
  const isWhole = (done as unknown as { answer: { isWhole: boolean } }).answer.isWhole
  // One in twenty forgets it: the claim frees itself.
  if (!isWhole || weeks.chance() < 0.05) return
  const at = weeks.clock.now() + (20 + weeks.chance() * 300) * minuteMs
  plot.later.push({ at, run: () => setOut(weeks, plot, job) })
}

const outcomes = [
  [0.93, 'done'],
  [0.96, 'back'],
  [1, 'failed'],
] as const

async function setOut(weeks: Weeks, plot: Plot, job: Id): Promise<void> {
  const begun = await ask(weeks, beginJob.other, { job })
  if (isRefusal(begun)) return
  const [, outcome] = chosen(outcomes, weeks.chance())
  const at = weeks.clock.now() + (30 + weeks.chance() * 60) * minuteMs
  const ends = {
    done: [finishJob.other, { job, handedTo: 'The person', note: '' }],
    back: [giveBackJob.other, { job, reason: 'cannot' }],
    failed: [failJob.other, { job, reason: 'no-answer', note: '' }],
  } as const
  const [command, input] = ends[outcome]
  const run = async () => {
    await ask(weeks, command, input)
    await ask(weeks, sayHome.other, { job })
  }
  plot.later.push({ at, run })
}

/** What was to happen by now, in its order; what follows from it too. */
export async function catchUp(weeks: Weeks, plot: Plot, until: number): Promise<void> {
  for (;;) {
    const next = plot.later
      .filter(({ at }) => at <= until)
      .sort((one, other) => one.at - other.at)
      .at(0)
    if (!next) break
    plot.later.splice(plot.later.indexOf(next), 1)
    weeks.clock.turnTo(Math.max(weeks.clock.now(), next.at))
    await next.run()
  }
  weeks.clock.turnTo(Math.max(weeks.clock.now(), until))
}

/** A coordinator ends what nobody could do so long after it was due, and says so. */
export async function endOverdue(weeks: Weeks, due: readonly Due[]): Promise<void> {
  for (const { job } of due) {
    await ask(weeks, releaseJob, { job, reason: 'nobody-could' })
  }
}
