// Does every address guard itself: its headers, and who may send it a form?
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { roleNames } from '../../src/access/index.ts'
import { newId } from '../../src/kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../../src/testing/make-node.ts'
import { makeTestApp, signedIn, signedOut, testOrigin } from '../../src/testing/request.ts'
import { routeRules } from '../../src/web/app.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
})
afterAll(() => t.close())
vi.setConfig({ testTimeout: 180_000 })

const filled = (path: string) => path.replace(/:[a-z]+(\{[^}]*\})?/gi, newId())

test('every answer says how it may be used, and stays out of caches', async () => {
  const visitors = [signedOut(t)]
  for (const role of roleNames) visitors.push(await signedIn(t, await t.actorWith(role)))
  const rules = routeRules(t.node)
  expect(rules.length).toBeGreaterThan(5)
  const wrong: string[] = []
  for (const { method, path } of [...rules, { method: 'get', path: '/no-such-page' } as const]) {
    for (const visitor of visitors) {
      const answer = await visitor[method](filled(path))
      for (const problem of problemsOf(answer)) wrong.push(`${method} ${path}: ${problem}`)
    }
  }
  expect([...new Set(wrong)]).toEqual([])
})

function problemsOf(answer: Response): string[] {
  const header = (name: string) => answer.headers.get(name) ?? ''
  const policy = header('content-security-policy')
  const must: [string, boolean][] = [
    ['answers without a fault', answer.status < 500],
    ['has a closed policy', policy.includes("default-src 'none'")],
    ['runs only our own scripts', policy.includes("script-src 'self'") && !/unsafe/.test(policy)],
    ['is in nobody else’s frame', policy.includes("frame-ancestors 'none'")],
    ['is not sniffed', header('x-content-type-options') === 'nosniff'],
    ['is not cached', header('cache-control').includes('no-store')],
    ['names us to nobody else', header('referrer-policy') === 'same-origin'],
    [
      'is asked for over https',
      Number(/max-age=(\d+)/.exec(header('strict-transport-security'))?.[1]) >= 31536000,
    ],
    ['opens to no other origin', header('access-control-allow-origin') === ''],
  ]
  return must.flatMap(([claim, holds]) => (holds ? [] : [`not so: ${claim}`]))
}

const senders: [string, Record<string, string>][] = [
  ['another site', { origin: 'https://evil.example' }],
  ['another site by its fetch mark', { origin: testOrigin, 'sec-fetch-site': 'cross-site' }],
  ['a sandboxed frame', { origin: 'null' }],
  ['nowhere', {}],
  ['another port of this host', { origin: 'http://doorstep.test:8080' }],
]

test.each(senders)('a form from %s is turned away and changes nothing', async (_name, sent) => {
  const browser = await signedIn(t, await t.actorWith('system-administrator'))
  const headers = { host: 'doorstep.test', cookie: browser.cookie, ...sent }
  const before = await countEvents()
  const posts = routeRules(t.node).filter(({ method, may }) => method === 'post' && may !== 'token')
  expect(posts.length).toBeGreaterThan(1)
  for (const { path } of posts) {
    const body = new URLSearchParams({ name: 'Mallory' })
    const init = { method: 'POST', headers, body }
    const answer = await makeTestApp(t).request(testOrigin + filled(path), init)
    expect([path, answer.status]).toEqual([path, 403])
  }
  expect(await countEvents()).toBe(before)
  expect((await browser.get('/')).headers.get('location')).toBe('/users')
})

function countEvents(): Promise<number> {
  return t.node.store.transaction({ council, actor: newId() }, async tx => {
    const found = await tx.selectFrom('council_logs').select('seq').executeTakeFirstOrThrow()
    return found.seq
  })
}
