// What does somebody who rings do in the replay? Takes whom the queue gives, and saves what came.
import { type Actor, type RoleName, scopeOf } from '../access/index.ts'
import type { CoreOutcome } from '../hazards/index.ts'
import { hourMs, minuteMs } from '../kernel/clock.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { raiseFlag } from '../people/index.ts'
import { type Call, findCall, recordAttempt, shareCalls, takeNext } from '../reach/index.ts'
import type { Chance } from './chance.ts'
import { callOutcome, chanceOf, fateOf } from './replay-luck.ts'
import { aManager, ask, inTx, must, seqNow, turnTo, type World, working } from './replay-world.ts'

export type Caller = {
  readonly actor: Actor
  readonly everyMinutes: number
  readonly untilMinutes: number
  readonly chance: Chance
  at: number
  left: number
}

type Shift = { readonly from: number; readonly until: number; readonly calls: number }

/** W1: 14 people by 30, 10 half days by 15, 45 in villages by 10, each for one in `scale`. */
const shifts: readonly { role: RoleName; who: RegExp; of: number; shift: Shift }[] = [
  { role: 'call-handler', who: /^/, of: 14, shift: { from: 540, until: 1020, calls: 30 } },
  { role: 'call-handler', who: /^half/, of: 10, shift: { from: 1020, until: 1200, calls: 15 } },
  { role: 'village-coordinator', who: /^/, of: 45, shift: { from: 570, until: 1140, calls: 10 } },
]

export function callersToday(world: World): Caller[] {
  const { actors, scale, seed, day } = world
  const halves = [...actors].filter(([ref]) => ref.startsWith('half')).map(([, one]) => one)
  return shifts.flatMap(({ role, who, of, shift }) => {
    const isHalf = who.source !== '^'
    const all = isHalf ? halves : working(world, role).filter(one => !halves.includes(one))
    return all.slice(0, Math.max(2, Math.ceil(of / scale))).map((actor, nth): Caller => {
      const everyMinutes = (shift.until - shift.from) / shift.calls
      const chance = chanceOf(seed, 'caller', day, role, isHalf ? 'half' : 'full', nth)
      const begin = shift.from + chance() * everyMinutes
      const rest = { untilMinutes: shift.until, left: shift.calls }
      return { actor, everyMinutes, chance, at: begin, ...rest }
    })
  })
}

/** In the morning the calls are shared over those who ring for the whole council. */
export async function shareThem(world: World): Promise<void> {
  const now = world.clock.now()
  const callers = working(world, 'call-handler').map(({ id: user }) => {
    return { user, room: 30, languages: [], from: now, to: now + 9 * hourMs }
  })
  await must(world, aManager(world), [shareCalls, { share: newId(), callers, upTo: 'all' }])
}

const emptyMinutes = 30

/** Side by side, at one moment; two who were given the same person are a fault. */
export async function ringTogether(world: World, callers: readonly Caller[]): Promise<void> {
  const [first] = callers
  turnTo(world, first?.at ?? 0)
  const rung = await Promise.all(callers.map(caller => ringOnce(world, caller)))
  const members = rung.filter(member => member !== undefined)
  const twice = members.filter((member, nth) => members.indexOf(member) !== nth)
  world.doubled.push(...twice)
}

async function ringOnce(world: World, caller: Caller): Promise<Id | undefined> {
  caller.at += caller.everyMinutes * (0.7 + 0.6 * caller.chance())
  const call = await takeOne(world, caller.actor)
  if (!call) {
    caller.at += emptyMinutes
    return undefined
  }
  caller.left -= 1
  // Now and then somebody closes their browser and is gone: the hold frees by itself.
  if (caller.chance() >= 0.005) await save(world, caller, call)
  return call.member
}

async function takeOne(world: World, actor: Actor): Promise<Call | undefined> {
  const { node, clock, handings } = world
  const now = clock.now()
  const scope = scopeOf(node.registry.permissions, actor, { permission: 'reach.record', now })
  return inTx(world, async tx => {
    const next = await takeNext(tx, scope, { now, user: actor.id })
    if (!next) return undefined
    handings.push({ member: next.member, seq: await seqNow(tx), how: 'call' })
    const call = await findCall(tx, scope, next.member)
    if (!call) throw new Error(`Broken: ${next.member} was given and cannot be opened`)
    return call
  })
}

async function save(world: World, { actor, chance }: Caller, call: Call): Promise<void> {
  const { seed, clock } = world
  const outcome = callOutcome(fateOf(seed, aboutOf(call)), chance)
  const phones = call.phones.filter(({ state }) => state === 'untested' || state === 'works')
  const isPromise = outcome === 'call_back_later'
  const promisedAt = isPromise ? promiseAfter(clock.now(), chance) : null
  const attempt = newId()
  await record(world, actor, {
    ...{ attempt, member: call.member, channel: 'call', outcome, promisedAt },
    contactPoint: phones[call.tries % Math.max(1, phones.length)]?.id ?? null,
    needs: outcome === 'spoke_complete' ? needsBy(chance) : [],
  })
  if (promisedAt !== null) world.promises.push({ member: call.member, at: promisedAt, attempt })
  if (outcome === 'spoke_no_help_wanted' && chance() < 0.04) {
    const flag = chance() < 0.5 ? 'do-not-call' : 'no-texts'
    const person = call.person.id
    await ask(world, actor, [raiseFlag, { person, flag, source: 'call', note: '' }])
  }
}

export const aboutOf = ({ person }: Pick<Call, 'person'>) =>
  `${person.name} ${person.born} ${person.postcode}`

/** On a half hour of today or tomorrow, whether or not anybody works then. */
function promiseAfter(now: number, chance: Chance): number {
  const half = 30 * minuteMs
  return Math.ceil((now + (1 + 29 * chance()) * hourMs) / half) * half
}

/** 11.5 % have a need, 1.6 each. */
export function needsBy(chance: Chance) {
  if (chance() >= 0.115) return []
  const kinds = ['food-shopping', 'medicine', 'friendly-call'].slice(0, chance() < 0.6 ? 2 : 1)
  return kinds.map(kind => ({ kind, urgency: '48h' }))
}

type Made = {
  readonly attempt: Id
  readonly member: Id
  readonly channel: string
  readonly outcome: CoreOutcome
  readonly contactPoint?: Id | null
  readonly promisedAt?: number | null
  readonly needs?: readonly object[]
  readonly happenedAt?: number | null
}

/** What was told and accepted must be in the log in the evening. */
export async function record(world: World, actor: Actor, made: Made): Promise<boolean> {
  const usual = { contactPoint: null, promisedAt: null, needs: [], happenedAt: null }
  const scriptVersion = made.channel === 'call' ? 1 : null
  const input = { ...usual, ...made, note: '', scriptVersion }
  const done = await ask(world, actor, [recordAttempt, input])
  if (isRefusal(done)) {
    if (done.refused === 'not-found') return false
    throw new Error(`an attempt was refused: ${done.refused}`)
  }
  world.attempts.add(made.attempt)
  return true
}
