// Whatever is sent to any route by anybody: no fault, no hang, no markup of theirs, a plain answer.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type Id, newId } from '../../src/kernel/ids.ts'
import { council } from '../../src/testing/make-node.ts'
import { makeTestApp, signedIn, testOrigin } from '../../src/testing/request.ts'
import { routeRules } from '../../src/web/app.ts'
import { formsIn, type PageForm } from './forms.ts'
import { brokenOut, hostileBodies, hostileValues, markup, type Sent } from './hostile.ts'
import { matrix, mayEnter, type Row } from './matrix.ts'
import { makeWorld, type Visitor, type World } from './world.ts'

let world: World
let visitors: readonly Visitor[]
let forms: readonly PageForm[]
/** Somebody whom nobody misses: the forms take their access away. */
let spare: Id
const names = new Set(['command', 'q', 'note', 'place', 'at', 'said', 'done', 'show'])

beforeAll(async () => {
  world = await makeWorld()
  spare = (await world.t.actorWith('officer')).id
  visitors = await signedInAnew()
  forms = await collectForms()
  for (const { fields } of forms) for (const [name] of fields) names.add(name)
}, 300_000)
beforeEach(async () => {
  wrong.clear()
  visitors = await signedInAnew()
})
afterAll(() => world.t.close())
vi.setConfig({ testTimeout: 480_000 })

const hangMs = 2_000
/** These end what the others need: a person, a user, at last the session itself. */
const lastPaths = /sign-out|disable|erase/
const rank = (path: string) => Number(lastPaths.test(path)) + Number(path.includes('sign-out'))
const rowsOf = (method: string) =>
  matrix.filter(row => row.route.startsWith(method)).sort((a, b) => rank(a.route) - rank(b.route))

const wrong = new Set<string>()
const slow: [Visitor, Asked][] = []
let sent = 0

test('every body that nobody should send, to every form, as everybody', async () => {
  const bodies = hostileBodies([...names])
  const send = async (visitor: Visitor) => {
    for (const row of rowsOf('POST')) {
      for (const [kind, body] of some(bodies, row, visitor)) {
        await ask(visitor, { row, kind, path: pathOf(row), ...body })
      }
    }
  }
  await Promise.all(visitors.map(send))
  await askSlowAlone()
  expect([...wrong]).toEqual([])
  expect(sent).toBeGreaterThan(rowsOf('POST').length * bodies.length)
})

test('a body that is too large is refused in a sentence, before it is read', async () => {
  const limits = new Map(routeRules(world.t.node).map(rule => [rule.path, rule.bodyBytesMax]))
  const body = `note=${'x'.repeat(300 * 1024)}`
  const type = 'application/x-www-form-urlencoded'
  let refused = 0
  for (const row of rowsOf('POST')) {
    const path = pathOf(row)
    if (limits.get(row.route.replace('POST ', '')) !== undefined) continue
    for (const visitor of visitors) {
      const status = await ask(visitor, { row, kind: 'too much', path, body, type })
      if (mayEnter(row, visitor) && status !== 413)
        wrong.add(`${visitor.name}: ${status}, not 413: ${row.route}`)
      if (status === 413) refused++
    }
  }
  expect([...wrong]).toEqual([])
  expect(refused).toBeGreaterThan(20)
})

test('one hostile answer among good ones, in each field of each form there is', async () => {
  const posts = forms.filter(form => form.method === 'post' && !lastPaths.test(form.action))
  const outcomes = new Map<number, number>()
  for (const { action, fields } of posts) {
    const row = matrix.find(one => one.route.startsWith('POST') && isAt(one, action))
    if (!row) continue
    const visitor = visitors.find(one => one.role !== null && row.roles.includes(one.role))
    if (!visitor) continue
    for (const [name] of fields.filter(([field]) => field !== 'command')) {
      for (const [kind, value] of Object.entries(hostileValues)) {
        const body = new URLSearchParams(
          fields.map(([field, own]) => [field, own || goodFor(field)]),
        )
        body.set('command', newId())
        body.set(name, value)
        const status = await ask(visitor, { row, kind: `${kind} as ${name}`, path: action, body })
        outcomes.set(status, (outcomes.get(status) ?? 0) + 1)
      }
    }
  }
  expect([...wrong]).toEqual([])
  // Many get as far as being saved, and many are asked again.
  for (const status of [303, 422]) expect(outcomes.get(status)).toBeGreaterThan(40)
})

