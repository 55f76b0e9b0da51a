// Do the rule in code and the rule in SQL agree with a third that only counts on its fingers?
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pauseReasons } from '../../src/access/actor.ts'
import {
  type Actor,
  decide,
  type Grant,
  inScope,
  roleNames,
  scopeOf,
} from '../../src/access/index.ts'
import { type Id, idFrom, newId } from '../../src/kernel/ids.ts'
import { makeTestNode, type TestNode } from '../../src/testing/make-node.ts'
import { untilEnough } from '../../src/testing/until-enough.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
})
afterAll(() => t.close())

const permissions = {
  'test.look': ['hub-manager', 'village-coordinator', 'councillor', 'village-group'],
  'test.alone': ['officer'],
  'test.nobody': [],
} as const
const permission = fc.constantFrom('test.look', 'test.alone', 'test.nobody', 'test.unknown')

/** `parents[i]` is the place above place `i`, always an earlier one; −1 is a root. */
const tree = fc
  .array(fc.nat(), { minLength: 1, maxLength: 12 })
  .map(numbers => numbers.map((number, i) => (number % (i + 1)) - 1))

/** Places by number; −1 stands for the whole council, and 99 for a place that is not there. */
const grant = fc.record({
  role: fc.constantFrom(...roleNames),
  place: fc.constantFrom(-1, 0, 1, 2, 3, 5, 8, 11, 99),
  from: fc.integer({ min: 0, max: 6 }),
  until: fc.option(fc.integer({ min: 0, max: 8 })),
  pauses: fc.array(
    fc.record({
      why: fc.constantFrom(...pauseReasons),
      from: fc.integer({ min: 0, max: 8 }),
      until: fc.option(fc.integer({ min: 0, max: 8 })),
    }),
    { maxLength: 2 },
  ),
})
type NumberedGrant = Omit<Grant, 'place' | 'purpose'> & { place: number }

const world = fc.record({
  parents: tree,
  grants: fc.array(grant, { maxLength: 6 }),
  now: fc.integer({ min: 0, max: 8 }),
  permission,
})

/** The third statement: climb from the place, and look through the grants at every step. */
function maySee(given: typeof world extends fc.Arbitrary<infer W> ? W : never, place: number) {
  const roles: readonly string[] = permissions[given.permission as keyof typeof permissions] ?? []
  const counts = given.grants.filter(one => {
    const hasBegun = given.now >= one.from
    const isOver = one.until !== null && given.now >= one.until
    // Hour by hour from the first to now: does any pause hold this very hour?
    const isHeldUp = one.pauses.some(pause => hoursOf(pause).includes(given.now))
    return roles.includes(one.role) && hasBegun && !isOver && !isHeldUp
  })
  if (counts.some(one => one.place === -1)) return true
  for (let at = place; at >= 0; at = given.parents[at] ?? -1) {
    if (counts.some(one => one.place === at)) return true
  }
  return false
}

function hoursOf({ from, until }: { from: number; until: number | null }): number[] {
  return [0, 1, 2, 3, 4, 5, 6, 7, 8].filter(hour => hour >= from && hour < (until ?? 9))
}

const idOf = (council: string, place: number): Id => idFrom(council, String(place))

function pathOf(parents: readonly number[], place: number): number[] {
  return place < 0 ? [] : [...pathOf(parents, parents[place] ?? -1), place]
}

function actorOf(council: string, grants: readonly NumberedGrant[]): Actor {
  const held = grants.map(({ place, ...rest }) => ({
    ...rest,
    purpose: 'testing',
    place: place === -1 ? null : idOf(council, place),
  }))
  return { council, id: newId(), name: '', grants: held, isSystem: false, session: null }
}

test('who may see a place: decide, scope and a third statement never differ', async () => {
  let asked = 0
  let allowed = 0
  await untilEnough(
    () =>
      fc.assert(
        fc.asyncProperty(world, async given => {
          const council = `c-${newId()}`.slice(0, 40)
          const actor = actorOf(council, given.grants)
          const { now } = given
          const expected = given.parents.map((_, place) => maySee(given, place))
          const decided = given.parents.map((_, place) => {
            const path = pathOf(given.parents, place).map(one => idOf(council, one))
            return decide(permissions, actor, { permission: given.permission, path, now })
          })
          expect(decided).toEqual(expected)
          const whole = { permission: given.permission, path: null, now }
          expect(decide(permissions, actor, whole)).toBe(maySee(given, -1))
          const seen = await seenInSql(council, actor, given)
          expect(given.parents.map((_, place) => seen.has(idOf(council, place)))).toEqual(expected)
          expect(seen.has('nowhere')).toBe(maySee(given, -1))
          asked += expected.length
          allowed += expected.filter(Boolean).length
        }),
        { numRuns: 200 },
      ),
    () => asked > 500 && allowed > 20,
  )
  expect(allowed).toBeLessThan(asked)
})

