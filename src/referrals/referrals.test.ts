// A referral goes out by a link, is answered without an account, and comes back in time.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { put } from '../../tests/guards/world.ts'
import type { Actor } from '../access/index.ts'
import { act, compareRebuild } from '../events/index.ts'
import { dayMs, hourMs } from '../kernel/clock.ts'
import { newId } from '../kernel/ids.ts'
import { needFound } from '../needs/index.ts'
import { erasePerson, personAdded } from '../people/index.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { partnerBrowser } from '../testing/partner-browser.ts'
import { type SignedIn, signedIn } from '../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  otherVillage,
  personId,
  street,
  village,
} from '../testing/small-district.ts'
import { passReferrals, tellReferrals } from './index.ts'

let t: TestNode
let lead: Actor
let browser: SignedIn
const need = newId()

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }, { given: 'Arthur', flags: ['do-not-call'] }])
  const body = { need, person: personId('Joan'), campaign: null, attempt: null }
  const about = { kind: 'food', urgency: 'today', how: 'call' } as const
  const found = { subjects: [personId('Joan')], place: street, body: { ...body, ...about } }
  await put(t, council, [needFound({ ...found, words: { words: 'No bread in the house' } })])
  lead = await t.actorWith('village-coordinator', village)
  browser = await signedIn(t, lead)
})
afterAll(() => t.close())

const rows = <T>(query: ReturnType<typeof sql<T>>) =>
  t.node.store.transaction({ council, actor: t.system.id }, async tx => {
    return (await query.execute(tx)).rows
  })
/** Time passes, and the browser's session with it. */
async function later(ms: number) {
  t.clock.turnTo(t.clock.now() + ms)
  browser = await signedIn(t, lead)
}
const stepsNow = () =>
  rows(sql<{ what: string; owner: string }>`select what, owner from plan_actions
    where state = 'open' order by due_at, id`)
const needNow = async () =>
  (await rows(sql<{ state: string }>`select state from needs where id = ${need}`))[0]?.state

const filled = {
  partner: 'Mill Road Food Bank',
  email: 'help@foodbank.example',
  way: 'visit',
  ask: 'A parcel for one, this evening',
  urgency: 'today',
  basis: 'agreed',
  days: '7',
}

type Out = { readonly at: string; readonly link: string; readonly code: string }

async function send(more: object = {}): Promise<Out> {
  const command = newId()
  const fields = { command, person: personId('Joan'), need, ...filled, ...more }
  const answer = await browser.post('/referrals/new', fields)
  expect(answer.status).toBe(200)
  return { at: `/referrals/${command}`, ...outOf(await answer.text()) }
}

function outOf(page: string) {
  const link = /\/referral\/[\w.-]+/.exec(page)?.[0] ?? ''
  const code = (/<b>(\d{3} \d{3})<\/b>/.exec(page)?.[1] ?? '').replace(' ', '')
  expect([link === '', code === '']).toEqual([false, false])
  return { link, code }
}

const partner = (more: Record<string, string> = {}) => partnerBrowser(t, more)

async function comeIn({ link, code }: Out) {
  const one = partner()
  expect((await one.post(link, { code })).status).toBe(303)
  return one
}

const personal = ['Joan', 'Pratt', '12 Mill Lane', '960142', 'CB24', 'Mill Lane']
const knows = (page: string) => personal.filter(one => page.includes(one))

test('what is missing is said, and what was typed is kept', async () => {
  const bare = { person: personId('Joan'), ask: 'A parcel', email: 'nobody', days: '7' }
  const answer = await browser.post('/referrals/new', bare)
  expect(answer.status).toBe(422)
  const page = await answer.text()
  for (const said of [
    'Enter who you ask',
    'Choose how they will help',
    'Enter an e-mail address',
  ]) {
    expect(page).toContain(said)
  }
  expect(page).toContain('A parcel')
})

