// How is the round told? Every attempt, plan and thing done, in the order in which it happened.

import type { Draft } from '../events/index.ts'
import { minuteMs } from '../kernel/clock.ts'
import type { Id } from '../kernel/ids.ts'
import { actionFinished, actionPlanned, needChanged } from '../needs/index.ts'
import { RecordAttempt, recordAttempt } from '../reach/index.ts'
import type { PlannedAttempt, PlannedNeed } from './generate/index.ts'
import { londonInstant } from './generate/index.ts'
import { campaignId } from './load-campaign.ts'
import { demoActor, demoCouncil, demoId, type Loading, turnTo } from './loading.ts'
import { actInOrder, notYetDone, type Telling } from './store/act-in-order.ts'
import { type KnownMember, membersByNumber } from './store/members-by-number.ts'

/** What is told together, in one transaction, lies in one hour and is about different people. */
const togetherMs = 60 * minuteMs

/** What happened before a moment; what was told before is not told again. */
export async function loadRound(loading: Loading, untilMs: number): Promise<void> {
  const { node, progress } = loading
  const told = (await timeline(loading)).filter(({ atMs }) => atMs < untilMs)
  const left = await notYetDone(node, demoCouncil.id, told)
  if (left.length === 0) return
  const shown = progress('Attempts, needs and plans', left.length)
  let done = 0
  for (const some of apartInTime(left)) {
    await actInOrder(node, some, atMs => turnTo(loading, atMs))
    done += some.length
    shown.update(done)
  }
  shown.end()
}

type Told = Telling & { readonly member: Id }

/**
 * In order. Whoever comes again begins a new part, decided on what the first did; what is planned
 * at the moment of an attempt goes with it.
 */
function apartInTime(tellings: readonly Told[]): Told[][] {
  const parts: Told[][] = []
  let lastOf = new Map<Id, number>()
  for (const telling of tellings) {
    const { member, atMs } = telling
    const part = parts.at(-1)
    const isInTime = part?.[0] !== undefined && atMs - part[0].atMs < togetherMs
    if (part && isInTime && (lastOf.get(member) ?? atMs) === atMs) part.push(telling)
    else {
      parts.push([telling])
      lastOf = new Map()
    }
    lastOf.set(member, atMs)
  }
  return parts
}

async function timeline({ node, district, plan }: Loading): Promise<Told[]> {
  const council = demoCouncil.id
  const who = { council, actor: demoActor().id }
  const members = await node.store.transaction(who, tx => membersByNumber(tx, council, campaignId))
  const byRef = new Map(district.people.map(person => [person.ref, person]))
  return plan.days
    .flatMap(day => day.attempts)
    .flatMap(attempt => {
      // A row that is held for somebody to judge has made no member yet: nobody rings.
      const member = members.get(byRef.get(attempt.personRef)?.nhsNumber ?? '')
      if (!member) return []
      return tellingsOf(attempt, member).map(one => ({ ...one, member: member.member }))
    })
    .sort((one, other) => one.atMs - other.atMs)
}

function tellingsOf(attempt: PlannedAttempt, member: KnownMember): Telling[] {
  const id = demoId('attempt', attempt.personRef, attempt.at)
  const atMs = Date.parse(attempt.at)
  const actor = demoActor(demoId(attempt.byRef))
  const input = inputOf(attempt, member, id)
  const tried: Telling = { id, atMs, actor, name: recordAttempt.name, input }
  return [
    tried,
    ...attempt.needs.flatMap((need, nth) =>
      planOf(need, { tried, member, need: needId(id, nth), nth }),
    ),
  ]
}

/** `decide` makes its ids through the telling: the needs of an attempt are its first ones. */
const needId = (attempt: Id, nth: number) => demoId('new', attempt, `${nth}`)

function inputOf(attempt: PlannedAttempt, { member, contacts }: KnownMember, id: Id) {
  const { needs, channel, outcome, contactPoint, note, callBackAt } = attempt
  const said = needs.map(need => need.words).join(' ')
  return RecordAttempt.parse({
    attempt: id,
    member,
    channel,
    contactPoint:
      contacts.find(one => tailOf(one.value) === tailOf(contactPoint.value))?.id ?? null,
    outcome,
    needs: needs.map(({ category, urgency }) => ({
      kind: packKinds[category] ?? category,
      urgency,
    })),
    note: said || note,
    promisedAt: callBackAt === null ? null : Date.parse(callBackAt),
    happenedAt: Date.parse(attempt.at),
    scriptVersion: channel === 'call' ? 1 : null,
  })
}

const packKinds: Partial<Record<PlannedNeed['category'], string>> = { lift: 'a-lift' }

/** The digits that all ways of writing one number share. */
const tailOf = (value: string) => value.replace(/\D/g, '').slice(-9)

type Found = { tried: Telling; member: KnownMember; need: Id; nth: number }

function planOf({ action }: PlannedNeed, { tried, member, need, nth }: Found): Telling[] {
  if (!action) return []
  const actionId = demoId('action', tried.id, `${nth}`)
  const { person, place } = member
  const about = { subjects: [person], place }
  const owner = action.ownerRef === null ? null : demoId(action.ownerRef)
  const dueAt = londonInstant(action.dueOn, dueMinutes).getTime()
  const planned = actionPlanned({
    ...about,
    body: { action: actionId, person, need, owner, dueAt },
    words: { what: action.what },
  })
  const plan = { id: demoId('plan', actionId), name: 'demo.plan', actor: tried.actor }
  const tellings: Telling[] = [{ ...plan, atMs: tried.atMs, drafts: [planned] }]
  if (action.doneAt === null) return tellings
  const done: Draft[] = [
    actionFinished({ ...about, body: { action: actionId, result: 'done' } }),
    needChanged({ ...about, body: { need, state: 'met' } }),
  ]
  const doer = demoActor(owner ?? tried.actor.id)
  const finish = { id: demoId('done', actionId), name: 'demo.done', actor: doer }
  return [...tellings, { ...finish, atMs: Date.parse(action.doneAt), drafts: done }]
}

const dueMinutes = 17 * 60
