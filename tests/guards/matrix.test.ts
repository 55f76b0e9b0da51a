// Does every route let in exactly those whom its row in the matrix names, there and nowhere else?
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { capabilities } from '../../src/app.ts'
import type { Node } from '../../src/node.ts'
import { council } from '../../src/testing/make-node.ts'
import { testOrigin } from '../../src/testing/request.ts'
import { makeApp, routeRules } from '../../src/web/app.ts'
import { ask } from './database.ts'
import { matrix, mayEnter, type Row } from './matrix.ts'
import { makeWorld, type Relation, relations, type Visitor, type World } from './world.ts'

/** Other systems come through a door of their own: `api.test.ts`. */
const routes = capabilities.flatMap(one => one.routes).filter(one => one.may !== 'token')
const nameOf = (rule: { method: string; path: string }) =>
  `${rule.method.toUpperCase()} ${rule.path}`

let world: World
beforeAll(async () => {
  world = await makeWorld()
}, 300_000)
vi.setConfig({ testTimeout: 480_000 })
afterAll(() => world.t.close())

test('every route has its row, every row its route, and each is there once', () => {
  expect(routes.length).toBeGreaterThan(10)
  expect(matrix.map(row => row.route).sort()).toEqual(routes.map(nameOf).sort())
})

test('every gap of an address says what it names', () => {
  const wrong = matrix.filter(({ route, gaps }) => {
    const named = [...route.matchAll(/:(\w+)/g)].map(found => found[1] ?? '')
    return named.sort().join() !== Object.keys(gaps).sort().join()
  })
  expect(wrong.map(row => row.route)).toEqual([])
})

describe('the door of each route', () => {
  test('opens for the roles of its row and for nobody else', async () => {
    const app = makeApp(answeringOnlyIn(world.t.node), () => {})
    const wrong: string[] = []
    let asked = 0
    for (const row of matrix) {
      const [method = '', path = ''] = row.route.replace(/:\w+/g, 'x').split(' ')
      for (const visitor of world.visitors) {
        const headers = {
          host: 'doorstep.test',
          cookie: visitor.browser.cookie,
          origin: testOrigin,
        }
        const answer = await app.request(testOrigin + path, { method, headers })
        const got = (await answer.text()) === 'in' ? 'in' : `out (${answer.status})`
        const outside = visitor.isSignedIn ? 'out (404)' : 'out (303)'
        const expected = mayEnter(row, visitor) ? 'in' : outside
        if (got !== expected) wrong.push(`${visitor.name} is ${got}, not ${expected}: ${row.route}`)
        asked++
      }
    }
    expect(wrong).toEqual([])
    expect(asked).toBe(matrix.length * world.visitors.length)
    expect(world.visitors).toHaveLength(9 * 3 + 6 + 2)
    count('doors asked', asked)
  })
})

/** The same routes with the same doors, but whoever gets in is only told so. */
function answeringOnlyIn(node: Node): Node {
  const opened = node.registry.capabilities.map(one => ({
    ...one,
    routes: one.routes
      .filter(rule => rule.may !== 'token')
      .map(rule => ({
        ...rule,
        handler: (c: { text(text: string): Response }) => c.text('in'),
      })),
  }))
  const copy = { ...node, registry: { ...node.registry, capabilities: opened } }
  expect(routeRules(copy)).toHaveLength(routes.length)
  return copy
}

describe('what an address names', () => {
  test('is there for those who may see it where it lies, and for nobody else', async () => {
    const wrong: string[] = []
    let asked = 0
    for (const row of matrix.filter(one => one.route.startsWith('GET') && fills(one).length > 0)) {
      for (const [relation, path] of fills(row)) {
        for (const visitor of world.visitors.filter(one => mayEnter(row, one))) {
          const { status } = await visitor.browser.get(path)
          const expected = maySee(visitor, relation, row)
          asked++
          // 409 says that a colleague holds it: told only to those who may see it.
          const isSeen = status < 400 || status === 409
          if (isSeen !== expected || (!isSeen && status !== 404)) {
            wrong.push(`${visitor.name} gets ${status} for ${row.route} in ${relation}`)
          }
        }
      }
    }
    expect(wrong).toEqual([])
    count('addresses asked', asked)
  })

  test('looks the same when it is not yours as when it is not there', async () => {
    const rows = matrix.filter(one => one.route.startsWith('GET') && fills(one).length > 0)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      for (const [relation, path] of fills(row)) {
        const absent = path.replace(/[0-9a-f]{12}(?=\/|$)/g, 'ffffffffffff')
        for (const visitor of world.visitors.filter(one => mayEnter(row, one))) {
          if (maySee(visitor, relation, row)) continue
          const [hidden, missing] = await Promise.all([
            visitor.browser.get(path).then(answer => answer.text()),
            visitor.browser.get(absent).then(answer => answer.text()),
          ])
          expect(withoutIds(hidden)).toBe(withoutIds(missing))
        }
      }
    }
  })
})