test('every address with strange gaps and questions, as everybody', async () => {
  const gaps = [
    "'",
    '%00',
    '%ff',
    '..%2f..%2fetc',
    '%F0%9F%98%80',
    'x'.repeat(9_000),
    '-1',
    newId(),
  ]
  const questions = [...names].map(name => [name, markup] as [string, string])
  const queries = [
    `?${new URLSearchParams(questions)}`,
    `?${[...names].map(name => `${name}=%ff%00%zz`).join('&')}`,
    `?${[...names].map(name => `${name}=1&${name}=2`).join('&')}`,
    `?q=${encodeURIComponent('Lå '.repeat(1_000))}`,
    `?q=${encodeURIComponent('👩🏽‍🚒\u202e')}&at=9999999999999999`,
  ]
  const look = async (visitor: Visitor) => {
    for (const row of rowsOf('GET')) {
      for (const query of some(queries, row, visitor)) {
        await ask(visitor, { row, kind: 'a question', path: pathOf(row) + query })
      }
      if (Object.keys(row.gaps).length === 0) continue
      for (const gap of some(gaps, row, visitor)) {
        const path = row.route.replace('GET ', '').replace(/:\w+/g, () => gap)
        await ask(visitor, { row, kind: `gap ${gap.slice(0, 20)}`, path })
      }
    }
  }
  await Promise.all(visitors.map(look))
  await askSlowAlone()
  expect([...wrong]).toEqual([])
})

test('nothing of all this was a fault of ours', () => {
  expect(makeTestApp(world.t).faults.map(String)).toEqual([])
  expect(sent).toBeGreaterThan(3_000)
})

function signedInAnew(): Promise<readonly Visitor[]> {
  const ours = world.visitors.filter(
    one => one.role === null || (one.council === council && one.reach === 'whole council'),
  )
  const fresh = ours.map(async one => ({
    ...one,
    browser: one.actor ? await signedIn(world.t, one.actor) : one.browser,
  }))
  return Promise.all(fresh)
}

/** What an ordinary person would have typed where a form comes empty. */
function goodFor(name: string): string {
  const good: [RegExp, string][] = [
    [/day$|month$/, '1'],
    [/year$/, '1950'],
    [/phone/i, '07700 900118'],
    [/email/, 'someone@example.org'],
    [/nhs/, '9990000018'],
    [/uprn/, '10001'],
    [/postcode/, 'CB24 8RX'],
    [/address/, '1 New Row'],
  ]
  return good.find(([pattern]) => pattern.test(name))?.[1] ?? 'Good'
}

/**
 * The first of those who may enter sends everything, the others a third of it, each another one.
 * The door turns the rest away before anything is read: a few show that.
 */
function some<T>(all: readonly T[], row: Row, visitor: Visitor): readonly T[] {
  const entering = visitors.filter(one => mayEnter(row, one))
  const nth = entering.indexOf(visitor)
  if (nth < 0) return all.filter((_, at) => at % 6 === 0)
  return nth === 0 ? all : all.filter((_, at) => at % 3 === nth % 3)
}

type Asked = Partial<Sent> & { readonly row: Row; readonly kind: string; readonly path: string }

