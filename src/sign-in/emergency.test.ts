// Is emergency access short, on the record, told, marked, and judged by somebody else?
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ask } from '../../tests/guards/database.ts'
import { addUser } from '../access/index.ts'
import { act } from '../events/index.ts'
import { hourMs, minuteMs } from '../kernel/clock.ts'
import { newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { council, makeTestNode, type TestNode, testStart } from '../testing/make-node.ts'
import { signedIn } from '../testing/request.ts'
import { makeEmergencyLink } from './index.ts'
import { openDoor } from './testing/browser-without-window.ts'

const reason = 'The provider of the council has been down since 3 o’clock'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
})
afterAll(() => t.close())
beforeEach(() => t.clock.turnTo(testStart))

async function open() {
  const made = await makeEmergencyLink(t.node, council, reason)
  if (isRefusal(made)) throw new Error(made.refused)
  return made
}

test('the link lets one person in as administrator, for 2 hours, under its own name', async () => {
  const { token } = await open()
  const door = openDoor(t)
  expect((await door.get(`/sign-in/${token}`)).status).toBe(303)
  const html = await (await door.get('/users')).text()
  expect(html).toContain('Emergency administrator, 6 April 10:40')
  expect((await openDoor(t).get(`/sign-in/${token}`)).status).toBe(410)
  for (let minutes = 20; minutes < 120; minutes += 20) {
    t.clock.turnTo(testStart + minutes * minuteMs)
    expect((await door.get('/users')).status).toBe(200)
  }
  t.clock.turnTo(testStart + 2 * hourMs)
  expect((await door.get('/users')).status).toBe(404)
})

test('the link is over after 15 minutes', async () => {
  const { token } = await open()
  t.clock.turnTo(testStart + 15 * minuteMs)
  expect((await openDoor(t).get(`/sign-in/${token}`)).status).toBe(410)
})

test('it needs a reason, which stands in the register and not in the log', async () => {
  expect(await makeEmergencyLink(t.node, council, 'urgent')).toMatchObject({ refused: 'invalid' })
  await open()
  const events = await ask(t.adminUrl, 'select * from doorstep.events')
  const words = await ask(t.adminUrl, 'select * from doorstep.register')
  expect(JSON.stringify(events)).not.toContain('3 o’clock')
  expect(JSON.stringify(words)).toContain('3 o’clock')
})

test('data protection officers and administrators are told by message', async () => {
  const user = newId()
  const grants = [
    { role: 'data-protection-officer' as const, place: null, purpose: 'testing', until: null },
  ]
  const input = { user, name: 'Dilys Rees', email: 'dilys@example.org', grants }
  await act(t.node, t.system, addUser, { id: newId(), input })
  expect((await open()).told).toBe(1)
  const rows = await ask(
    t.adminUrl,
    "select subject from doorstep.messages where to_address = 'dilys@example.org'",
  )
  expect(rows).toEqual([{ subject: 'Doorstep: emergency access was opened' }])
})

test('what was done is shown, and somebody else says whether it was in order', async () => {
  const { token, user } = await open()
  const door = openDoor(t)
  await door.get(`/sign-in/${token}`)
  const person = { name: 'New Person', role: 'officer', place: 'council', purpose: 'the flood' }
  await door.post('/users/add', { ...person, command: newId() })
  const judged = { finding: 'in-order', command: newId() }
  expect((await door.post(`/emergencies/${user}/review`, judged)).status).toBe(403)
  const officer = await signedIn(t, await t.actorWith('data-protection-officer'))
  const waiting = await (await officer.get('/emergencies')).text()
  for (const words of [reason, 'access.UserAdded', 'Waits for a review']) {
    expect(waiting).toContain(words)
  }
  expect((await officer.post(`/emergencies/${user}/review`)).status).toBe(422)
  const saved = await officer.post(`/emergencies/${user}/review`, { finding: 'not-in-order' })
  expect(saved.status).toBe(303)
  expect(await (await officer.get('/emergencies')).text()).toContain('It was not in order')
  const again = await officer.post(`/emergencies/${user}/review`, { finding: 'in-order' })
  expect(again.status).toBe(409)
})
