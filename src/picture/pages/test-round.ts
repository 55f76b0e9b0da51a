// A small round in the middle of its days: everybody stands somewhere else. For the tests here.
import type { Actor } from '../../access/index.ts'
import { act, actInBulk, type Draft } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { actionPlanned, needChanged, needFound } from '../../needs/index.ts'
import { flagLowered, flagRaised, peopleMerged } from '../../people/index.ts'
import { recordAttempt } from '../../reach/index.ts'
import type { TestNode } from '../../testing/make-node.ts'
import {
  addPeople,
  addSmallDistrict,
  campaign,
  memberOf,
  openTestCampaign,
  otherStreet,
  personId,
  street,
  village,
} from '../../testing/small-district.ts'

export const hostile = `<b onload="alert(1)">'; drop table people; --`
const dayMs = 86_400_000

const people = [
  { given: 'Ada' },
  { given: 'Ben' },
  { given: 'Cat', phone: null },
  { given: 'Dan' },
  { given: 'Eve', place: otherStreet },
  { given: 'Fay', place: otherStreet },
  { given: 'Guy', place: null },
  { given: 'Hal', place: village },
  { given: 'Ivy', place: otherStreet },
  { given: 'Joy', place: otherStreet },
  { given: hostile },
]

/** Opens the campaign, tries people over five days, and leaves the clock on the sixth. */
export async function playRound(t: TestNode, pack = 'pandemic'): Promise<void> {
  const caller = await t.actorWith('hub-manager')
  const attempt = attemptsBy(t, caller)
  await addSmallDistrict(t)
  await addPeople(t, people)
  await openTestCampaign(t, people, pack)
  await tick(t, dayMs)
  await attempt('Ada', 'no_answer')
  await attempt('Eve', 'spoke_complete')
  await attempt('Dan', 'deceased_reported')
  await tick(t, dayMs)
  await attempt('Ada', 'spoke_complete')
  await attempt('Ben', 'voicemail_left')
  await attempt('Fay', 'refused')
  await bulk(t, [flag('Joy', 'moved-reported', true)])
  await tick(t, dayMs)
  await bulk(t, [flag('Joy', 'moved-reported', false), ...wants('Ada')])
  await attempt('Ben', 'call_back_later', t.clock.now() + 3 * dayMs)
  await tick(t, dayMs)
  await bulk(t, [merge('Ivy', 'Eve'), ...wants('Eve', 'met')])
  await tick(t, 2 * dayMs)
}

async function tick(t: TestNode, ms: number) {
  t.clock.turnTo(t.clock.now() + ms)
}

function attemptsBy(t: TestNode, caller: Actor) {
  return async (given: string, outcome: string, promisedAt?: number) => {
    const done = await act(t.node, caller, recordAttempt, {
      id: newId(),
      input: {
        attempt: newId(),
        member: memberOf(given),
        channel: 'call',
        contactPoint: null,
        outcome,
        needs: [],
        note: '',
        promisedAt: promisedAt ?? null,
        happenedAt: null,
        scriptVersion: null,
      },
    })
    if (isRefusal(done)) throw new Error(`the attempt was refused: ${done.refused}`)
  }
}

function flag(given: string, name: 'moved-reported', isRaised: boolean): Draft {
  const person = personId(given)
  const make = isRaised ? flagRaised : flagLowered
  return make({ subjects: [person], place: null, body: { person, flag: name, source: 'test' } })
}

function merge(from: string, into: string): Draft {
  const body = { from: personId(from), into: personId(into) }
  return peopleMerged({ subjects: [body.from, body.into], place: null, body })
}

/** A need with a planned step that nobody has; or one that is met. */
function wants(given: string, state?: 'met'): Draft[] {
  const person = personId(given)
  const need = newId()
  const found = needFound({
    subjects: [person],
    place: street,
    body: {
      need,
      person,
      campaign,
      attempt: null,
      kind: 'medicine',
      urgency: 'today',
      how: 'call',
    },
  })
  if (state === 'met') {
    const met = needChanged({ subjects: [person], place: street, body: { need, state } })
    return [found, met]
  }
  const body = { action: newId(), person, need, owner: null, dueAt: Date.UTC(2026, 3, 9) }
  const words = { what: 'Collect medicine' }
  return [found, actionPlanned({ subjects: [person], place: street, body, words })]
}

async function bulk(t: TestNode, drafts: readonly Draft[]) {
  const work = async (_tx: unknown, append: (drafts: readonly Draft[]) => Promise<unknown>) => {
    await append(drafts)
    return {}
  }
  const contentHash = new Uint8Array()
  await actInBulk(t.node, t.system, { id: newId(), name: 'test.bulk', contentHash, work })
}
