// Are roles given, changed and ended as they should, by whom they may, and at once?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compareRebuild } from '../../events/fold.ts'
import { act } from '../../events/index.ts'
import { secondMs } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { addPlaces } from '../../places/index.ts'
import { testTerms } from '../../testing/accept-agreement.ts'
import { council, makeTestNode, type TestNode, testStart } from '../../testing/make-node.ts'
import { type Fields, type SignedIn, signedIn } from '../../testing/request.ts'
import { type Actor, addUser, findActor } from '../index.ts'

let t: TestNode
let admin: SignedIn
let administrator: Actor
const village = newId()

beforeAll(async () => {
  t = await makeTestNode()
  administrator = await t.actorWith('system-administrator')
  admin = await signedIn(t, administrator)
  const place = {
    place: village,
    kind: 'village' as const,
    parent: null,
    name: 'Histon',
    gss: null,
  }
  const input = { places: [{ ...place, postcodes: [] }], dwellings: [] }
  await act(t.node, t.system, addPlaces, { id: newId(), input })
})
afterAll(() => t.close())

const good: Fields = {
  role: 'councillor',
  place: village,
  purpose: 'following the round',
  reason: 'Asked for by democratic services',
}
const day = (name: string, written: string): Fields => {
  const [d = '', m = '', y = ''] = written.split(' ')
  return { [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y }
}

/** The addresses of the grants that may still be changed. */
async function grantsOf(user: string): Promise<string[]> {
  const page = await (await admin.get(`/users/${user}`)).text()
  return [...page.matchAll(/\/users\/[\w-]+\/grants\/[\w-]{36}/g)].map(found => found[0])
}

describe('a role', () => {
  test('is given with place, purpose, days and reason, and who gave it is shown', async () => {
    const user = (await t.actorWith('call-handler')).id
    const fields = {
      ...good,
      ...day('from', '10 4 2026'),
      ...day('until', '27 7 2026'),
    }
    expect((await admin.post(`/users/${user}/grants/add`, fields)).status).toBe(303)
    const page = await (await admin.get(`/users/${user}`)).text()
    for (const text of ['Councillor, Histon', 'From 10 April 2026', 'until 27 July 2026']) {
      expect(page).toContain(text)
    }
    for (const text of ['Has not begun', 'democratic services', administrator.name]) {
      expect(page).toContain(text)
    }
  })

  test('opens its pages at once, and closes them at once when it ends', async () => {
    const actor = await t.actorWith('call-handler')
    const browser = await signedIn(t, actor)
    expect((await browser.get('/places/map')).status).toBe(404)
    t.clock.turnTo(t.clock.now() + secondMs)
    await admin.post(`/users/${actor.id}/grants/add`, good)
    t.clock.turnTo(t.clock.now() + 3 * secondMs)
    expect((await browser.get('/places/map')).status).toBe(200)
    const [grant = ''] = await grantsOf(actor.id)
    expect((await admin.post(`${grant}/end`, { reason: 'Left the ward' })).status).toBe(303)
    t.clock.turnTo(t.clock.now() + 3 * secondMs)
    expect((await browser.get('/places/map')).status).toBe(404)
    expect((await admin.post(`${grant}/end`, { reason: 'Again' })).status).toBe(409)
  })

  test('gets another last day', async () => {
    const actor = await t.actorWith('officer')
    const [grant = ''] = await grantsOf(actor.id)
    const fields = { ...day('until', '1 5 2026'), reason: 'Contract ends' }
    expect((await admin.post(`${grant}/until`, fields)).status).toBe(303)
    expect(await (await admin.get(grant)).text()).toContain('until 1 May 2026')
  })
})

const bad: [string, Fields, string][] = [
  [
    'ends before it begins',
    { ...day('from', '10 5 2026'), ...day('until', '9 5 2026') },
    'The last day must come after the first',
  ],
  ['is over already', day('until', '1 1 2026'), 'The last day must be today or later'],
  ['begins on no real day', day('from', '31 2 2026'), 'Enter a real first day'],
  ['has no reason', { reason: '' }, 'Say why'],
  ['gives a councillor the whole council', { place: 'council' }, 'Choose the village'],
  ['lends to a village group for ever', { role: 'village-group' }, 'Say until when'],
]
test.each(bad)(
  'a grant that %s is refused with the sentence, words kept',
  async (_, change, words) => {
    const user = (await t.actorWith('call-handler')).id
    const answer = await admin.post(`/users/${user}/grants/add`, { ...good, ...change })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain(words)
    expect(page).toContain('following the round')
    expect(await grantsOf(user)).toHaveLength(1)
  },
)

describe('nobody', () => {
  test('gives themselves a role, or lengthens their own', async () => {
    const own = `/users/${administrator.id}`
    const given = await admin.post(`${own}/grants/add`, good)
    expect(given.status).toBe(422)
    expect(await given.text()).toContain('Nobody changes their own access')
    const [grant = ''] = await grantsOf(administrator.id)
    const fields = { ...day('until', '1 5 2030'), reason: 'More' }
    const longer = await admin.post(`${grant}/until`, fields)
    expect([longer.status, (await longer.text()).includes('Nobody changes their own')]).toEqual([
      422,
      true,
    ])
  })

  test('lifts their own suspension, nor ends or suspends the last administrator', async () => {
    const [grant = ''] = await grantsOf(administrator.id)
    const ended = await admin.post(`${grant}/end`, { reason: 'Enough' })
    expect([ended.status, (await ended.text()).includes('Name another administrator')]).toEqual([
      422,
      true,
    ])
    const rest = { why: 'other', reason: 'Holiday' }
    expect((await admin.post(`/users/${administrator.id}/suspend`, rest)).status).toBe(422)
    expect((await admin.post(`/users/${administrator.id}/disable`)).status).toBe(422)
  })

  test('gives wider than they hold: neither place nor role', async () => {
    const narrow = await t.actorWith('system-administrator', village)
    const browser = await signedIn(t, narrow)
    const user = (await t.actorWith('officer')).id
    const { giveGrant } = await import('../domain/give-grant.ts')
    const input = { ...good, grant: newId(), user, from: null, until: null }
    const asked = { id: newId(), input: { ...input, role: 'officer', place: null } }
    expect(await act(t.node, narrow, giveGrant, asked)).toEqual({ refused: 'wider-than-own' })
    const inside = { id: newId(), input: { ...input, role: 'officer', place: village } }
    expect(await act(t.node, narrow, giveGrant, inside)).toMatchObject({ outcome: 'accepted' })
    expect((await browser.get('/users')).status).toBe(200)
  })
})

describe('a suspension', () => {
  test('makes every grant as if it were not there, and says why', async () => {
    const actor = await t.actorWith('councillor', village)
    const browser = await signedIn(t, actor)
    const map = await browser.get('/places/map')
    expect([map.status, (await map.text()).includes('this page is not printed')]).toEqual([
      200,
      true,
    ])
    const fields = { why: 'candidate', reason: 'Nominated', ...day('until', '7 5 2026') }
    expect((await admin.post(`/users/${actor.id}/suspend`, fields)).status).toBe(303)
    t.clock.turnTo(t.clock.now() + 3 * secondMs)
    expect((await browser.get('/places/map')).status).toBe(404)
    expect((await browser.get('/')).headers.get('location')).toBe('/standing')
    const why = await (await browser.get('/standing')).text()
    expect(why).toContain('because you stand for election')
    expect(why).toContain('after 7 May 2026')
    const page = await (await admin.get(`/users/${actor.id}`)).text()
    const [lift = ''] = /\/users\/[\w-]+\/suspensions\/[\w-]+\/lift/.exec(page) ?? []
    expect((await admin.post(lift, { reason: 'Withdrew' })).status).toBe(303)
    t.clock.turnTo(t.clock.now() + 3 * secondMs)
    expect((await browser.get('/places/map')).status).toBe(200)
  })

  test('before an election councillors rest and officers work', async () => {
    const councillor = await signedIn(t, await t.actorWith('councillor', village))
    const officer = await signedIn(t, await t.actorWith('officer'))
    const fields = day('until', '7 5 2026')
    expect((await admin.post('/access-rules/quiet', fields)).status).toBe(303)
    expect((await councillor.get('/places/map')).status).toBe(404)
    expect((await officer.get('/places/map')).status).toBe(200)
    expect((await admin.post('/access-rules/quiet', { remove: '1' })).status).toBe(303)
    t.clock.turnTo(t.clock.now() + 3 * secondMs)
    expect((await councillor.get('/places/map')).status).toBe(200)
  })
})

describe('a village group', () => {
  test('sees nothing before it accepts, and is asked again when it changes', async () => {
    const user = newId()
    const until = testStart + 90 * 86_400_000
    const grants = [{ role: 'village-group' as const, place: village, purpose: 'ringing', until }]
    const input = { user, name: 'Meg Rowe', email: null, grants }
    await act(t.node, t.system, addUser, { id: newId(), input })
    const find = (token: string) =>
      t.node.store.transaction({ council, actor: user }, tx =>
        findActor(tx, { council, token, now: t.clock.now() }),
      )
    const browser = await signedIn(t, { ...administrator, id: user, grants: [] })
    const actor = await find(browser.cookie.split('.')[1] ?? '')
    expect(actor?.grants).toHaveLength(1)
    for (const path of ['/call', '/gaps', '/call-backs', '/']) {
      expect((await browser.get(path)).headers.get('location')).toBe('/agreement')
    }
    expect((await browser.get('/find')).status).toBe(404)
    const empty = await (await browser.get('/agreement')).text()
    expect(empty).toContain('has not filled in its agreement')
    const terms = { ...testTerms, ageMin: '18' }
    expect((await admin.post('/access-rules/agreement', terms)).status).toBe(303)
    const page = await (await browser.get('/agreement')).text()
    for (const text of [testTerms.controller, testTerms.breachNumber, '18 or older']) {
      expect(page).toContain(text)
    }
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
    const old = { version: String(Number(version) - 1), text: '1' }
    expect((await browser.post('/agreement', old)).status).toBe(409)
    expect((await browser.post('/agreement', { version, text: '1' })).status).toBe(303)
    expect((await browser.get('/gaps')).status).toBe(200)
    await admin.post('/access-rules/agreement', { ...terms, ageMin: '21' })
    t.clock.turnTo(t.clock.now() + 3 * secondMs)
    expect((await browser.get('/gaps')).headers.get('location')).toBe('/agreement')
  })
})

test('whoever was shut out is let in again without their old roles', async () => {
  const actor = await t.actorWith('officer')
  await admin.post(`/users/${actor.id}/disable`, { reason: 'Left' })
  expect((await admin.post(`/users/${actor.id}/grants/add`, good)).status).toBe(422)
  expect((await admin.post(`/users/${actor.id}/enable`, { reason: '' })).status).toBe(422)
  expect((await admin.post(`/users/${actor.id}/enable`, { reason: 'Back' })).status).toBe(303)
  expect(await (await admin.get(`/users/${actor.id}`)).text()).toContain('No role now.')
})

test('people are found by name, role, place and state', async () => {
  const rows = async (query: string) =>
    (await (await admin.get(`/users?${query}`)).text()).split('<th scope="row">').length - 1
  expect(await rows('name=meg')).toBe(1)
  expect(await rows('role=village-group')).toBe(1)
  expect(await rows(`place=${village}&role=councillor`)).toBeGreaterThan(1)
  expect(await rows('name=%25')).toBe(0)
  expect(await rows('state=disabled')).toBe(0)
})

test('every role is told in words, and every event is folded the same again', async () => {
  const page = await (await admin.get('/roles')).text()
  expect(page).toContain('Ring people and record what happened')
  expect(page).toContain('No file and no printed list leaves by this role.')
  const { differences } = await compareRebuild(t.node.store, t.node.registry, {
    council,
    actor: administrator.id,
  })
  expect(differences).toEqual([])
})
