// What is said when the database does not answer, and is everything else still our own fault?
import { createServer } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeNode } from '../app.ts'
import { turnableClock } from '../kernel/clock.ts'
import { openStore } from '../store/open.ts'
import { council, makeTestNode, type TestNode, testStart } from '../testing/make-node.ts'
import { makeTestApp, signedIn, signedOut, testOrigin } from '../testing/request.ts'
import { makeApp } from './app.ts'
import { connectionLoss } from './connection-loss.ts'

const cookie = `doorstep=${council}.${'x'.repeat(43)}`
const saved = 'Nothing you typed was saved. Try again in a minute.'

describe('with the store closed', () => {
  let t: TestNode
  beforeAll(async () => {
    t = await makeTestNode()
  })
  afterAll(() => t.close())

  test('looking and sending are told to try again, and how soon', async () => {
    const browser = await signedIn(t, await t.actorWith('system-administrator'))
    expect((await browser.get('/users')).status).toBe(200)
    await t.node.store.close()
    const fields = { name: 'Priya Nair', role: 'officer', place: 'all', purpose: 'testing' }
    for (const answer of [await browser.get('/users'), await browser.post('/users/add', fields)]) {
      const html = await answer.text()
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60'])
      expect(html).toContain('Doorstep cannot reach its records')
      expect(html).toContain(saved)
      expect(html).not.toContain('Reference')
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
    expect(makeTestApp(t).faults).toHaveLength(2)
  })

  test('pages that need no records still open', async () => {
    await t.node.store.close()
    for (const path of ['/help', '/accessibility', '/privacy']) {
      expect([path, (await signedOut(t).get(path)).status]).toEqual([path, 200])
    }
  })
})

test('a database that is not there at all is told the same way', async () => {
  const port = await freePort()
  const url = `postgres://doorstep_app@127.0.0.1:${port}/doorstep`
  const store = openStore({ appUrl: url, adminUrl: url })
  const app = makeApp(makeNode(store, turnableClock(testStart)), () => {})
  const answer = await app.request(`${testOrigin}/users`, { headers: { cookie } })
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain(saved)
  await store.close()
})

test('a connection that is cut is a loss in the middle, not our fault', async () => {
  const t = await makeTestNode()
  const client = new pg.Client({ connectionString: t.adminUrl })
  client.on('error', () => {
    // Said again to the query that was running, which is where it is looked at.
  })
  await client.connect()
  const cut = client.query('select pg_terminate_backend(pg_backend_pid()), pg_sleep(5)')
  const error = await cut.then(
    () => undefined,
    failed => failed,
  )
  expect(connectionLoss(error)).toBe('broken')
  const after = await client.query('select 1').then(
    () => undefined,
    failed => failed,
  )
  expect(connectionLoss(after)).toBe('broken')
  await t.close()
})

test('a fault of ours is no loss of the connection', () => {
  const missingFile = Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' })
  const duplicate = Object.assign(new Error('duplicate key'), { code: '23505' })
  for (const error of [missingFile, duplicate, new TypeError('x is not a function'), 'text']) {
    expect(connectionLoss(error)).toBeUndefined()
  }
})

test('a connection that is refused, or that never came, saved nothing', () => {
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED', syscall: 'connect' })
  const late = new Error('timeout exceeded when trying to connect')
  const full = Object.assign(new Error('sorry, too many clients already'), { code: '53300' })
  for (const error of [refused, late, full]) expect(connectionLoss(error)).toBe('refused')
})

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