test('the link tells no name; the code opens once; a yes in four shows what it takes', async () => {
  const out = await send()
  expect(await needNow()).toBe('in-progress')
  const one = partner()
  const door = await one.get(out.link)
  expect([door.status, knows(door.page)]).toEqual([200, []])
  expect(door.page).toContain('Mill Road Food Bank')
  expect(door.page).not.toContain('A parcel')
  expect(
    (await one.post(out.link, { code: `${out.code.slice(0, 3)} ${out.code.slice(3)}` })).status,
  ).toBe(303)
  const asked = await one.get(out.link)
  expect(knows(asked.page)).toEqual([])
  expect(asked.page).toContain('A parcel for one, this evening')
  expect(asked.page).toContain('To visit or deliver, and for nothing else.')
  expect(asked.page).not.toContain('No bread in the house')
  const said = { command: newId(), answer: 'accepted' }
  expect((await one.post(`${out.link}/answer`, said)).status).toBe(303)
  const known = await one.get(out.link)
  for (const fact of ['Joan Pratt', '12 Mill Lane', '01632 960142']) {
    expect(known.page).toContain(fact)
  }
  const other = await partner().post(out.link, { code: out.code })
  expect(other.status).toBe(422)
  expect(knows((await partner().get(out.link)).page)).toEqual([])
  const staff = await (await browser.get(out.at)).text()
  expect(staff).toContain('They said yes')
  expect(staff).toContain('Once, ')
  const done = { command: newId(), answer: 'done', reply: 'Left with her neighbour' }
  expect((await one.post(`${out.link}/answer`, done)).page).toContain('Thank you')
  expect([(await one.get(out.link)).status, await needNow()]).toEqual([410, 'in-progress'])
  const steps = await stepsNow()
  expect(steps.map(step => step.what)).toEqual([
    'Tell them: Mill Road Food Bank said yes and will be in touch',
    'Mill Road Food Bank says it is done: ask whether the need is met',
  ])
  expect(new Set(steps.map(step => step.owner))).toEqual(new Set([lead.id]))
  expect(await (await browser.get(out.at)).text()).toContain('Left with her neighbour')
})

test('every opening and every page of a partner stands in the record of looks', async () => {
  const looks = await rows(sql<{ purpose: string }>`select purpose from reads
    where route = '/referral/:link'`)
  expect(looks.length).toBe(2)
  expect(new Set(looks.map(one => one.purpose))).toEqual(
    new Set(['Referral to Mill Road Food Bank']),
  )
  const opened = await rows(sql`select 1 from events where kind = 'referrals.ReferralOpened'`)
  expect(opened.length).toBe(1)
})

test('who only rings sees no address; who only answers us sees no name', async () => {
  const seen: Record<string, string[]> = {}
  for (const way of ['ring', 'advise']) {
    const out = await send({ way })
    const one = await comeIn(out)
    await one.post(`${out.link}/answer`, { command: newId(), answer: 'accepted' })
    seen[way] = knows((await one.get(out.link)).page)
  }
  expect(seen).toEqual({ ring: ['Joan', 'Pratt', '960142'], advise: [] })
})

test('a no needs a reason, opens the need again, and goes back to who asked', async () => {
  const out = await send()
  const one = await comeIn(out)
  const bare = await one.post(`${out.link}/answer`, { command: newId(), answer: 'declined' })
  expect([bare.status, bare.page.includes('Choose why not')]).toEqual([422, true])
  const reason = { command: newId(), answer: 'declined', reason: 'no-room', reply: 'Full today' }
  expect((await one.post(`${out.link}/answer`, reason)).page).toContain('This link is over')
  expect(await needNow()).toBe('open')
  const last = (await stepsNow()).map(step => step.what)
  expect(last).toContain('Mill Road Food Bank cannot help: ask somebody else')
})

test('five wrong guesses end a code, for the right one too', async () => {
  const out = await send()
  const wrong = out.code === '000000' ? '000001' : '000000'
  const one = partner()
  for (let guess = 0; guess < 5; guess++) await one.post(out.link, { code: wrong })
  expect((await one.post(out.link, { code: out.code })).page).toContain('That code is over')
})

test('another code comes by e-mail; a new link ends the old one and who it let in', async () => {
  const out = await send()
  const one = await comeIn(out)
  expect((await one.post(`${out.link}/code`, {})).page).toContain('a new code is on its way')
  const mails = await rows(sql<{ body: string }>`select body from messages
    where kind = 'code' order by queued_at desc limit 1`)
  const code = /code is (\d{6})/.exec(mails[0]?.body ?? '')?.[1] ?? ''
  expect((await partner().post(out.link, { code })).status).toBe(303)
  const page = await (await browser.post(`${out.at}/link`)).text()
  expect((await one.get(out.link)).status).toBe(410)
  const renewed = outOf(page)
  expect((await one.get(renewed.link)).page).toContain('Opening code')
  await browser.post(`${out.at}/withdraw`)
  expect((await one.get(renewed.link)).status).toBe(410)
  expect((await browser.post(`${out.at}/withdraw`)).status).toBe(409)
})

