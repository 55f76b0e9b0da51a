// Is a record opened in an emergency short, told, marked, and judged by somebody else?
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ask } from '../../../tests/guards/database.ts'
import { type Actor, addUser, referenceOf } from '../../access/index.ts'
import { act, compareRebuild } from '../../events/index.ts'
import { hourMs, minuteMs } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { council, makeTestNode, type TestNode, testStart } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  otherStreet,
  personId,
  village,
} from '../../testing/small-district.ts'
import { noneSilent } from '../store/opening-notices.ts'
import { tellEverywhere } from '../tell-of-openings.ts'

let t: TestNode
let handler: Actor
let judge: SignedIn

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [
    { given: 'Joan' },
    { given: 'Far', place: otherStreet },
    { given: 'Mate', place: otherStreet, phone: null },
  ])
  judge = await signedIn(t, await t.actorWith('data-protection-officer'))
  await addOfficer('dilys@example.org')
})
afterAll(() => t.close())
beforeEach(async () => {
  t.clock.turnTo(testStart)
  handler = await t.actorWith('call-handler', village)
})

async function addOfficer(email: string) {
  const role = 'data-protection-officer' as const
  const grants = [{ role, place: null, purpose: 'testing', until: null }]
  const input = { user: newId(), name: 'Dilys Rees', email, grants }
  await act(t.node, t.system, addUser, { id: newId(), input })
}

const far = () => `/people/${personId('Far')}`
const emergency = {
  reference: referenceOf(personId('Far')),
  extent: 'person',
  reason: 'welfare',
  why: 'The daughter cannot reach him since yesterday',
}

