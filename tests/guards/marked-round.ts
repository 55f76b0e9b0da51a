// A campaign in each council with the marked people in it: tried, in need, and planned for.
import { worryTold } from '../../src/concerns/index.ts'
import { getPack } from '../../src/hazards/index.ts'
import { type Id, idFrom, newId } from '../../src/kernel/ids.ts'
import { actionPlanned, needFound } from '../../src/needs/index.ts'
import { erased, reviewOpened } from '../../src/people/index.ts'
import { attemptRecorded, campaignOpened } from '../../src/reach/domain/events.ts'
import { joined } from '../../src/reach/domain/join.ts'
import { memberId } from '../../src/reach/index.ts'
import type { TestNode } from '../../src/testing/make-node.ts'
import type { MarkedPerson } from './marked-people.ts'
import { put } from './world.ts'

export const campaignOf = (council: string): Id => idFrom('guard campaign', council)
const roundOf = (council: string): Id => idFrom('guard round', council)
export const memberOf = (council: string, person: Id): Id => memberId(roundOf(council), person)
export const reviewOf = (council: string): Id => idFrom('guard review', council)
export const needOf = (person: Id): Id => idFrom('guard need', person)
export const concernOf = (person: Id): Id => idFrom('guard concern', person)
export const actionOf = (person: Id): Id => idFrom('guard action', person)

export async function addMarkedRound(t: TestNode, people: readonly MarkedPerson[]): Promise<void> {
  for (const [council, own] of Map.groupBy(people, person => person.council)) {
    await put(t, council, [opened(council)])
    await put(
      t,
      council,
      own.map(person => joins(t, person)),
    )
    await put(
      t,
      council,
      own.map(person => tried(person)),
    )
    await put(
      t,
      council,
      own.map(person => needs(person)),
    )
    await put(
      t,
      council,
      own.map(person => planned(t, person)),
    )
    await put(
      t,
      council,
      own.map(person => worried(t, person)),
    )
  }
  const pair = people.filter(one => ['own street', 'other village'].includes(one.level))
  const [first] = pair
  if (first) await put(t, first.council, [doubted(first.council, pair)])
  for (const { id, council, level } of people) {
    if (level === 'erased') await put(t, council, [erased({ subjects: [id], body: {} })])
  }
}

function opened(council: string) {
  return campaignOpened({
    subjects: [],
    body: {
      campaign: campaignOf(council),
      round: roundOf(council),
      pack: 'pandemic',
      packVersion: 1,
      memberKind: 'person',
      rule: { lists: [], places: [], withFlags: [], withoutFlags: [] },
      answerable: newId(),
    },
    words: { title: 'Spring contact', purpose: 'Reaching people' },
  })
}

/** A doubt about two people in two villages: only who may see both may judge it. */
function doubted(council: string, pair: readonly MarkedPerson[]) {
  const persons = pair.map(one => one.id)
  const reason = 'asked-by-staff' as const
  return reviewOpened({ subjects: persons, body: { review: reviewOf(council), reason, persons } })
}

function joins(t: TestNode, { id, council, street }: MarkedPerson) {
  return joined(
    { subject: id, kind: 'person', place: street, canRing: true, excuse: null },
    {
      campaign: campaignOf(council),
      round: roundOf(council),
      pack: getPack('pandemic', 1),
      list: null,
      now: t.clock.now(),
    },
  )
}

function tried({ id, council, street, words }: MarkedPerson) {
  const round = roundOf(council)
  return attemptRecorded({
    subjects: [id],
    place: street,
    body: {
      attempt: newId(),
      campaign: campaignOf(council),
      round,
      member: memberId(round, id),
      channel: 'call',
      contactPoint: null,
      outcome: 'no_answer',
      wasStopped: false,
      isAttempt: true,
      asked: false,
      needs: 1,
      state: 'tried',
      reason: null,
      until: null,
      promisedAt: null,
      scriptVersion: null,
      next: { step: 'ring', at: null },
    },
    words: { note: words.note },
  })
}

function needs({ id, council, street, words }: MarkedPerson) {
  const body = { need: needOf(id), person: id, campaign: campaignOf(council), attempt: null }
  return needFound({
    subjects: [id],
    place: street,
    body: { ...body, kind: 'food', urgency: 'today', how: 'call' },
    words: { words: words.need },
  })
}

function worried(t: TestNode, { id, street, words }: MarkedPerson) {
  const [answerBy, endBy] = [t.clock.now() + 1, t.clock.now() + 2]
  const body = { worry: concernOf(id), person: id, cause: 'worry' as const, attempt: null }
  return worryTold({
    subjects: [id],
    place: street,
    body: { ...body, isDanger: false, answerBy, endBy },
    words: { words: words.worry },
  })
}

function planned(t: TestNode, { id, street, words }: MarkedPerson) {
  return actionPlanned({
    subjects: [id],
    place: street,
    body: {
      action: actionOf(id),
      person: id,
      need: needOf(id),
      owner: null,
      dueAt: t.clock.now() - 1,
    },
    words: { what: words.plan },
  })
}
