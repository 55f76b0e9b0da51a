// Does the interface keep what it publishes, and show each system only what its token may see?
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { isOutside, systemActor } from '../../src/access/index.ts'
import { requestsAMinuteMax } from '../../src/api/caller.ts'
import { apiRoot, makeTokenNow, openApiOf } from '../../src/api/index.ts'
import { offeredTo } from '../../src/api/offered.ts'
import { capabilities } from '../../src/app.ts'
import { hourMs, minuteMs } from '../../src/kernel/clock.ts'
import { newId } from '../../src/kernel/ids.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { council } from '../../src/testing/make-node.ts'
import { makeTestApp, signedIn, testOrigin } from '../../src/testing/request.ts'
import { type ApiRow, apiMatrix } from './api-matrix.ts'
import { marksIn } from './canary.ts'
import { makeWorld, type Visitor, type World } from './world.ts'

type Operation = {
  'x-permission': string
  responses: { 200: { content: { 'application/json': { schema: object } } } }
}
type Document = { paths: Record<string, Record<string, Operation>> }

let world: World
let published: Document
const tokens = new Map<Visitor, string>()
vi.setConfig({ testTimeout: 120_000 })

beforeAll(async () => {
  world = await makeWorld()
  published = (await (await ask('/api/openapi.json')).json()) as Document
  for (const visitor of world.visitors) {
    const mayHave = visitor.role !== null && !isOutside(visitor.role)
    const token = mayHave && (await tokenFor(visitor))
    if (token) tokens.set(visitor, token)
  }
}, 120_000)
afterAll(() => world.t.close())

async function tokenFor({ role, actor, council: its, name }: Visitor): Promise<string> {
  const permissions = offeredTo(capabilities, role ?? '')
  const place = actor?.grants[0]?.place ?? null
  const ask = { command: newId(), name, place, purpose: 'testing', days: 1, permissions }
  const made = await makeTokenNow(world.t.node, systemActor(its), {
    ...ask,
    role: role ?? 'officer',
  })
  if (!made || isRefusal(made)) throw new Error(`No token for ${name}`)
  return made.token
}

async function ask(path: string, token = '', init: RequestInit = {}): Promise<Response> {
  const headers = { ...(token ? { authorization: `Bearer ${token}` } : {}), ...init.headers }
  return makeTestApp(world.t).request(testOrigin + path, { ...init, headers })
}

const letters = new Map<Visitor['role'], string>([
  ['hub-manager', 'H'],
  ['call-handler', 'C'],
  ['village-coordinator', 'V'],
  ['officer', 'O'],
  ['data-protection-officer', 'D'],
  ['system-administrator', 'A'],
])

function mayAsk(row: ApiRow, visitor: Visitor): boolean {
  return row.who.includes(letters.get(visitor.role) ?? '?')
}

/** Every address of a read, with all that its gaps may name. */
function pathsOf({ operation, gaps = {} }: ApiRow): string[] {
  const [, path = ''] = operation.split(' ')
  return Object.entries(gaps).reduce(
    (paths, [gap, thing]) =>
      paths.flatMap(one => idsOf(thing).map(id => one.replace(`{${gap}}`, id))),
    [path],
  )
}

function idsOf(thing: string): readonly string[] {
  if (thing === 'person') return world.people.map(({ id }) => id)
  return Object.values(world.things[thing] ?? { none: newId() })
}

const reads = apiMatrix.filter(({ operation }) => operation.startsWith('GET'))

test('what is published is OpenAPI 3.1, and every operation has its row', async () => {
  const checked = await new Validator().validate(structuredClone(published) as never)
  expect(checked).toEqual({ valid: true })
  expect(published).toMatchObject({ openapi: '3.1.0' })
  const operations = Object.entries(published.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(one => `${one.toUpperCase()} ${path.replace(apiRoot, '')}`),
  )
  expect(operations.sort()).toEqual(apiMatrix.map(row => row.operation).sort())
  expect(published).toEqual(JSON.parse(JSON.stringify(openApiOf(world.t.node))))
})

