// Does a session end when its owner or an administrator says so, and only in its own council?
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ask } from '../../../tests/guards/database.ts'
import { type Actor, openSession } from '../../access/index.ts'
import { makeNode } from '../../app.ts'
import { foundCouncil } from '../../events/index.ts'
import { dayMs, secondMs } from '../../kernel/clock.ts'
import { openStore } from '../../store/open.ts'
import { databaseOf, databaseUrl } from '../../testing/database.ts'
import { council, makeTestNode, type TestNode, testStart } from '../../testing/make-node.ts'
import { signedIn, testOrigin } from '../../testing/request.ts'
import { makeApp } from '../../web/app.ts'

let t: TestNode
let actor: Actor
beforeAll(async () => {
  t = await makeTestNode()
})
afterAll(() => t.close())
beforeEach(async () => {
  t.clock.turnTo(testStart)
  actor = await t.actorWith('call-handler')
})

async function sessionsOf(user: string): Promise<string[]> {
  const rows = await ask<{ id: string }>(
    t.adminUrl,
    `select id from doorstep.sessions where user_id = '${user}' order by id`,
  )
  return rows.map(row => row.id)
}

const later = (ms: number) => t.clock.turnTo(t.clock.now() + ms)

test('I see where I am signed in, end one, and then all others', async () => {
  const [here, there, third] = [
    await signedIn(t, actor),
    await signedIn(t, actor),
    await signedIn(t, actor),
  ]
  const html = await (await here.get('/me')).text()
  expect(html.match(/action="\/me\/sessions\/[^"]*\/end"/g)).toHaveLength(2)
  const [, second] = await sessionsOf(actor.id)
  expect((await here.post(`/me/sessions/${second}/end`)).status).toBe(303)
  later(5 * secondMs)
  expect([(await there.get('/me')).status, (await third.get('/me')).status]).toEqual([303, 200])
  await here.post('/me/sessions/end-others')
  later(5 * secondMs)
  expect([(await here.get('/me')).status, (await third.get('/me')).status]).toEqual([200, 303])
})

test('the session of somebody else is not there for me to end', async () => {
  const other = await t.actorWith('officer')
  const theirs = await signedIn(t, other)
  const [session] = await sessionsOf(other.id)
  const mine = await signedIn(t, actor)
  expect((await mine.post(`/me/sessions/${session}/end`)).status).toBe(404)
  later(5 * secondMs)
  expect((await theirs.get('/me')).status).toBe(200)
})

test('an administrator sees who is signed in and ends them; the record says who did', async () => {
  const administrator = await t.actorWith('system-administrator')
  const [theirs, again] = [await signedIn(t, actor), await signedIn(t, actor)]
  const browser = await signedIn(t, administrator)
  expect(await (await browser.get('/sessions')).text()).toContain(`/sessions/${actor.id}/end`)
  const [first = ''] = await sessionsOf(actor.id)
  await browser.post(`/sessions/${actor.id}/end`, { session: first })
  later(5 * secondMs)
  expect([(await theirs.get('/me')).status, (await again.get('/me')).status]).toEqual([303, 200])
  await browser.post(`/sessions/${actor.id}/end`, { session: 'all' })
  later(5 * secondMs)
  expect((await again.get('/me')).status).toBe(303)
  const events = await ask(
    t.adminUrl,
    `select 1 from doorstep.events where kind = 'sign-in.SessionsEnded'
      and actor = '${administrator.id}' and subjects = array['${actor.id}']::uuid[]`,
  )
  expect(events).toHaveLength(2)
})

test('a session ends in every process within 5 seconds', async () => {
  const url = databaseUrl(t.adminUrl, databaseOf(t.adminUrl), 'doorstep_app')
  const store = openStore({ appUrl: url, adminUrl: t.adminUrl })
  const second = makeApp(makeNode(store, t.clock), () => {})
  const browser = await signedIn(t, actor)
  const headers = { host: 'doorstep.test', cookie: browser.cookie }
  const askSecond = () => second.request(`${testOrigin}/me`, { headers })
  expect((await askSecond()).status).toBe(200)
  const administrator = await signedIn(t, await t.actorWith('system-administrator'))
  await administrator.post(`/sessions/${actor.id}/end`, { session: 'all' })
  later(5 * secondMs)
  expect((await askSecond()).status).toBe(303)
  await store.close()
})

test('a session of one council is nothing in another', async () => {
  const other = { id: 'north-vale', name: 'North Vale', gss: null, practice: true }
  await foundCouncil(t.node, other)
  const { token } = await t.node.store.transaction({ council, actor: actor.id }, tx =>
    openSession(tx, { council, user: actor.id, now: t.clock.now() }),
  )
  const app = makeApp(t.node, () => {})
  for (const [named, status] of [
    [council, 200],
    [other.id, 303],
  ] as const) {
    const headers = { host: 'doorstep.test', cookie: `doorstep=${named}.${token}` }
    expect((await app.request(`${testOrigin}/me`, { headers })).status).toBe(status)
  }
})

test('who came in is forgotten after a year, and not a day before', async () => {
  const prune = t.node.registry.capabilities
    .flatMap(one => one.tasks)
    .find(one => one.name === 'sign-in.prune')
  const lines = () => ask(t.adminUrl, 'select at from doorstep.sign_in_log')
  const log = (ago: number) =>
    ask(
      t.adminUrl,
      `insert into doorstep.sign_in_log (council, id, at, door, outcome)
        values ('${council}', gen_random_uuid(), to_timestamp(${(testStart - ago) / 1000}),
          'link', 'in')`,
    )
  await ask(t.adminUrl, 'delete from doorstep.sign_in_log')
  await log(364 * dayMs)
  await log(366 * dayMs)
  await prune?.run(t.node)
  expect(await lines()).toEqual([{ at: new Date(testStart - 364 * dayMs) }])
})

test('a line of this year cannot be taken out, whoever asks the database', async () => {
  await ask(
    t.adminUrl,
    `insert into doorstep.sign_in_log (council, id, at, door, outcome)
      values ('${council}', gen_random_uuid(), now() - interval '364 days', 'link', 'used')`,
  )
  const gone = await t.node.store.transaction({ council, actor: actor.id }, tx =>
    sql`delete from sign_in_log where outcome = 'used'`.execute(tx),
  )
  expect(Number(gone.numAffectedRows)).toBe(0)
  const left = await ask(t.adminUrl, "select 1 from doorstep.sign_in_log where outcome = 'used'")
  expect(left).toHaveLength(1)
})