async function ask(visitor: Visitor, asked: Asked): Promise<number> {
  const began = performance.now()
  const answer = await request(visitor, asked)
  const text = await answer.text()
  if (performance.now() - began > hangMs) slow.push([visitor, asked])
  sent++
  const isOut = answer.headers.get('location')?.startsWith('/sign-in') === true
  const isSeen = mayEnter(asked.row, visitor) && !/sign-(in|out)|GET \/$/.test(asked.row.route)
  const problems = problemsOf(asked, answer, text)
  if (isOut && isSeen) problems.push('was sent away')
  for (const problem of problems) {
    wrong.add(`${problem}: ${asked.row.route}, ${asked.kind}, ${visitor.role ?? 'nobody'}`)
  }
  return answer.status
}

/** Seven at once on a busy machine may wait for each other: a hang is slow alone as well. */
async function askSlowAlone(): Promise<void> {
  for (const [visitor, asked] of slow.splice(0)) {
    const began = performance.now()
    await (await request(visitor, asked)).text()
    if (performance.now() - began > hangMs) wrong.add(`hung: ${asked.row.route}, ${asked.kind}`)
  }
}

async function request(visitor: Visitor, { row, path, body, type }: Asked): Promise<Response> {
  const headers = {
    host: new URL(testOrigin).host,
    origin: testOrigin,
    ...(visitor.browser.cookie ? { cookie: visitor.browser.cookie } : {}),
    ...(type ? { 'content-type': type } : {}),
  }
  const method = row.route.split(' ')[0] ?? 'GET'
  const init = { method, headers, ...(body === undefined ? {} : { body }) }
  return makeTestApp(world.t).request(testOrigin + path, init)
}

/** Asked by our own script alone: nobody reads what it is told. */
const forScripts = /^GET \/live$/

function problemsOf({ row }: Asked, answer: Response, text: string): string[] {
  const isPage = (answer.headers.get('content-type') ?? '').startsWith('text/html')
  const shown = text.replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ')
  const isRefusal = [409, 413, 422].includes(answer.status) && !forScripts.test(row.route)
  const must: [string, boolean][] = [
    [`answered ${answer.status}`, answer.status < 500],
    ['ran markup', !isPage || !brokenOut.test(text)],
    ['led elsewhere', !/^(https?:)?\/\//.test(answer.headers.get('location') ?? '')],
    ['gave no sentence', !isRefusal || (isPage && /[A-Z][a-z’,: ]+ [a-z]/.test(shown))],
    ['spoke as a machine', !/ZodError|\[object |undefined|\bat \w+ \(|syntax error/.test(shown)],
  ]
  return must.flatMap(([problem, holds]) => (holds ? [] : [problem]))
}

/** Every form on every page that some role opens, once. */
async function collectForms(): Promise<readonly PageForm[]> {
  const found = new Map<string, PageForm>()
  for (const visitor of visitors) {
    for (const row of rowsOf('GET')) {
      for (const query of ['', ...row.queries]) {
        const path = pathOf(row) + query
        const html = await (await visitor.browser.get(path)).text()
        for (const form of formsIn(html, path)) {
          const fields = form.fields.map(([name]) => name).join()
          found.set(`${form.method} ${form.action} ${fields}`, form)
        }
      }
    }
  }
  return [...found.values()]
}

/** With the ids of things that a role of the whole council may see. */
function pathOf(row: Row): string {
  const [, path = ''] = row.route.split(' ')
  return Object.entries(row.gaps).reduce((filled, [gap, thing]) => {
    const there = world.things[thing] ?? {}
    if (thing === 'user') return filled.replace(`:${gap}`, spare)
    const id = there['own place'] ?? there.everyone ?? there['whole council'] ?? 'x'
    return filled.replace(`:${gap}`, id)
  }, path)
}

function isAt(row: Row, action: string): boolean {
  const [, path = ''] = row.route.split(' ')
  const pattern = path.replace(/:\w+/g, '[^/?]+')
  return new RegExp(`^${pattern}(\\?|$)`).test(action)
}
