// Does each person get the message once and nobody else any, whatever breaks on the way?
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ask } from '../../tests/guards/database.ts'
import { tellWorry } from '../concerns/index.ts'
import { act, compareRebuild } from '../events/index.ts'
import { hourMs, secondMs } from '../kernel/clock.ts'
import { newId } from '../kernel/ids.ts'
import { raiseFlag } from '../people/index.ts'
import { recordAttempt } from '../reach/index.ts'
import {
  type MailingStory,
  makeMailingStory,
  mobileOf,
  queueTest,
} from '../testing/mailing-story.ts'
import { council } from '../testing/make-node.ts'
import { memberOf, personId } from '../testing/small-district.ts'
import { handOver, reconcile, stopMailing } from './index.ts'

let story: MailingStory
beforeEach(async () => {
  story = await makeMailingStory()
})
afterEach(() => story.close())

const queue = (counted: number, more = {}) =>
  queueTest(story.t, { template: story.template, counted, ...more })
const send = () => handOver(story.t.node, council)
const later = (ms: number) => story.t.clock.turnTo(story.t.clock.now() + ms)
const told = () => story.notify.got.map(({ to, body }) => `${to} ${body}`).sort()

const states = async () => {
  const rows = await ask<{ state: string; reason: string | null; n: number }>(
    story.t.adminUrl,
    `select state, reason, count(*)::int as n from doorstep.mailing_messages
     group by state, reason order by state, reason`,
  )
  return rows.map(({ state, reason, n }) => `${n} ${state}${reason ? ` ${reason}` : ''}`)
}

/** Claims of a process that died a minute ago. */
const age = () =>
  ask(
    story.t.adminUrl,
    `update doorstep.mailing_claims set claimed_at = claimed_at - interval '1 minute'`,
  )

const flag = (given: string, flag: string) =>
  act(story.t.node, story.t.system, raiseFlag, {
    id: newId(),
    input: { person: personId(given), flag, source: 'test', note: '' },
  })

test('everybody with a mobile is written to once, in their own language', async () => {
  const { done } = await queue(3)
  expect(done).toMatchObject({ answer: { queued: 3 } })
  expect(await send()).toBe(3)
  expect(told()).toEqual([
    `${mobileOf(1)} South Vale Council: we tried to ring you, Ann. Ring 01632 960001.`,
    `${mobileOf(2)} South Vale Council: we tried to ring you, Bob. Ring 01632 960001.`,
    `${mobileOf(3)} South Vale Council: ceision ni eich ffonio, Cai. 01632 960001.`,
  ])
  expect(await states()).toEqual(['3 handed'])
  expect(await send()).toBe(0)
})

test('the queue says who is left out; a preview that is no longer true is refused', async () => {
  await flag('Ann', 'do-not-call')
  expect((await queue(3)).done).toEqual({ refused: 'stale-preview' })
  const { mailing } = await queue(2)
  const [row] = await ask<{ left_out: unknown }>(
    story.t.adminUrl,
    `select left_out from doorstep.mailings where id = '${mailing}'`,
  )
  expect(row?.left_out).toEqual({ 'do-not-call': 1, 'no-contact-point': 2 })
})

test('a stop that came after the queue holds at the moment of sending', async () => {
  await queue(3)
  await flag('Ann', 'deceased-reported')
  await flag('Bob', 'no-texts')
  await act(story.t.node, story.t.system, recordAttempt, {
    id: newId(),
    input: {
      ...{ attempt: newId(), member: memberOf('Cai'), channel: 'call', contactPoint: null },
      ...{ outcome: 'refused', needs: [], note: '', promisedAt: null, happenedAt: null },
      scriptVersion: null,
    },
  })
  expect(await send()).toBe(0)
  expect(told()).toEqual([])
  expect(await states()).toEqual(['1 left-out died', '1 left-out opted-out', '1 left-out said-no'])
})

const worry = (given: string) =>
  act(story.t.node, story.t.system, tellWorry, {
    id: newId(),
    input: { worry: newId(), person: personId(given), isDanger: false, words: 'Curtains shut' },
  })

test('whom the desk looks after is not pressed, but is told what all are told', async () => {
  await queue(3, { whom: 'unreached' })
  await worry('Ann')
  expect(await send()).toBe(2)
  expect(await states()).toEqual(['2 handed', '1 left-out being-handled'])
  expect(told().join()).not.toContain('Ann')
  await queue(1, { whom: 'everybody' })
  expect(await send()).toBe(1)
  expect(told().join()).toContain('Ann')
})

test('nobody gets the same words twice in a round, however often they are queued', async () => {
  await queue(3)
  expect((await queue(0)).done).toEqual({ refused: 'nobody-left' })
  await send()
  expect((await queue(0)).done).toEqual({ refused: 'nobody-left' })
})

test('ten at once hand over each message once', async () => {
  await queue(3)
  await Promise.all(Array.from({ length: 10 }, send))
  expect(story.notify.got).toHaveLength(3)
})

test('a message that Notify took before we died is not sent again', async () => {
  await queue(3)
  story.notify.trouble('taken-and-silent', 3)
  expect(await send()).toBe(0)
  expect(story.notify.got).toHaveLength(3)
  expect(await send()).toBe(0)
  expect(await reconcile(story.t.node, council)).toBe(0)
  await age()
  expect(await reconcile(story.t.node, council)).toBe(3)
  expect(await send()).toBe(0)
  expect(story.notify.got).toHaveLength(3)
  expect(await states()).toEqual(['3 handed'])
})

test('a message that never arrived is sent again once that is certain', async () => {
  await queue(3)
  story.notify.trouble('silent', 3)
  await send()
  expect(story.notify.got).toHaveLength(0)
  await age()
  await reconcile(story.t.node, council)
  expect(await send()).toBe(3)
  expect(story.notify.got).toHaveLength(3)
})

test('an error of Notify sends nothing twice either', async () => {
  await queue(3)
  story.notify.trouble('broken', 3)
  await send()
  await age()
  await reconcile(story.t.node, council)
  await send()
  expect(story.notify.got).toHaveLength(3)
})

test('Notify’s limit is waited for, and its limit of the day for an hour', async () => {
  await queue(3)
  story.notify.limit(1)
  await send()
  expect(story.notify.got.length).toBeLessThan(3)
  story.notify.limit(3_000)
  expect(await send()).toBe(0)
  later(6 * secondMs)
  story.notify.trouble('day-over', 1)
  await send()
  later(6 * secondMs)
  expect(await send()).toBe(0)
  later(hourMs)
  await send()
  expect(story.notify.got).toHaveLength(3)
  expect(await states()).toEqual(['3 handed'])
})

test('what is stopped does not go out any more', async () => {
  const { mailing } = await queue(3)
  await act(story.t.node, story.t.system, stopMailing, { id: newId(), input: { mailing } })
  expect(await send()).toBe(0)
  expect(await states()).toEqual(['3 stopped'])
})

test('a practice council without a sender keeps what would have gone out', async () => {
  await story.setNotify(false)
  await queue(3)
  await send()
  expect(story.notify.got).toEqual([])
  expect(await states()).toEqual(['3 kept'])
})

test('made again from the record, every message stands where it stood', async () => {
  await queue(3)
  await flag('Ann', 'no-texts')
  story.notify.trouble('taken-and-silent', 1)
  await send()
  await age()
  await reconcile(story.t.node, council)
  const { store, registry } = story.t.node
  const { differences } = await compareRebuild(store, registry, { council, actor: council })
  expect(differences).toEqual([])
})