/** The ids that the SQL lets through; `nowhere` stands for a row that has no place. */
function seenInSql(
  council: string,
  actor: Actor,
  given: { parents: readonly number[]; permission: string; now: number },
): Promise<ReadonlySet<string>> {
  const { permission: asked, now, parents } = given
  const scope = scopeOf(permissions, actor, { permission: asked, now })
  return t.node.store.transaction({ council, actor: actor.id }, async tx => {
    for (const place of parents.keys()) {
      const path = pathOf(parents, place).map(one => idOf(council, one))
      await sql`insert into places (council, id, kind, name, path)
        values (${council}, ${idOf(council, place)}, 'zone', 'x', ${path}::uuid[])`.execute(tx)
    }
    const found = await sql<{ id: Id | null }>`select x.id from (
      select id from places where council = ${council} union all select null::uuid) x
      where ${inScope(scope, 'x.id')}`.execute(tx)
    return new Set(found.rows.map(row => row.id ?? 'nowhere'))
  })
}

test('the system itself may everything, and a grant of another council nothing here', () => {
  const question = { permission: 'test.unknown', path: null, now: 0 }
  expect(decide(permissions, t.system, question)).toBe(true)
  const foreign = actorOf('elsewhere', [
    { role: 'officer', place: 3, from: 0, until: null, pauses: [] },
  ])
  const here = { permission: 'test.alone', path: [idOf('here', 3)], now: 1 }
  expect(decide(permissions, foreign, here)).toBe(false)
})

/** Single records opened in an emergency, by number of the person. */
const opening = fc.record({
  person: fc.nat(3),
  from: fc.integer({ min: 0, max: 6 }),
  until: fc.integer({ min: 0, max: 8 }),
})
const emergency = fc.record({
  openings: fc.array(opening, { maxLength: 4 }),
  role: fc.constantFrom('village-coordinator', 'call-handler', 'officer', 'hub-manager', 'none'),
  permission: fc.constantFrom('people.read', 'people.correct'),
  now: fc.integer({ min: 0, max: 8 }),
})

test('a record opened in an emergency: decide, scope and a third statement agree', async () => {
  const held = ['village-coordinator', 'call-handler', 'officer', 'hub-manager'] as const
  const may = { 'people.read': held, 'people.correct': held }
  let seen = 0
  await untilEnough(
    () =>
      fc.assert(
        fc.asyncProperty(emergency, async given => {
          const council = `c-${newId()}`.slice(0, 40)
          const person = (nth: number) => idOf(council, 100 + nth)
          const grants = held
            .filter(role => role === given.role)
            .map(role => ({ role, place: 0, from: 0, until: null, pauses: [] }))
          const openings = given.openings.map(one => {
            const persons = [person(one.person)]
            return { id: newId(), persons, purpose: 'x', from: one.from, until: one.until }
          })
          const actor = { ...actorOf(council, grants), openings }
          const { now, permission: asked } = given
          const isOpen = (nth: number) =>
            asked === 'people.read' &&
            ['call-handler', 'officer', 'hub-manager'].includes(given.role) &&
            given.openings.some(one => one.person === nth && now >= one.from && now < one.until)
          const expected = [0, 1, 2, 3].map(isOpen)
          const path = [idOf(council, 1)]
          const decided = [0, 1, 2, 3].map(nth =>
            decide(may, actor, { permission: asked, path, person: person(nth), now }),
          )
          expect(decided).toEqual(expected)
          const scope = scopeOf(may, actor, { permission: asked, now })
          const found = await t.node.store.transaction({ council, actor: actor.id }, async tx => {
            const rows = await sql<{ isIn: boolean | null }>`select ${inScope(scope, 'place', 'id')}
          as "isIn" from unnest(${[0, 1, 2, 3].map(person)}::uuid[]) id,
          (select ${idOf(council, 1)}::uuid as place) elsewhere`.execute(tx)
            return rows.rows.map(row => row.isIn === true)
          })
          expect(found).toEqual(expected)
          seen += expected.filter(Boolean).length
        }),
        { numRuns: 200 },
      ),
    () => seen > 10,
  )
})
