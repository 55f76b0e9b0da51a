// The call page without a browser: what is shown, saved, refused, and who comes next.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor, RoleName } from '../../access/index.ts'
import { act, compareRebuild } from '../../events/index.ts'
import { dayMs, minuteMs, secondMs } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { raiseFlag } from '../../people/index.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  memberOf,
  openTestCampaign,
  otherVillage,
  personId,
  phoneId,
} from '../../testing/small-district.ts'

let t: TestNode
let caller: Actor
let browser: SignedIn
const people = [
  { given: 'Joan' },
  { given: 'Arthur' },
  { given: 'Ivy' },
  { given: 'Winston' },
  { given: 'Edna' },
  { given: 'Brenda' },
  { given: 'Walter' },
  { given: 'Dot', flags: ['do-not-call'] },
]

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, people)
  await openTestCampaign(t, people)
  caller = await t.actorWith('call-handler')
})
beforeEach(async () => {
  browser = await signedIn(t, caller)
})
afterAll(() => t.close())

const at = (given: string) => `/call/${memberOf(given)}`
const htmlOf = async (answer: Response | Promise<Response>) => (await answer).text()
async function as(role: RoleName, place: string | null = null) {
  return signedIn(t, await t.actorWith(role, place))
}
function member(given: string) {
  return t.node.store.transaction({ council, actor: caller.id }, tx =>
    tx
      .selectFrom('members')
      .select(['state', 'reason', 'attempts', 'next_step', 'promised_at', 'until'])
      .where('council', '=', council)
      .where('id', '=', memberOf(given))
      .executeTakeFirstOrThrow(),
  )
}
/** What journeys J1 and J2 may take of the server. */
/** Of the processor: waiting grows with whatever else the machine does. */
const saveMsMax = 300
const promise = { promised: 'yes', day: '2026-04-08', part: '14' }
const sent = (fields: Record<string, string | string[]>) => ({ attempt: newId(), ...fields })

test('asking for the next call holds somebody and goes to their page', async () => {
  const next = await browser.get('/call')
  expect(next.status).toBe(303)
  const page = await browser.get(next.headers.get('location') ?? '')
  const html = await page.text()
  expect(page.status).toBe(200)
  expect(html).toContain('Pratt</h1>')
  expect(html).toContain('85 or over')
  expect(html).toContain('01632 960 142')
  expect(html).toContain('0800 111 999')
  expect(html).not.toContain('1941')
  expect(html).toContain('10:00') // held until 20 minutes after 10:40 in London is 11:00
})

test('an answered call with two needs is saved and the next person is held', async () => {
  await browser.get(at('Joan'))
  const fields = sent({
    outcome: 'answered',
    need: ['food-shopping', 'medicine'],
    'soon-medicine': 'today',
    note: 'Tablets <b>run out</b>',
    phone: phoneId('Joan'),
  })
  const began = process.cpuUsage()
  const done = await browser.post(at('Joan'), fields)
  const used = process.cpuUsage(began)
  expect((used.user + used.system) / 1000).toBeLessThan(saveMsMax)
  expect(done.status).toBe(303)
  const next = done.headers.get('location') ?? ''
  expect(next).toMatch(/^\/call\/[0-9a-f-]{36}\?saved=/)
  expect(next).not.toContain(memberOf('Joan'))
  expect(await htmlOf(browser.get(next))).toContain('Saved. Joan Pratt: Answered, 2 needs.')
  expect(await member('Joan')).toMatchObject({ state: 'reached', attempts: 1 })
})

test('a second press of Save counts the attempt once', async () => {
  const fields = { ...sent({ outcome: 'no_answer' }), command: newId() }
  await browser.get(at('Arthur'))
  expect((await browser.post(at('Arthur'), fields)).status).toBe(303)
  expect((await browser.post(at('Arthur'), fields)).status).toBe(303)
  expect(await member('Arthur')).toMatchObject({ state: 'tried', attempts: 1, next_step: 'ring' })
})