test('unanswered it is late once, and a step goes back; past its day nothing shows', async () => {
  const out = await send()
  const one = await comeIn(out)
  await later(4 * hourMs)
  const all = await Promise.all([1, 2, 3].map(() => passReferrals(t.node, council)))
  expect(all.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(0)
  expect(await passReferrals(t.node, council)).toBe(0)
  const steps = (await stepsNow()).map(step => step.what)
  const late = 'No answer from Mill Road Food Bank: ring them, or ask somebody else'
  const ofLate = await rows(sql`select 1 from events where kind = 'referrals.ReferralLate'`)
  expect(steps.filter(step => step === late).length).toBe(ofLate.length)
  expect(await (await browser.get('/referrals')).text()).toContain('Late')
  expect((await one.get(out.link)).status).toBe(200)
  await later(7 * dayMs)
  expect((await one.get(out.link)).status).toBe(410)
  await passReferrals(t.node, council)
  expect(await (await browser.get(out.at)).text()).toContain('Time ran out')
})

test('they said it on the phone: whoever was told writes it down', async () => {
  const out = await send()
  const said = { answer: 'declined', reply: 'They close on Mondays' }
  expect((await browser.post(`${out.at}/answer`, said)).status).toBe(422)
  const whole = { ...said, reason: 'other' }
  expect((await browser.post(`${out.at}/answer`, whole)).status).toBe(303)
  const page = await (await browser.get(out.at)).text()
  expect(page).toContain('Told to somebody here')
})

test('nobody of another village sees it, or whom it is about', async () => {
  const out = await send()
  const away = await signedIn(t, await t.actorWith('village-coordinator', otherVillage))
  for (const path of [out.at, `/referrals/new?person=${personId('Joan')}`]) {
    expect((await away.get(path)).status).toBe(404)
  }
  expect((await away.post(`${out.at}/withdraw`)).status).toBe(404)
  expect(await (await away.get('/referrals')).text()).not.toContain('Joan')
})

test('nobody is asked to ring whom nobody may ring', async () => {
  const fields = { ...filled, command: newId(), person: personId('Arthur'), way: 'ring' }
  expect((await browser.post('/referrals/new', fields)).status).toBe(409)
})

test('the resident hears of a yes by e-mail, in their language, without the need', async () => {
  await addGwen()
  const out = await send({ person: personId('Gwen'), need: '' })
  const one = await comeIn(out)
  await one.post(`${out.link}/answer`, { command: newId(), answer: 'accepted' })
  expect(await tellReferrals(t.node, council)).toBe(0)
  const mails = await rows(sql<{ body: string; language: string }>`select body, language
    from messages where to_address = 'gwen@example.org'`)
  expect(mails.map(mail => mail.language)).toEqual(['cy'])
  expect(mails[0]?.body).toContain('wedi dweud ie')
  expect(mails[0]?.body).not.toMatch(/Food|parcel|bara|bread/i)
})

async function addGwen() {
  const person = personId('Gwen')
  const contactPoints = [{ id: newId(), kind: 'email' as const }]
  const contacts = [{ value: 'gwen@example.org', raw: 'gwen@example.org' }]
  const name = { given: 'Gwen', middle: '', family: 'Rees', born: null, nhs: null }
  const lives = { address: '14 Mill Lane', postcode: 'CB24 8RX', language: 'cy' }
  const known = { person, dwelling: null, household: null, source: 'test', flags: [] }
  const words = { ...name, ...lives, contacts }
  const body = { ...known, contactPoints }
  await put(t, council, [personAdded({ subjects: [person], place: street, body, words })])
}

test('the partner reads it in Welsh', async () => {
  const out = await send()
  const one = partner({ 'accept-language': 'cy' })
  expect((await one.get(out.link)).page).toContain('Cod agor')
  await one.post(out.link, { code: out.code })
  expect((await one.get(out.link)).page).toContain('Allwch chi helpu?')
})

test('once erased nobody out there learns any more of them', async () => {
  const out = await send()
  const one = await comeIn(out)
  const input = { person: personId('Joan') }
  const done = await act(t.node, t.system, erasePerson, { id: newId(), input })
  expect(done).toMatchObject({ outcome: 'accepted' })
  expect((await one.get(out.link)).status).toBe(410)
})

test('taken from the record again, everything is as it was', async () => {
  const who = { council, actor: t.system.id }
  const rebuilt = await compareRebuild(t.node.store, t.node.registry, who)
  expect(rebuilt.differences).toEqual([])
})
