// Two servers on one database: is it one Doorstep to everybody who uses it?
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession, type RoleName } from '../../src/access/index.ts'
import { newId } from '../../src/kernel/ids.ts'
import { databaseUrl } from '../../src/testing/database.ts'
import { council, makeTestNode, type TestNode } from '../../src/testing/make-node.ts'
import { addPeople, addSmallDistrict, openTestCampaign } from '../../src/testing/small-district.ts'
import { type Server, start, stop } from './real-server.ts'

const names = Array.from({ length: 12 }, (_, i) => `Person${i}`)
const startMsMax = 120_000
let t: TestNode
let servers: readonly Server[]

beforeAll(async () => {
  t = await makeTestNode()
  t.clock.turnTo(Date.now())
  await addSmallDistrict(t)
  const people = names.map(given => ({ given }))
  await addPeople(t, people)
  await openTestCampaign(t, people)
  servers = await Promise.all([1, 2].map(() => start(t.adminUrl)))
}, startMsMax)
afterAll(async () => {
  await Promise.all((servers ?? []).map(stop))
  await t.close()
})

async function cookieFor(role: RoleName) {
  const actor = await t.actorWith(role)
  const opened = await t.node.store.transaction({ council, actor: actor.id }, tx =>
    openSession(tx, { council, user: actor.id, now: Date.now() }),
  )
  return { actor, cookie: `doorstep=${council}.${opened.token}`, session: opened.session }
}

const urlOf = (nth: number) => servers[nth % servers.length]?.url ?? ''

function ask(nth: number, path: string, asked: { cookie: string; form?: Record<string, string> }) {
  const { cookie, form } = asked
  const headers = { cookie, origin: urlOf(nth) }
  const sent = form ? { method: 'POST', body: new URLSearchParams(form) } : {}
  return fetch(urlOf(nth) + path, { ...sent, headers, redirect: 'manual' })
}

test('a session that is ended at one is over at the other within five seconds', async () => {
  const administrator = await cookieFor('system-administrator')
  const { actor, cookie } = await cookieFor('officer')
  for (const nth of [0, 1]) expect((await ask(nth, '/me', { cookie })).status).toBe(200)
  const form = { command: newId(), session: 'all' }
  const ended = await ask(0, `/sessions/${actor.id}/end`, { cookie: administrator.cookie, form })
  const endedMs = performance.now()
  expect(ended.status).toBe(303)
  while ((await ask(1, '/me', { cookie })).status === 200) await pause(50)
  expect(performance.now() - endedMs).toBeLessThan(5_000)
})

test('the same form sent to both at once is done once', async () => {
  const { cookie } = await cookieFor('system-administrator')
  for (let i = 0; i < 5; i++) {
    const name = `Only Once ${i}`
    const role = { role: 'officer', place: 'council', purpose: 'testing' }
    const form = { command: newId(), name, email: '', ...role }
    const both = await Promise.all([0, 1].map(nth => ask(nth, '/users/add', { cookie, form })))
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const found = await t.node.store.transaction({ council, actor: t.system.id }, tx =>
      tx.selectFrom('users').select('id').where('name', '=', name).execute(),
    )
    expect(found).toHaveLength(1)
  }
})

test('what is kept at one is heard at the other and by every other process', async () => {
  const { cookie } = await cookieFor('system-administrator')
  let heard = 0
  const end = t.node.store.onNotice(of => {
    if (of === council) heard += 1
  })
  await pause(500)
  for (const nth of [0, 1]) {
    const before = heard
    const role = { role: 'officer', place: 'council', purpose: 'testing' }
    const form = { command: newId(), name: `Heard ${nth}`, email: '', ...role }
    expect((await ask(nth, '/users/add', { cookie, form })).status).toBe(303)
    await expect.poll(() => heard, { timeout: 5_000 }).toBeGreaterThan(before)
  }
  end()
})

test('an open page at one is told what another process kept', async () => {
  const { cookie } = await cookieFor('hub-manager')
  const { seq } = await t.node.store.transaction({ council, actor: t.system.id }, tx =>
    tx.selectFrom('council_logs').select('seq').executeTakeFirstOrThrow(),
  )
  const gone = new AbortController()
  const { signal } = gone
  const path = `/live?may=picture.read&kinds=people&since=${seq}`
  const stream = await fetch(urlOf(1) + path, { headers: { cookie }, signal })
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).not.toContain('event: new')
  await addPeople(t, [{ given: 'Late' }])
  let told = ''
  while (!told.includes('event: new')) told += (await reader?.read())?.value
  gone.abort()
  expect(told).toContain('data: 1')
})

test('nobody is held by two callers, whichever server they ask', async () => {
  const callers = await Promise.all(names.map(() => cookieFor('call-handler')))
  const answers = await Promise.all(callers.map(({ cookie }, nth) => ask(nth, '/call', { cookie })))
  const held = answers.map(answer => answer.headers.get('location'))
  expect(answers.map(({ status }) => status)).toEqual(names.map(() => 303))
  expect(new Set(held).size).toBe(names.length)
})

test('two that start at once on an empty database make it together', async () => {
  const name = `together_${Date.now()}`
  const server = databaseUrl(t.adminUrl, 'postgres')
  await said(server, `create database ${name}`)
  const both = await Promise.all([1, 2].map(() => start(databaseUrl(t.adminUrl, name))))
  const ready = await Promise.all(both.map(({ url }) => fetch(`${url}/readyz`)))
  expect(ready.map(({ status }) => status)).toEqual([200, 200])
  await Promise.all(both.map(stop))
  await said(server, `drop database ${name}`)
})

async function said(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(text)
  await client.end()
}