test.each([
  [{}, 'Choose what happened on the call', '#outcome-answered'],
  [{ outcome: 'answered' }, 'Choose what they need, or 0 for nothing', '#need-nothing'],
  [{ outcome: 'answered', need: ['nothing', 'a-lift'] }, 'not both', '#need-nothing'],
  [{ outcome: 'no_answer', need: ['a-lift'] }, 'Take the needs off', '#need-nothing'],
  [{ outcome: 'call_back_later', day: '2020-01-01' }, 'Choose when you will ring', '#promised'],
  [{ outcome: 'no_answer', note: 'x'.repeat(2_001) }, '2,000 letters or fewer', '#note'],
  [{ outcome: 'refused', ...promise }, 'Take the promise off', '#promised'],
  [{ outcome: 'moved_reported', ...promise }, 'Take the promise off', '#promised'],
  [{ outcome: 'deceased_reported', ...promise }, 'Take the promise off', '#promised'],
])('%j is asked again with a link to the field', async (fields, words, link) => {
  const page = await browser.post(at('Ivy'), sent({ note: 'side door & bell', ...fields }))
  const html = await page.text()
  expect(page.status).toBe(422)
  expect(html).toContain('<title>Error: Call')
  expect(html).toContain(words)
  expect(html).toContain(`href="${link}"`)
  if (!('note' in fields)) expect(html).toContain('side door &amp; bell</textarea>')
  expect((await member('Ivy')).attempts).toBe(0)
})

test('a promise to ring back is kept with its day and part of day', async () => {
  const fields = sent({ outcome: 'call_back_later', day: '2026-04-08', part: '14' })
  expect((await browser.post(at('Ivy'), fields)).status).toBe(303)
  expect(await member('Ivy')).toMatchObject({
    state: 'tried',
    promised_at: new Date('2026-04-08T13:00Z'),
  })
})

test('a second press after a promise for a part of day begun says the same', async () => {
  const begun = { outcome: 'call_back_later', day: '2026-04-06', part: '10' }
  const fields = { ...sent(begun), command: newId() }
  expect((await browser.post(at('Ivy'), fields)).status).toBe(303)
  t.clock.turnTo(t.clock.now() + secondMs)
  expect((await browser.post(at('Ivy'), fields)).status).toBe(303)
})

test('markup in a note comes back as text', async () => {
  const note = '</textarea><script>alert(1)</script>'
  const html = await htmlOf(browser.post(at('Ivy'), sent({ note })))
  expect(html).not.toContain('<script>alert')
  expect(html).toContain('&lt;/textarea&gt;&lt;script&gt;')
})

test('a word of the pack is kept with its meaning and shown among the last attempts', async () => {
  expect((await browser.post(at('Walter'), sent({ outcome: 'letter-only' }))).status).toBe(422)
  const later = { outcome: 'letter-only', ...promise }
  expect((await browser.post(at('Walter'), sent(later))).status).toBe(303)
  expect(await member('Walter')).toMatchObject({ state: 'tried', attempts: 1 })
  expect(await htmlOf(browser.get(at('Walter')))).toContain('<b>Asked for a letter</b>')
})

test('somebody in hospital is out of the count until a day, and never for ever', async () => {
  const sentAway = (more: object) =>
    browser.post(at('Brenda'), sent({ outcome: 'away_until', ...more }))
  for (const until of ['', '2020-01-01', '2026-13-45', '2027-04-06']) {
    const answer = await sentAway({ until })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Enter the day they are back, within two months')
  }
  const usual = await browser.post(at('Brenda'), sent({ outcome: 'in_hospital' }))
  expect(usual.status).toBe(303)
  expect(await member('Brenda')).toMatchObject({
    ...{ state: 'excused', reason: 'away', attempts: 1, next_step: 'ring' },
    until: new Date(t.clock.now() + 7 * dayMs),
  })
  expect((await sentAway({ until: '2026-04-20' })).status).toBe(303)
  const until = new Date('2026-04-20T08:00Z')
  expect(await member('Brenda')).toMatchObject({ reason: 'away', attempts: 2, until })
})

