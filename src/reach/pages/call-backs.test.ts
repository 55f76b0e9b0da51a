// The list of promised calls: late ones first, who promised, within one's places, and the words.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { allPacks } from '../../hazards/index.ts'
import { dayMs, hourMs } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { expectNoHardCodedText } from '../../pages/strings/index.ts'
import { raiseFlag } from '../../people/index.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { makeTestApp, type SignedIn, signedIn, testOrigin } from '../../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  campaign,
  memberOf,
  openTestCampaign,
  otherStreet,
  otherVillage,
  personId,
  village,
} from '../../testing/small-district.ts'
import { recordAttempt } from '../domain/record-attempt.ts'

let t: TestNode
let caller: Actor
let browser: SignedIn
const people = [
  { given: 'Joan' },
  { given: 'Arthur' },
  { given: 'Ivy', place: otherStreet },
  { given: 'Dot' },
  { given: 'Edna' },
]

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, people)
  await openTestCampaign(t, people)
  caller = await t.actorWith('call-handler')
  const now = t.clock.now()
  await promise('Joan', now + dayMs)
  await promise('Arthur', now + 2 * hourMs)
  await promise('Ivy', now + 3 * dayMs)
  await promise('Dot', now + hourMs)
  const flag = { person: personId('Dot'), flag: 'do-not-call', source: 'test', note: '' }
  await act(t.node, t.system, raiseFlag, { id: newId(), input: flag })
  t.clock.turnTo(now + 6 * hourMs)
  browser = await signedIn(t, caller)
})
afterAll(() => t.close())

async function promise(given: string, promisedAt: number) {
  const input = {
    attempt: newId(),
    member: memberOf(given),
    channel: 'call',
    contactPoint: null,
    outcome: 'call_back_later',
    needs: [],
    note: '',
    promisedAt,
    happenedAt: null,
    scriptVersion: null,
  }
  const done = await act(t.node, caller, recordAttempt, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`refused: ${done.refused}`)
}

const namesIn = (html: string) =>
  [...html.matchAll(/href="\/call\/[^"]*" aria-label="Ring (\w+)/g)].map(found => found[1])

test('the late promise is on top, with who made it; a stopped person is not there', async () => {
  const html = await (await browser.get('/call-backs')).text()
  expect(namesIn(html)).toEqual(['Arthur', 'Joan', 'Ivy'])
  expect(html).toContain('data-total="3"')
  expect(html).toContain('1 is late.')
  expect(html).toContain('4 hours late')
  expect(html).toContain(caller.name)
})

test('it can be narrowed to a village, and shows a coordinator only their own', async () => {
  const here = await (await browser.get(`/call-backs?place=${otherVillage}`)).text()
  expect(namesIn(here)).toEqual(['Ivy'])
  const coordinator = await signedIn(t, await t.actorWith('village-coordinator', village))
  expect(namesIn(await (await coordinator.get('/call-backs')).text())).toEqual(['Arthur', 'Joan'])
  expect((await coordinator.get(`/call-backs?place=${otherVillage}`)).status).toBe(404)
  expect((await browser.get('/call-backs?place=here')).status).toBe(404)
})

test('a village group learns who waits by ringing them, one by one', async () => {
  const group = await signedIn(t, await t.actorWith('village-group', village))
  const html = await (await group.get('/call-backs')).text()
  expect(namesIn(html)).toEqual(['Somebody', 'Somebody'])
  expect(html).toContain('Somebody in Mill Lane')
  expect(html).not.toMatch(/Arthur|Joan|Pratt/)
  expect(await (await group.get(`/call/${memberOf('Joan')}`)).text()).toContain('Joan')
})

test('a village group is led to no page that is not theirs', async () => {
  const group = await signedIn(t, await t.actorWith('village-group', village))
  const stopped = await (await group.get(`/call/${memberOf('Dot')}`)).text()
  const links = [...stopped.matchAll(/href="(\/[^"#]*)"/g)].map(found => found[1] ?? '')
  const answers = await Promise.all(links.map(async one => [one, (await group.get(one)).status]))
  expect(links.length).toBeGreaterThan(4)
  expect(answers.filter(([, status]) => status === 404)).toEqual([])
  const stoppedForAll = await (await browser.get(`/call/${memberOf('Dot')}`)).text()
  expect(stoppedForAll).toContain(`href="/people/${personId('Dot')}"`)
})

test('putting back, or a line that failed, keeps the promise', async () => {
  await browser.get(`/call/${memberOf('Arthur')}`)
  const sent = () => ({ attempt: newId(), phone: '' })
  await browser.post(`/call/${memberOf('Arthur')}/put-back`, sent())
  await browser.post(`/call/${memberOf('Arthur')}`, { ...sent(), outcome: 'technical_fault' })
  expect(namesIn(await (await browser.get('/call-backs')).text())).toContain('Arthur')
  await browser.post(`/call/${memberOf('Arthur')}`, { ...sent(), outcome: 'no_answer' })
  expect(namesIn(await (await browser.get('/call-backs')).text())).not.toContain('Arthur')
})

test('no page about campaigns, stops and promises holds a word of its own', async () => {
  const manager = await signedIn(t, await t.actorWith('hub-manager'))
  const headers = { host: 'doorstep.test', 'x-doorstep-lang': 'pseudo', origin: testOrigin }
  const typed = ['South Vale Council', 'Cottenham', 'Sawston', 'Mill Lane', 'High Street', 'Pratt']
  const names = [...people.map(one => one.given), 'Test ', 'call-handler', 'hub-manager']
  names.push('village-coordinator', 'village-group')
  const packs = [...allPacks().map(one => one.title), 'Reaching people at higher risk']
  packs.push('Spring contact')
  const more = ['Checking on people in cold weather', 'Reaching people', 'Cymraeg', 'CB24 8RX']
  const ask = async (path: string, body?: URLSearchParams) => {
    const sent = { ...headers, cookie: manager.cookie }
    const method = body ? 'POST' : 'GET'
    const answer = await makeTestApp(t).request(testOrigin + path, {
      method,
      headers: sent,
      ...(body ? { body } : {}),
    })
    expectNoHardCodedText(await answer.text(), [...typed, ...names, ...packs, ...more])
  }
  await ask('/call-backs')
  await ask(`/call/${memberOf('Dot')}`)
  await ask('/campaigns/open')
  await ask('/campaigns/open', new URLSearchParams({ step: 'preview' }))
  await ask(`/campaigns/${campaign}/run`)
})
