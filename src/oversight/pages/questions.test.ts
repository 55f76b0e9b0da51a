// Are unusual looks asked about once, by somebody else, and are usual ones left alone?
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ask } from '../../../tests/guards/database.ts'
import {
  type Actor,
  addUser,
  grantsOf,
  type RoleName,
  recordRead,
  scopeOf,
} from '../../access/index.ts'
import { act, compareRebuild } from '../../events/index.ts'
import { hourMs, minuteMs } from '../../kernel/clock.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import { council, makeTestNode, type TestNode, testStart } from '../../testing/make-node.ts'
import { signedIn } from '../../testing/request.ts'
import { addPeople, addSmallDistrict, personId } from '../../testing/small-district.ts'
import { limits } from '../domain/rules/index.ts'
import { setStaffHome } from '../domain/settings.ts'
import { weighEverywhere, weighLooks } from '../weigh-looks.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }, { given: 'Arthur', phone: '+441632960143' }])
})
afterAll(() => t.close())
beforeEach(() => t.clock.turnTo(testStart))

async function staff(name: string, role: RoleName = 'call-handler'): Promise<Actor> {
  const user = newId()
  const grants = [{ role, place: null, purpose: 'testing', until: null }]
  await act(t.node, t.system, addUser, { id: newId(), input: { user, name, email: null, grants } })
  return t.node.store.transaction({ council, actor: user }, async tx => ({
    council,
    id: user,
    name,
    grants: await grantsOf(tx, council, user),
    isSystem: false,
    session: null,
  }))
}

type Shown = { what?: 'open' | 'list' | 'export'; route?: string; at?: number }

function look(actor: Actor, subjects: readonly Id[], shown: Shown = {}): Promise<void> {
  const { what = 'open', route = '/people/:id', at = testStart } = shown
  const scope = scopeOf(t.node.registry.permissions, actor, { permission: 'people.read', now: at })
  return t.node.store.transaction({ council, actor: actor.id }, tx =>
    recordRead(tx, scope, { what, route, subjects, at }),
  )
}

async function weighed(): Promise<void> {
  t.clock.turnTo(t.clock.now() + limits.settledMs + minuteMs)
  await weighLooks(t.node, council)
}

function questionsAbout(actor: Actor) {
  return ask<{ id: Id; rule: string; looks: number }>(
    t.adminUrl,
    `select id, rule, looks from doorstep.questions where about = '${actor.id}' order by rule`,
  )
}

test('a look like all others raises nothing and leaves nothing in the record', async () => {
  const actor = await staff('Priya Nair')
  await look(actor, [personId('Joan')])
  const before = await ask(t.adminUrl, 'select count(*) from doorstep.commands')
  await weighed()
  expect(await questionsAbout(actor)).toEqual([])
  expect(await ask(t.adminUrl, 'select count(*) from doorstep.commands')).toEqual(before)
  expect(await ask(t.adminUrl, 'select * from doorstep.looks_waiting')).toEqual([])
})

test('a namesake is asked about once, however often it is weighed', async () => {
  const actor = await staff('Gwen Pratt')
  await look(actor, [personId('Joan')])
  await weighEverywhere(t.node)
  expect(await questionsAbout(actor)).toEqual([])
  await weighed()
  await weighed()
  expect(await questionsAbout(actor)).toMatchObject([{ rule: 'same-surname', looks: 1 }])
  await look(actor, [personId('Arthur')], { at: testStart + minuteMs })
  await weighed()
  expect(await questionsAbout(actor)).toMatchObject([{ rule: 'same-surname', looks: 2 }])
})

test('whom the call page hands over was not chosen', async () => {
  const actor = await staff('Huw Pratt')
  await look(actor, [personId('Joan')], { route: '/call' })
  await weighed()
  expect(await questionsAbout(actor)).toEqual([])
})

test('a neighbour, once the home is known, and files and nights', async () => {
  const actor = await staff('Nia Lloyd')
  const input = { user: actor.id, postcode: 'CB24 8RX' }
  await act(t.node, t.system, setStaffHome, { id: newId(), input })
  await look(actor, [personId('Joan')])
  await look(actor, [newId(), newId()], { what: 'export', route: '/lists/report' })
  await look(actor, [newId()], { at: testStart + 14 * hourMs })
  t.clock.turnTo(testStart + 15 * hourMs)
  await weighed()
  const found = await questionsAbout(actor)
  expect(found.map(one => one.rule)).toEqual(['export', 'neighbour', 'night'])
})