test('putting somebody back is not a try', async () => {
  await browser.get(at('Winston'))
  const done = await browser.post(`${at('Winston')}/put-back`, sent({}))
  expect(done.status).toBe(303)
  expect(await member('Winston')).toMatchObject({ state: 'untried', attempts: 0 })
})

test('somebody held by one caller is not shown to another until the hold ends', async () => {
  await browser.get(at('Edna'))
  const other = await as('call-handler')
  const taken = await other.get(at('Edna'))
  expect(taken.status).toBe(409)
  expect(await taken.text()).toContain('until 11:00')
  t.clock.turnTo(t.clock.now() + 21 * minuteMs)
  const later = await as('call-handler')
  expect((await later.get(at('Edna'))).status).toBe(200)
  const late = await (await signedIn(t, caller)).post(at('Edna'), sent({ outcome: 'no_answer' }))
  expect(late.status).toBe(303)
  expect(await member('Edna')).toMatchObject({ attempts: 1 })
})

test('died and moved are two answers, and each excuses under its own reason', async () => {
  await browser.post(at('Edna'), sent({ outcome: 'moved_reported' }))
  expect(await member('Edna')).toMatchObject({ state: 'excused', reason: 'moved' })
  await browser.post(at('Brenda'), sent({ outcome: 'deceased_reported' }))
  expect(await member('Brenda')).toMatchObject({ state: 'excused', reason: 'died' })
  expect(await htmlOf(browser.get(at('Brenda')))).toContain('Reported to have died.')
})

test('nobody opens the page of somebody who must not be rung', async () => {
  const answer = await browser.get(at('Dot'))
  expect(answer.status).toBe(409)
  const html = await answer.text()
  expect(html).toContain('Never ring or text.')
  expect(html).toContain('Next person')
  expect(html).not.toContain('01632')
})

test('a stop that comes while somebody types keeps their words and says so', async () => {
  await browser.get(at('Walter'))
  const person = personId('Walter')
  const raise = { person, flag: 'do-not-call', source: 'test', note: '' }
  await act(t.node, await t.actorWith('officer'), raiseFlag, { id: newId(), input: raise })
  const note = 'Ring his daughter instead'
  const again = await browser.post(at('Walter'), sent({ note }))
  expect(again.status).toBe(422)
  const html = await again.text()
  expect(html).toContain('This stop came while you were on the page')
  expect(html).toContain(note)
  expect(html).not.toContain('tel:+44')
  const kept = await browser.post(at('Walter'), sent({ outcome: 'someone_else', note }))
  expect(kept.status).toBe(303)
  const said = await htmlOf(browser.get(kept.headers.get('location') ?? ''))
  expect(said).toContain('Your call is kept')
  expect(said).toContain('Someone else spoke')
})

test('outside one’s places, and for other roles, the page does not exist', async () => {
  const elsewhere = await as('village-coordinator', otherVillage)
  expect((await elsewhere.get(at('Joan'))).status).toBe(404)
  expect((await elsewhere.post(at('Joan'), sent({ outcome: 'no_answer' }))).status).toBe(404)
  expect((await (await as('system-administrator')).get('/call')).status).toBe(404)
  expect((await browser.get('/call/not-an-id')).status).toBe(404)
  const nobody = await elsewhere.get('/call')
  expect(await nobody.text()).toContain('Nobody is left to ring now')
})

test('opening somebody is itself recorded', async () => {
  await browser.get(at('Joan'))
  const reads = await t.node.store.transaction({ council, actor: caller.id }, tx =>
    tx.selectFrom('reads').select(['route', 'subjects']).where('council', '=', council).execute(),
  )
  expect(
    reads.some(read => read.route === '/call' && read.subjects.includes(personId('Joan'))),
  ).toBe(true)
})

test('read models are the same when they are built again from the log', async () => {
  const who = { council, actor: caller.id }
  expect((await compareRebuild(t.node.store, t.node.registry, who)).differences).toEqual([])
})