test('each read answers those of its row, as published, and nobody else', async () => {
  const ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
  const wrong: string[] = []
  let answered = 0
  for (const row of reads) {
    const [, path = ''] = row.operation.split(' ')
    const operation = published.paths[apiRoot + path]?.get
    const fits = ajv.compile(operation?.responses[200].content['application/json'].schema ?? false)
    for (const [visitor, token] of tokens) {
      for (const one of pathsOf(row)) {
        const answer = await ask(apiRoot + one, token)
        const body = await answer.json()
        if (answer.status === 200) answered++
        if (answer.status === 200 && !fits(body))
          wrong.push(`${one}: ${ajv.errorsText(fits.errors)}`)
        if (answer.status === 200 && !mayAsk(row, visitor))
          wrong.push(`${visitor.name} reads ${one}`)
        const isList = !row.gaps
        if (isList && mayAsk(row, visitor) && answer.status !== 200) {
          wrong.push(`${visitor.name} gets ${answer.status} for ${one}`)
        }
        if (![200, 404].includes(answer.status)) wrong.push(`${one} answers ${answer.status}`)
      }
    }
  }
  expect(wrong).toEqual([])
  expect(answered).toBeGreaterThan(60)
})

test('no token reads a mark that its system may not know; permitted marks are read', async () => {
  const leaks = new Set<string>()
  const shown = new Set<string>()
  for (const [visitor, token] of tokens) {
    for (const path of reads.flatMap(pathsOf)) {
      const text = await (await ask(apiRoot + path, token)).text()
      for (const person of world.people) {
        if (marksIn(text, person.marks).length === 0) continue
        const isOwn = visitor.council === person.council && person.level !== 'erased'
        const { reach } = visitor
        const isBeside = reach === 'one village' && person.level === 'same zone'
        const isNear = reach === 'whole council' || person.level === 'own street' || isBeside
        if (isOwn && isNear) shown.add(person.level)
        else leaks.add(`${visitor.name} reads ${person.level} at ${path}`)
      }
    }
  }
  expect([...leaks]).toEqual([])
  expect(shown.size).toBeGreaterThan(2)
})

