// Where Notify cannot reach us: is what became of a message asked for, and what came in, each once?
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ask } from '../../tests/guards/database.ts'
import { minuteMs } from '../kernel/clock.ts'
import {
  type MailingStory,
  makeMailingStory,
  mobileOf,
  queueTest,
} from '../testing/mailing-story.ts'
import { council } from '../testing/make-node.ts'
import type { Notified } from '../testing/notify-stand-in.ts'
import { askAfter, handOver, tellReach } from './index.ts'

let story: MailingStory
beforeEach(async () => {
  story = await makeMailingStory()
  await queueTest(story.t, { template: story.template, counted: 3 })
  await handOver(story.t.node, council)
  later(3)
})
afterEach(() => story.close())

const later = (minutes: number) => story.t.clock.turnTo(story.t.clock.now() + minutes * minuteMs)
const messageTo = (nth: number): Notified => {
  const found = story.notify.got.find(({ to }) => to === mobileOf(nth))
  if (!found) throw new Error(`nothing went to ${nth}`)
  return found
}
const attempts = () =>
  ask(
    story.t.adminUrl,
    `select p.given, a.outcome from doorstep.attempts a
     join doorstep.people p on p.id = a.subject order by p.given`,
  )
const replies = () =>
  ask(story.t.adminUrl, 'select text, is_stop from doorstep.mailing_replies order by came_at, text')

test('what became of a message is learned once; what is on its way is asked again', async () => {
  expect(await askAfter(story.t.node, council)).toBe(0)
  story.notify.settle(messageTo(1), 'delivered')
  story.notify.settle(messageTo(2), 'permanent-failure')
  expect(await askAfter(story.t.node, council)).toBe(2)
  expect(await askAfter(story.t.node, council)).toBe(0)
  story.notify.settle(messageTo(3), 'temporary-failure')
  expect(await askAfter(story.t.node, council)).toBe(1)
  await tellReach(story.t.node, council)
  expect(await attempts()).toEqual([
    { given: 'Ann', outcome: 'voicemail_left' },
    { given: 'Bob', outcome: 'wrong_number' },
    { given: 'Cai', outcome: 'no_answer' },
  ])
})

test('what residents wrote is fetched once, and STOP stops', async () => {
  story.notify.keepReply(mobileOf(1), 'Stop')
  later(1)
  story.notify.keepReply(mobileOf(2), 'Please ring after five')
  expect(await askAfter(story.t.node, council)).toBe(2)
  expect(await askAfter(story.t.node, council)).toBe(0)
  expect(await replies()).toEqual([
    { text: 'Stop', is_stop: true },
    { text: 'Please ring after five', is_stop: false },
  ])
  const flags = await ask(
    story.t.adminUrl,
    `select p.given from doorstep.person_flags f join doorstep.people p on p.id = f.person
     where f.flag = 'no-texts'`,
  )
  expect(flags).toEqual([{ given: 'Ann' }])
})

test('a message is asked after for a week, and not while it has just gone', async () => {
  story.notify.settle(messageTo(1), 'delivered')
  later(-2)
  expect(await askAfter(story.t.node, council)).toBe(0)
  later(8 * 24 * 60)
  expect(await askAfter(story.t.node, council)).toBe(0)
})

test('while Notify does not answer, nothing is known and nothing is lost', async () => {
  story.notify.settle(messageTo(1), 'delivered')
  story.notify.limit(0)
  expect(await askAfter(story.t.node, council)).toBe(0)
  story.notify.limit(3_000)
  expect(await askAfter(story.t.node, council)).toBe(1)
})
