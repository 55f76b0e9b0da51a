// From a worry to its evidence: told in two presses, owned, tried, ended, and seen by whom?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RoleName } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { hourMs, minuteMs } from '../../kernel/clock.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import { recordAttempt } from '../../reach/index.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  memberOf,
  openTestCampaign,
  otherVillage,
  personId,
  village,
} from '../../testing/small-district.ts'

let t: TestNode
let officer: SignedIn
const people = [
  { given: 'Joan' },
  { given: 'Arthur' },
  { given: 'Ivy', flags: ['lives-alone'] },
  { given: 'Edna' },
]

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, people)
  await openTestCampaign(t, people)
  officer = await as('officer')
})
afterAll(() => t.close())

async function as(role: RoleName, place: string | null = null) {
  return signedIn(t, await t.actorWith(role, place))
}
const htmlOf = async (answer: Response | Promise<Response>) => (await answer).text()
const worryAt = (given: string) => `/people/${personId(given)}/worry`
const told = { danger: 'no', words: 'Her curtains stay shut', to: '/call' }

async function tell(browser: SignedIn, given: string, more: object = {}) {
  const answer = await browser.post(worryAt(given), { command: newId(), ...told, ...more })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

async function concernOf(given: string): Promise<string> {
  const list = await htmlOf(officer.get('/concerns'))
  return new RegExp(`(/concerns/[0-9a-f-]{36})">${given}`).exec(list)?.[1] ?? ''
}

function attempt(given: string, more: object = {}) {
  const input = {
    attempt: newId(),
    member: memberOf(given),
    channel: 'call',
    contactPoint: null,
    outcome: 'no_answer',
    needs: [],
    note: '',
    promisedAt: null,
    happenedAt: null,
    scriptVersion: null,
    ...more,
  }
  return act(t.node, t.system, recordAttempt, { id: newId(), input })
}

test('the call page offers it in two presses, beside the number for danger', async () => {
  const caller = await as('call-handler')
  const page = await htmlOf(caller.get(`/call/${memberOf('Joan')}`))
  expect(page).toContain('I am worried about Joan')
  expect(page).toContain('tel:999')
  expect(page).toContain(`<form id="worry" method="post" action="${worryAt('Joan')}"`)
  await caller.post(`/call/${memberOf('Joan')}/put-back`, { command: newId(), attempt: newId() })
})

test('passed on, everybody else hears that it is being handled, and no word of it', async () => {
  const caller = await as('call-handler')
  const said = await tell(caller, 'Joan')
  for (const [role, path] of [
    ['call-handler', said],
    ['village-coordinator', `/people/${personId('Joan')}`],
    ['councillor', `/people/${personId('Joan')}`],
    ['village-group', `/call/${memberOf('Joan')}`],
  ] as const) {
    const page = await htmlOf((await as(role)).get(path))
    expect([role, page.includes('being handled') || page.includes('Being handled')]).toEqual([
      role,
      true,
    ])
    expect([role, page.includes('curtains')]).toEqual([role, false])
  }
  const list = await htmlOf(officer.get('/concerns'))
  expect(list).toContain('We are worried about 1 person.')
  expect(await htmlOf(officer.get(await concernOf('Joan')))).toContain('Her curtains stay shut')
  expect((await caller.get('/concerns')).status).toBe(404)
})

test('somebody of another village can neither tell, nor learn, nor handle it', async () => {
  const concern = await concernOf('Joan')
  const away = await as('village-coordinator', otherVillage)
  expect((await away.get(worryAt('Joan'))).status).toBe(404)
  expect((await away.post(worryAt('Joan'), { command: newId(), ...told })).status).toBe(404)
  const officerAway = await as('officer', otherVillage)
  expect((await officerAway.get(concern)).status).toBe(404)
  expect((await officerAway.post(`${concern}/take`, { command: newId() })).status).toBe(404)
  expect(await htmlOf(officerAway.get('/concerns'))).toContain('No worry is open now.')
})

test('while it is open nobody rings them, and their page says whose turn it is', async () => {
  const caller = await as('call-handler')
  const seen = new Set<string>()
  for (let calls = 0; calls < 3; calls++) {
    const at = (await caller.get('/call')).headers.get('location') ?? ''
    seen.add(at)
    await caller.post(`${at}/put-back`, { command: newId(), attempt: newId() })
    t.clock.turnTo(t.clock.now() + minuteMs)
  }
  expect(seen).not.toContain(`/call/${memberOf('Joan')}`)
  expect(seen.size).toBeGreaterThan(1)
  const page = await htmlOf(officer.get(`/people/${personId('Joan')}`))
  expect(page).toContain('Being handled by the safeguarding desk since')
  expect(page).toContain('Open the concern')
  expect(page).not.toContain(`/call/${memberOf('Joan')}`)
})

test('with nobody at the desk it is loudly said, and the hub managers answer', async () => {
  const list = await htmlOf(officer.get('/concerns'))
  expect(list).toContain('Nobody is set as the safeguarding desk')
  expect(list).toContain('Every hub manager')
  const told = await htmlOf((await as('village-group')).get(worryAt('Joan')))
  expect(told).toContain('the hub managers answer')
})

test('the desk has an owner, a deputy, hours, a number; bad input loses nothing', async () => {
  const [owner, deputy] = [await t.actorWith('officer'), await t.actorWith('hub-manager')]
  const desk = { owner: owner.id, deputy: owner.id, opens: '9', closes: '17:00', days: ['1'] }
  const send = (more: object) =>
    officer.post('/concerns/desk', { command: newId(), ...desk, ...more } as never)
  const wrong = await send({ number: 'the usual' })
  const page = await htmlOf(wrong)
  expect(wrong.status).toBe(422)
  expect(page).toContain('Enter when the desk opens, like 09:00')
  expect(page).toContain('Enter a phone number, like 01632 960001')
  expect(page).toContain('value="the usual"')
  const number = '01632 960001'
  const twice = await send({ number, opens: '09:00' })
  expect(twice.status).toBe(422)
  expect(await htmlOf(twice)).toContain('Choose a deputy who is not the owner')
  const days = ['1', '2', '3', '4', '5', '6', '7']
  const good = { number, opens: '09:00', days, deputy: deputy.id }
  expect((await send(good)).status).toBe(303)
  const some = await as('hub-manager', village)
  expect((await some.get('/concerns/desk')).status).toBe(404)
  expect(
    (await some.post('/concerns/desk', { command: newId(), ...desk, ...good } as never)).status,
  ).toBe(404)
})

test('outside the hours the number is shown; late, it climbs by itself', async () => {
  const group = await as('village-group')
  expect(await htmlOf(group.get(worryAt('Joan')))).not.toContain('01632 960001')
  t.clock.turnTo(t.clock.now() + 9 * hourMs)
  const evening = await as('village-group')
  expect(await htmlOf(evening.get(worryAt('Joan')))).toContain('ring 01632 960001')
  officer = await as('officer')
  const list = await htmlOf(officer.get('/concerns'))
  expect(list).toContain('1 is late and has climbed.')
  expect(list).toContain('Every officer')
})

test('each step is done or not possible, in words; without words it is asked again', async () => {
  const concern = await concernOf('Joan')
  const post = (path: string, fields: object) =>
    officer.post(`${concern}/${path}`, { command: newId(), ...fields })
  expect((await post('take', {})).status).toBe(303)
  const bare = await post('steps', { step: 'keyholder', result: 'done', words: '' })
  expect(bare.status).toBe(422)
  expect(await htmlOf(bare)).toContain('href="#words-keyholder"')
  const step = { step: 'keyholder', result: 'not-possible', words: 'On holiday till Friday' }
  expect((await post('steps', step)).status).toBe(303)
  expect(await htmlOf(officer.get(concern))).toContain('On holiday till Friday')
  expect((await post('steps', { step: 'ring again', result: 'done', words: 'x' })).status).toBe(422)
})

test('it ends with where they are and how we know, and never as not reached', async () => {
  const concern = await concernOf('Joan')
  const end = (fields: object) => officer.post(`${concern}/end`, { command: newId(), ...fields })
  const bare = await end({ ending: 'unreachable', evidence: 'Nobody opened' })
  const page = await htmlOf(bare)
  expect(bare.status).toBe(422)
  expect(page).toContain('Choose how it ends')
  expect(page).toContain('Say who confirmed it')
  expect(page).toContain('Nobody opened')
  const ending = { ending: 'seen-and-safe', evidence: 'At her sister’s', confirmedBy: 'PC 12' }
  expect((await end(ending)).status).toBe(303)
  const ended = await htmlOf(officer.get(concern))
  expect(ended).toContain('Seen, and safe. Ended by')
  expect(ended).toContain('At her sister’s')
  expect((await end(ending)).status).toBe(409)
  expect(await htmlOf(officer.get('/concerns'))).toContain('No worry is open now.')
})

test('a word that means danger is a concern at once, and interrupts the round', async () => {
  const caller = await as('call-handler')
  const at = `/call/${memberOf('Arthur')}`
  await caller.get(at)
  const sent = { command: newId(), attempt: newId(), outcome: 'in-danger', note: 'Cannot breathe' }
  const saved = await caller.post(at, sent)
  expect(saved.headers.get('location')).toContain(worryAt('Arthur'))
  const list = await htmlOf(officer.get('/concerns'))
  expect(list).toContain('Danger')
  expect(await htmlOf(officer.get(await concernOf('Arthur')))).toContain('Cannot breathe')
})

test('at risk and three times without an answer, it is a concern by itself', async () => {
  for (const given of ['Ivy', 'Edna']) {
    for (let nth = 0; nth < 3; nth++) {
      t.clock.turnTo(t.clock.now() + hourMs)
      await attempt(given)
    }
  }
  officer = await as('officer')
  const list = await htmlOf(officer.get('/concerns'))
  expect(list).toContain('At risk, and no answer to any try')
  expect(list).toContain('Ivy')
  expect(list).not.toContain('Edna')
})

test('nothing that somebody wrote keeps a worry from being passed on', async () => {
  const group = await as('village-group')
  const long: Record<string, string> = { words: 'x'.repeat(2_000), to: 'https://elsewhere.test' }
  const said = await tell(group, 'Edna', long)
  expect(said).toContain('to=%2F')
  expect(said).not.toContain('elsewhere')
  const again: Id = newId()
  const twice = { command: again, ...told }
  await group.post(worryAt('Edna'), twice)
  expect((await group.post(worryAt('Edna'), twice)).status).toBe(303)
})