describe('a token', () => {
  const hub = () => [...tokens].find(([one]) => one.name === `hub-manager of ${council}`)?.[1] ?? ''

  test('is the only way in: a cookie opens nothing here, and a token no page', async () => {
    const { cookie } = await signedIn(world.t, await world.t.actorWith('hub-manager'))
    expect((await ask(`${apiRoot}/places`, '', { headers: { cookie } })).status).toBe(401)
    expect((await ask('/villages', hub())).status).toBe(303)
    const [start] = hub().split(/_[^_]*$/)
    for (const bad of ['', 'x', `${start}_${'A'.repeat(43)}`, `${hub()}x`]) {
      const answer = await ask(`${apiRoot}/places`, bad)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        401,
        'application/problem+json',
      ])
    }
  })

  test('may ask only for what was ticked, even where its role may more', async () => {
    const ask1 = { command: newId(), name: 'Narrow', place: null, purpose: 'test', days: 1 }
    const narrow = { ...ask1, role: 'officer' as const, permissions: ['places.read'] }
    const made = await makeTokenNow(world.t.node, systemActor(council), narrow)
    if (!made || isRefusal(made)) throw new Error('no token')
    expect((await ask(`${apiRoot}/places`, made.token)).status).toBe(200)
    expect((await ask(`${apiRoot}/people`, made.token)).status).toBe(404)
    const wide = { ...narrow, command: newId(), permissions: ['people.erase'] }
    expect(await makeTokenNow(world.t.node, systemActor(council), wide)).toMatchObject({
      refused: 'invalid',
    })
  })

  test('runs out at its day', async () => {
    const { clock } = world.t
    const short = { command: newId(), name: 'Short', place: null, purpose: 'test', days: 1 }
    const asked = { ...short, role: 'officer' as const, permissions: ['places.read'] }
    const made = await makeTokenNow(world.t.node, systemActor(council), asked)
    if (!made || isRefusal(made)) throw new Error('no token')
    const before = clock.now()
    clock.turnTo(before + 25 * hourMs)
    expect((await ask(`${apiRoot}/places`, made.token)).status).toBe(401)
    clock.turnTo(before)
  })

  test('asks too often: it is told how long to wait', async () => {
    const { clock } = world.t
    let last = await ask(`${apiRoot}/places?limit=1`, hub())
    for (let i = 0; i < requestsAMinuteMax && last.status === 200; i++) {
      last = await ask(`${apiRoot}/places?limit=1`, hub())
    }
    expect(last.status).toBe(429)
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
    clock.turnTo(clock.now() + minuteMs + 1)
    expect((await ask(`${apiRoot}/places?limit=1`, hub())).status).toBe(200)
  })

  test('reads a long list in pages that neither skip nor repeat', async () => {
    const whole = (await (await ask(`${apiRoot}/places`, hub())).json()) as Page
    const seen: string[] = []
    for (let after = ''; ; ) {
      const page = (await (
        await ask(`${apiRoot}/places?limit=2${after && `&after=${after}`}`, hub())
      ).json()) as Page
      seen.push(...page.items.map(({ id }) => id))
      if (page.next === null) break
      after = page.next
    }
    expect(seen).toEqual(whole.items.map(({ id }) => id))
  })

  test.each([
    ['unknown=1', 'unknown'],
    ['limit=2&limit=3', 'limit'],
    ['limit=0', 'limit'],
    ['limit=%27', 'limit'],
    ['after=x', 'after'],
  ])('a question that makes no sense is refused by name: %s', async (question, field) => {
    const answer = await ask(`${apiRoot}/places?${question}`, hub())
    expect(answer.status).toBe(422)
    expect(Object.keys(((await answer.json()) as { fields: object }).fields)).toEqual([field])
  })

  const path = `${apiRoot}/commands/people.raise-flag`
  const json = { 'content-type': 'application/json' }
  test('carries out a command once, and refuses the id with other content', async () => {
    const person = world.people.find(({ level }) => level === 'own street')?.id
    const headers = { ...json, 'idempotency-key': newId() }
    const send = (flag: string) => {
      const body = JSON.stringify({ person, flag, source: 'Telecare', note: '' })
      return ask(path, hub(), { method: 'POST', headers, body })
    }
    const outcomes = [await send('interpreter'), await send('interpreter'), await send('textphone')]
    expect(outcomes.map(({ status }) => status)).toEqual([200, 200, 409])
    expect(await outcomes[0]?.json()).toMatchObject({ outcome: 'accepted' })
    expect(await outcomes[1]?.json()).toMatchObject({ outcome: 'repeated' })
  })

  test('half a character is refused like any other word that cannot be kept', async () => {
    const person = world.people.find(({ level }) => level === 'own street')?.id
    const headers = { ...json, 'idempotency-key': newId() }
    const body = JSON.stringify({ person, flag: 'textphone', source: 'a\ud800', note: '' })
    expect((await ask(path, hub(), { method: 'POST', headers, body })).status).toBe(422)
  })

  test('plans a step once: its id, chosen by who asks, is taken only once', async () => {
    const person = world.people.find(({ level }) => level === 'own street')?.id
    const plan = { action: newId(), person, need: null, what: 'Ring', owner: null, dueAt: 1 }
    const send = () => {
      const headers = { ...json, 'idempotency-key': newId() }
      const init = { method: 'POST', headers, body: JSON.stringify(plan) }
      return ask(`${apiRoot}/commands/needs.plan-action`, hub(), init)
    }
    expect([(await send()).status, (await send()).status]).toEqual([200, 409])
  })

  type Bad = readonly [name: string, status: number, body: string, headers: object | null]
  const bad: readonly Bad[] = [
    ['no id', 422, '{}', json],
    ['no JSON type', 415, '{}', { 'idempotency-key': newId() }],
    ['broken JSON', 415, '{', null],
    ['a key twice', 422, '{"a":1,"a":2}', null],
    ['an unknown key', 422, '{"admin":true}', null],
    ['a list', 422, '[]', null],
    ['too much', 413, `"${'x'.repeat(300_000)}"`, null],
    ['deep nesting', 415, '['.repeat(5_000), null],
  ]
  test.each(bad)('a body with %s is a problem with a sentence', async (...given: Bad) => {
    const [, status, body] = given
    const headers = given[3] ?? { ...json, 'idempotency-key': newId() }
    const answer = await ask(path, hub(), { method: 'POST', headers: { ...headers }, body })
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ status, title: expect.stringMatching(/\w/) })
  })

  test('a body in another encoding is not guessed at', async () => {
    const headers = { ...json, 'idempotency-key': newId() }
    const body = Buffer.from('{"note":"caf\xe9"}', 'latin1')
    expect((await ask(path, hub(), { method: 'POST', headers, body })).status).toBe(415)
  })
})

type Page = { items: { id: string }[]; next: string | null }