async function open(browser: SignedIn, more: Record<string, string> = {}): Promise<string> {
  const answer = await browser.post('/open-in-emergency', { ...emergency, ...more })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

test('opens one person for 60 minutes, to read, and says so on every page', async () => {
  const browser = await signedIn(t, handler)
  expect((await browser.get(far())).status).toBe(404)
  const own = await open(browser)
  expect(await (await browser.get(own)).text()).toContain('until 11:40')
  expect((await browser.get(far())).status).toBe(200)
  expect((await browser.get(`/people/${personId('Mate')}`)).status).toBe(404)
  expect(await (await browser.get('/find')).text()).toContain('ds-emergency')
  const written = await browser.post(`${far()}/flags`, { flag: 'lives-alone' })
  expect(written.status).toBe(404)
  t.clock.turnTo(testStart + 59 * minuteMs)
  const later = await signedIn(t, handler)
  expect((await later.get(far())).status).toBe(200)
  t.clock.turnTo(testStart + 60 * minuteMs)
  expect((await later.get(far())).status).toBe(404)
  expect(await (await later.get('/find')).text()).not.toContain('ds-emergency')
})

test('for an address everybody there is open, and nobody else', async () => {
  const browser = await signedIn(t, handler)
  await open(browser, { extent: 'address' })
  expect((await browser.get(`/people/${personId('Mate')}`)).status).toBe(200)
})

test('closed by hand it is closed at once', async () => {
  const browser = await signedIn(t, handler)
  const own = await open(browser)
  expect((await browser.get(far())).status).toBe(200)
  expect((await browser.post(`${own}/end`)).status).toBe(303)
  expect((await browser.get(far())).status).toBe(404)
  expect((await browser.post(`${own}/end`)).status).toBe(409)
})

test('every look under it is marked and says why', async () => {
  const browser = await signedIn(t, handler)
  const own = await open(browser)
  await browser.get(far())
  const looks = await ask(
    t.adminUrl,
    `select opening, purpose from doorstep.reads where actor = '${handler.id}'`,
  )
  expect(looks).toEqual([{ opening: own.split('/').at(-1), purpose: 'emergency: welfare' }])
  const page = await (await judge.get(`/reads?who=${handler.id}`)).text()
  expect(page).toContain('in an emergency')
  expect(page).toContain('Emergency: worry about the person')
})

test('openings and their tries are made again from the record', async () => {
  const browser = await signedIn(t, handler)
  await browser.post('/open-in-emergency', { ...emergency, reference: 'P-00000000' })
  await open(browser)
  const { differences } = await compareRebuild(t.node.store, t.node.registry, {
    council,
    actor: newId(),
  })
  expect(differences).toEqual([])
})

test('the officers are told at once, and by the task if that failed', async () => {
  const count = async () => {
    const subject = 'Doorstep: a record was opened in an emergency'
    const text = `select 1 from doorstep.messages where subject = '${subject}'`
    return (await ask(t.adminUrl, text)).length
  }
  const before = await count()
  await open(await signedIn(t, handler))
  expect(await count()).toBe(before + 1)
  await tellEverywhere(t.node)
  expect(await count()).toBe(before + 1)
  await ask(t.adminUrl, 'delete from doorstep.opening_notices')
  const who = { council, actor: handler.id }
  const check = () =>
    t.node.store.transaction(who, tx => noneSilent.run(tx, council, new Date(testStart + hourMs)))
  expect((await check()).wrong.length).toBeGreaterThan(0)
  await tellEverywhere(t.node)
  expect((await check()).wrong).toEqual([])
})

describe('a review', () => {
  test('waits, is overdue after two working days, and is made by somebody else', async () => {
    const own = await open(await signedIn(t, handler))
    const id = own.split('/').at(-1)
    expect(await (await judge.get('/openings')).text()).toContain('It can be reviewed when it has')
    const early = await judge.post(`/openings/${id}/review`, { finding: 'in-order' })
    expect(early.status).toBe(409)
    // Easter Monday: the two working days are Tuesday and Wednesday.
    t.clock.turnTo(Date.UTC(2026, 3, 8, 22, 59))
    const officer = await t.actorWith('data-protection-officer')
    const browser = await signedIn(t, officer)
    expect(await (await browser.get('/openings')).text()).toContain('Over the 2 working days: 0.')
    t.clock.turnTo(Date.UTC(2026, 3, 8, 23, 0))
    const late = await (await browser.get('/openings')).text()
    expect(late).toMatch(/Over the 2 working days: [1-9]/)
    expect(late).toContain(emergency.why)
    expect((await browser.post(`/openings/${id}/review`)).status).toBe(422)
    const saved = await browser.post(`/openings/${id}/review`, { finding: 'in-order', note: 'x' })
    expect(saved.status).toBe(303)
    const again = await browser.post(`/openings/${id}/review`, { finding: 'in-order' })
    expect(again.status).toBe(409)
  })
})

describe('it is refused', () => {
  test.each(['village-coordinator', 'data-protection-officer', 'system-administrator'] as const)(
    'to a %s, who does not know that it is there',
    async role => {
      const browser = await signedIn(t, await t.actorWith(role))
      expect((await browser.get('/open-in-emergency')).status).toBe(404)
      expect((await browser.post('/open-in-emergency', emergency)).status).toBe(404)
    },
  )

  test.each([
    ['without a reason', { reason: '' }],
    ['without words', { why: 'urgent' }],
    ['without anybody', { reference: '' }],
  ])('%s', async (_name, more) => {
    const browser = await signedIn(t, handler)
    expect((await browser.post('/open-in-emergency', { ...emergency, ...more })).status).toBe(422)
  })

  test('for somebody else’s opening: nobody sees or ends it', async () => {
    const own = await open(await signedIn(t, handler))
    const other = await signedIn(t, await t.actorWith('officer', village))
    expect((await other.get(own)).status).toBe(404)
    expect((await other.post(`${own}/end`)).status).toBe(404)
  })

  test('after 5 wrong guesses, each of which the officer sees', async () => {
    const browser = await signedIn(t, handler)
    const wrong = { ...emergency, reference: 'P-00000000' }
    for (let i = 0; i < 5; i++) {
      expect((await browser.post('/open-in-emergency', wrong)).status).toBe(422)
    }
    expect((await browser.post('/open-in-emergency', emergency)).status).toBe(429)
    expect(await (await judge.get('/openings')).text()).toContain('Tries that fitted nobody')
  })

  test('without the passkey of a person who has one', async () => {
    await ask(
      t.adminUrl,
      `insert into doorstep.passkeys
        (council, id, user_id, credential, public_key, transports, added_at)
        values ('${council}', '${newId()}', '${handler.id}', 'x', 'x', '{}', now())`,
    )
    const browser = await signedIn(t, handler)
    const answer = await browser.post('/open-in-emergency', { ...emergency, answer: '{}' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Prove with your passkey')
    expect((await browser.get(far())).status).toBe(404)
  })
})