test('more than 100 people in an hour is one question that rests on all looks', async () => {
  const actor = await staff('Sam Okoro')
  for (let i = 0; i < 6; i++) {
    const subjects = Array.from({ length: 20 }, newId)
    await look(actor, subjects, { what: 'list', route: '/find', at: testStart + i * minuteMs })
  }
  t.clock.turnTo(testStart + 6 * minuteMs)
  await weighed()
  expect(await questionsAbout(actor)).toMatchObject([{ rule: 'mass', looks: 6 }])
})

test('a data protection officer sees it, looks at what it rests on, and decides', async () => {
  const actor = await staff('Mair Pratt')
  await look(actor, [personId('Joan')])
  await weighed()
  const [question] = await questionsAbout(actor)
  const judge = await signedIn(t, await staff('Dilys Rees', 'data-protection-officer'))
  expect(await (await judge.get('/questions')).text()).toContain('Mair Pratt')
  const address = `/questions/${question?.id}`
  const page = await (await judge.get(address)).text()
  expect(page).toContain('Opened the record')
  expect(page).not.toContain('Joan')
  expect((await judge.post(address, { answer: 'explained', note: '' })).status).toBe(422)
  const note = 'She rang on behalf of the hub'
  expect((await judge.post(address, { answer: 'look-into', note })).status).toBe(303)
  expect((await judge.post(address, { answer: 'explained', note })).status).toBe(303)
  expect((await judge.post(address, { answer: 'serious', note })).status).toBe(409)
})

test.each(['hub-manager', 'officer', 'call-handler'] as const)(
  'a %s does not know that there are questions',
  async role => {
    const browser = await signedIn(t, await staff('Somebody Else', role))
    expect((await browser.get('/questions')).status).toBe(404)
  },
)

test('those about an officer’s looks are for another officer or an administrator', async () => {
  const officer = await staff('Elin Pratt', 'data-protection-officer')
  await look(officer, [personId('Joan')])
  const caller = await staff('Owen Pratt')
  await look(caller, [personId('Joan')])
  await weighed()
  const [own] = await questionsAbout(officer)
  const [other] = await questionsAbout(caller)
  const browser = await signedIn(t, officer)
  expect((await browser.get(`/questions/${own?.id}`)).status).toBe(404)
  expect((await browser.get(`/questions/${other?.id}`)).status).toBe(200)
  const said = { answer: 'explained', note: 'I know why' }
  expect((await browser.post(`/questions/${own?.id}`, said)).status).toBe(404)
  const keeper = await signedIn(t, await staff('Keeper', 'system-administrator'))
  expect((await keeper.get(`/questions/${own?.id}`)).status).toBe(200)
  expect((await keeper.get(`/questions/${other?.id}`)).status).toBe(404)
  expect((await keeper.post(`/questions/${own?.id}`, said)).status).toBe(303)
})

test('where staff live and how they are named is kept, and a wrong postcode is not', async () => {
  const actor = await staff('Rhys Vaughan')
  const judge = await signedIn(t, await staff('Dilys Rees', 'data-protection-officer'))
  const wrong = await judge.post('/reads/settings/homes', { user: actor.id, postcode: 'nowhere' })
  expect(wrong.status).toBe(422)
  await judge.post('/reads/settings/homes', { user: actor.id, postcode: 'cb24 8rx' })
  await judge.post('/reads/settings/names', { names: 'name' })
  const page = await (await judge.get('/reads/settings')).text()
  expect(page).toContain('cb24 8rx')
  expect(page).toMatch(/value="name"[^>]* checked/)
})

test('questions, their looks, homes and names are made again from the record', async () => {
  const counted = await ask<{ n: number }>(
    t.adminUrl,
    'select count(*)::int as n from doorstep.question_looks',
  )
  expect(counted[0]?.n).toBeGreaterThan(0)
  const who = { council, actor: newId() }
  expect((await compareRebuild(t.node.store, t.node.registry, who)).differences).toEqual([])
})