test('a form sent about something that is not yours changes nothing', async () => {
  const before = await logHeads()
  const wrong: string[] = []
  let sent = 0
  for (const row of matrix.filter(one => one.route.startsWith('POST'))) {
    for (const [relation, path] of fills(row)) {
      const barred = world.visitors.filter(
        one => !mayEnter(row, one) || !maySee(one, relation, row),
      )
      for (const visitor of barred) {
        const { status } = await visitor.browser.post(path, { what: 'Ring back', result: 'done' })
        const expected = visitor.isSignedIn ? 404 : 303
        // A form that lacks an answer is refused before anything is looked up: as good.
        if (status !== expected && status !== 422) wrong.push(`${visitor.name}: ${status} ${path}`)
        sent++
      }
    }
  }
  expect(wrong).toEqual([])
  expect(sent).toBeGreaterThan(30)
  count('forms sent', sent)
  expect(await logHeads()).toEqual(before)
})

test('a parting without a reason is asked again, of those who may part alone', async () => {
  const row = matrix.find(one => one.route === 'POST /people/:id/part')
  const asked = new Set<number>()
  for (const [relation, path] of row ? fills(row) : []) {
    for (const visitor of world.visitors.filter(one => row && mayEnter(row, one))) {
      const { status } = await visitor.browser.post(path, { note: '' })
      const expected = row && maySee(visitor, relation, row) ? 422 : 404
      expect([visitor.name, relation, status]).toEqual([visitor.name, relation, expected])
      asked.add(status)
    }
  }
  expect([...asked].sort()).toEqual([404, 422])
})

test('how much was asked is said, so that a guard of nothing is noticed', async ({ annotate }) => {
  const roles = new Set(world.visitors.flatMap(one => one.role ?? []))
  const met = new Set(matrix.flatMap(row => fills(row).map(([relation]) => relation)))
  count('roles', roles.size)
  count('routes with a row', matrix.length)
  count('relations', met.size)
  count('visitors', world.visitors.length)
  expect([...met].sort()).toEqual([...relations].sort())
  const said = [...counted].map(([what, n]) => `${n} ${what}`).join(', ')
  await annotate(`Authorisation matrix: ${said}; 0 wrong answers.`)
})

const counted = new Map<string, number>()

function count(what: string, n: number): void {
  counted.set(what, (counted.get(what) ?? 0) + n)
}

function logHeads() {
  return ask(world.t.adminUrl, 'select council, seq from doorstep.council_logs order by council')
}

/** What belongs to the council and to no place is seen by those of the whole council alone. */
function maySee(visitor: Visitor, relation: Relation, row: Row): boolean {
  if (relation === 'nowhere' || visitor.reach === 'none') return false
  if (visitor.council !== council) return relation === 'other council'
  if (relation === 'other council') return false
  if (visitor.reach === 'whole council' || relation === 'everyone') return true
  const above = ['village', 'zone', 'proof', 'redaction', 'sheet', 'volunteer']
  const isAboveStreets = Object.values(row.gaps).some(one => above.includes(one))
  if (visitor.reach === 'one street') return relation === 'own place' && !isAboveStreets
  return relation === 'own place' || relation === 'same zone'
}

/** The addresses of a row with real ids in their gaps; none for secrets. */
function fills(row: Row): [Relation, string][] {
  const [, path = ''] = row.route.split(' ')
  const kinds = Object.entries(row.gaps)
  if (kinds.length === 0 || kinds.some(([, kind]) => kind === 'secret')) return []
  return relations.flatMap(relation => {
    const ids = kinds.map(([gap, kind]) => [gap, world.things[kind]?.[relation]] as const)
    if (ids.some(([, id]) => !id)) return []
    const filled = ids.reduce((text, [gap, id]) => text.replace(`:${gap}`, id ?? ''), path)
    return [[relation, filled] as [Relation, string]]
  })
}

function withoutIds(html: string): string {
  return html.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
}
