// What comes back: receipts become attempts, dead numbers are marked, STOP stops at once.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ask } from '../../tests/guards/database.ts'
import { compareRebuild } from '../events/index.ts'
import {
  callbackToken,
  type MailingStory,
  makeMailingStory,
  mobileOf,
  pointOf,
  queueTest,
} from '../testing/mailing-story.ts'
import { council } from '../testing/make-node.ts'
import type { Notified } from '../testing/notify-stand-in.ts'
import { makeTestApp, testOrigin } from '../testing/request.ts'
import { personId } from '../testing/small-district.ts'
import { handOver, tellReach } from './index.ts'

let story: MailingStory
beforeEach(async () => {
  story = await makeMailingStory()
  await queueTest(story.t, { template: story.template, counted: 3 })
  await handOver(story.t.node, council)
})
afterEach(() => story.close())

async function callBack(what: 'receipts' | 'replies', body: unknown, token = callbackToken) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const path = `${testOrigin}/api/notify/${council}/${what}`
  const sent = { method: 'POST', headers, body: JSON.stringify(body) }
  return (await makeTestApp(story.t).request(path, sent)).status
}

const messageTo = (nth: number): Notified => {
  const found = story.notify.got.find(({ to }) => to === mobileOf(nth))
  if (!found) throw new Error(`nothing went to ${nth}`)
  return found
}
const receipt = (nth: number, status: string) =>
  callBack('receipts', story.notify.receiptFor(messageTo(nth), status))
const reply = (nth: number, text: string) =>
  callBack('replies', story.notify.replyFrom(mobileOf(nth), text))

const attempts = () =>
  ask(
    story.t.adminUrl,
    `select p.given, a.channel, a.outcome, m.state, m.next_step from doorstep.attempts a
     join doorstep.people p on p.id = a.subject join doorstep.members m on m.id = a.member
     order by p.given`,
  )
const flags = async (given: string) =>
  (
    await ask<{ flags: string[] }>(
      story.t.adminUrl,
      `select flags from doorstep.people where id = '${personId(given)}'`,
    )
  )[0]?.flags

test('a delivered text is a message left, told once however often it is receipted', async () => {
  expect(await receipt(1, 'delivered')).toBe(204)
  expect(await receipt(1, 'delivered')).toBe(204)
  expect(await receipt(1, 'temporary-failure')).toBe(204)
  expect(await tellReach(story.t.node, council)).toBe(1)
  expect(await tellReach(story.t.node, council)).toBe(0)
  expect(await attempts()).toEqual([
    {
      ...{ given: 'Ann', channel: 'text', outcome: 'voicemail_left' },
      ...{ state: 'tried', next_step: 'ring' },
    },
  ])
})

test('a number that will never do is marked, and the ladder moves on', async () => {
  await receipt(2, 'permanent-failure')
  await receipt(3, 'temporary-failure')
  await tellReach(story.t.node, council)
  expect(await attempts()).toMatchObject([
    { given: 'Bob', outcome: 'wrong_number', next_step: 'door' },
    { given: 'Cai', outcome: 'no_answer', next_step: 'ring' },
  ])
  const points = await ask(
    story.t.adminUrl,
    `select state from doorstep.contact_points where id = '${pointOf('Bob', 'mobile')}'`,
  )
  expect(points).toEqual([{ state: 'wrong' }])
})

test.each(['STOP', 'stop.', ' Stop\n', 'STOPIO', 'Please stop'])(
  '%j ends texts at once',
  async text => {
    expect(await reply(1, text)).toBe(204)
    expect(await flags('Ann')).toEqual(['no-texts'])
    expect(await flags('Bob')).toEqual([])
  },
)

test('any other reply waits for a person, with what was said and by whom', async () => {
  const body = story.notify.replyFrom(mobileOf(2), 'Please stop ringing my son. Ring me')
  await callBack('replies', body)
  await callBack('replies', body)
  await callBack('replies', story.notify.replyFrom('+447700900888', 'Who is this?'))
  expect(await flags('Bob')).toEqual([])
  const rows = await ask(
    story.t.adminUrl,
    `select person, text, answered_at from doorstep.mailing_replies order by came_at`,
  )
  expect(rows).toEqual([
    { person: personId('Bob'), text: 'Please stop ringing my son. Ring me', answered_at: null },
    { person: null, text: 'Who is this?', answered_at: null },
  ])
})

test('whoever does not have the token, or says nothing sensible, changes nothing', async () => {
  const { reference } = messageTo(1)
  const said = { reference, status: 'delivered' }
  expect(await callBack('receipts', said, 'another')).toBe(401)
  expect(await callBack('receipts', { reference, status: 'hello' })).toBe(415)
  expect(await callBack('receipts', { reference: 'x', status: 'delivered' })).toBe(204)
  expect(await callBack('replies', { message: 'STOP' })).toBe(415)
  expect(await tellReach(story.t.node, council)).toBe(0)
})

test('made again from the record, replies and outcomes are the same', async () => {
  await receipt(1, 'delivered')
  await reply(1, 'STOP')
  await reply(2, 'Thank you')
  await tellReach(story.t.node, council)
  const { store, registry } = story.t.node
  const { differences } = await compareRebuild(store, registry, { council, actor: council })
  expect(differences).toEqual([])
})
