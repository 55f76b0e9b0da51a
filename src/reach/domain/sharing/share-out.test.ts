// Is every call given once, to somebody who can make it, and as evenly as can be?
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shareOut } from './share-out.ts'
import type { Caller, Due, Workable } from './terms.ts'

const hour = 3_600_000
const anybodys: Workable = { workers: null, startsAt: null, endsAt: null }
const due = (n: number, facts: Partial<Due> = {}): Due => ({
  member: `m${n}`,
  campaign: anybodys,
  path: ['district', `v${n % 5}`],
  dwelling: null,
  language: null,
  promisedAt: null,
  with: null,
  ...facts,
})
const caller = (n: number, facts: Partial<Caller> = {}): Caller => ({
  user: `u${n}`,
  room: 30,
  languages: [],
  from: 9 * hour,
  to: 17 * hour,
  places: null,
  ...facts,
})
const some = <T>(n: number, make: (at: number) => T) =>
  Array.from({ length: n }, (_, at) => make(at))
const sizes = (given: readonly { members: readonly string[] }[]) =>
  given.map(({ members }) => members.length)

describe('6,500 calls over 14 callers', () => {
  const calls = some(6500, n => due(n, { language: n % 40 === 0 ? 'pl' : null }))
  const callers = some(14, n => caller(n, { languages: n < 3 ? ['pl'] : [] }))

  test('differ by one call at the most', () => {
    const { given, left } = shareOut({ calls, callers, upTo: 'all' })
    expect(left).toBe(0)
    expect(Math.max(...sizes(given)) - Math.min(...sizes(given))).toBeLessThanOrEqual(1)
  })

  test('stay where they are when one caller leaves, but for what that one had', () => {
    const before = shareOut({ calls, callers, upTo: 'all' })
    const having = new Map(before.given.flatMap(one => one.members.map(m => [m, one.user])))
    const again = calls.map(call => ({ ...call, with: having.get(call.member) ?? null }))
    const { given } = shareOut({ calls: again, callers: callers.slice(1), upTo: 'all' })
    expect(Math.max(...sizes(given)) - Math.min(...sizes(given))).toBeLessThanOrEqual(1)
    const moved = given.flatMap(one => one.members.filter(m => having.get(m) !== one.user))
    const leavers = before.given[0]?.members.length ?? 0
    expect(moved.length).toBe(leavers)
  })

  test('are no more than there is room for, the most urgent first', () => {
    const { given, left } = shareOut({ calls, callers, upTo: 'room' })
    expect(left).toBe(6500 - 14 * 30)
    expect(sizes(given)).toEqual(some(14, () => 30))
    expect(given.flatMap(({ members }) => members)).toContain('m0')
  })
})

test('somebody with half the time gets half the calls', () => {
  const callers = [caller(1), caller(2, { room: 15 })]
  expect(sizes(shareOut({ calls: some(90, n => due(n)), callers, upTo: 'all' }).given)).toEqual([
    60, 30,
  ])
})

test('those of one home are rung by one caller', () => {
  const calls = some(20, n => due(n, { dwelling: `home ${Math.floor(n / 2)}` }))
  const { given } = shareOut({ calls, callers: [caller(1), caller(2)], upTo: 'all' })
  for (const { members } of given) {
    for (const member of members) {
      const n = Number(member.slice(1))
      expect(members).toContain(`m${n % 2 === 0 ? n + 1 : n - 1}`)
    }
  }
})

test('a promise goes to who works then, and one that nobody can keep is said', () => {
  const callers = [caller(1, { to: 12 * hour }), caller(2)]
  const calls = [due(1, { promisedAt: 15 * hour }), due(2, { promisedAt: 18 * hour })]
  const { given, outOfHours } = shareOut({ calls, callers, upTo: 'all' })
  expect(given[1]?.members).toContain('m1')
  expect(outOfHours).toBe(1)
})

test('a language that nobody speaks is said, and the call is still given', () => {
  const calls = [due(1, { language: 'gu' })]
  expect(shareOut({ calls, callers: [caller(1)], upTo: 'all' })).toMatchObject({
    nobodySpeaks: 1,
    left: 0,
  })
})

test('without callers everything is left', () => {
  expect(shareOut({ calls: some(3, n => due(n)), callers: [], upTo: 'all' })).toMatchObject({
    given: [],
    left: 3,
  })
})

describe('a campaign that names who works it', () => {
  const annOnly = { ...anybodys, workers: new Set(['u1']) }

  test('is given to nobody else, and what nobody may ring is said', () => {
    const calls = [due(1, { campaign: annOnly }), due(2), due(3, { campaign: annOnly })]
    const { given } = shareOut({ calls, callers: [caller(1), caller(2)], upTo: 'all' })
    expect(given[1]?.members).not.toContain('m1')
    expect(given[1]?.members).not.toContain('m3')
    const without = shareOut({ calls, callers: [caller(2)], upTo: 'all' })
    expect(without).toMatchObject({ left: 2, nobodyMayWork: 2 })
  })

  test('leaves nobody idle because all that is most urgent is for somebody else', () => {
    const urgent = some(50, n => due(n, { campaign: annOnly }))
    const calls = [...urgent, ...some(50, n => due(50 + n))]
    const { given } = shareOut({ calls, callers: [caller(1), caller(2)], upTo: 'room' })
    expect(sizes(given)).toEqual([30, 30])
    expect(given[0]?.members).toEqual(some(30, n => `m${n}`))
  })

  test('is given to nobody whose hours are over before it begins', () => {
    const campaign = { ...anybodys, startsAt: 13 * hour, endsAt: 15 * hour }
    const callers = [caller(1, { to: 13 * hour }), caller(2, { from: 15 * hour })]
    const shared = shareOut({ calls: [due(1, { campaign })], callers, upTo: 'all' })
    expect(shared).toMatchObject({ left: 1, nobodyMayWork: 1 })
  })
})

const moments = fc.option(fc.integer({ min: 6, max: 22 }).map(n => n * hour))
const anyWorkable = fc.record({
  workers: fc.option(fc.subarray(['u0', 'u1', 'u2', 'u3']).map(some => new Set(some))),
  startsAt: moments,
  endsAt: moments,
})
const anyCall = fc.record({
  campaign: anyWorkable,
  village: fc.nat({ max: 3 }),
  home: fc.option(fc.nat({ max: 30 })),
  language: fc.option(fc.constantFrom('pl', 'cy')),
  promisedAt: fc.option(fc.integer({ min: 8 * hour, max: 20 * hour })),
  had: fc.option(fc.nat({ max: 5 })),
})
const anyCaller = fc.record({
  room: fc.nat({ max: 40 }),
  languages: fc.subarray(['pl', 'cy']),
  from: fc.integer({ min: 8, max: 12 }),
  hours: fc.integer({ min: 1, max: 8 }),
  villages: fc.option(fc.subarray(['v0', 'v1', 'v2', 'v3'])),
})

test('whatever is due and whoever is there, each call is given once and where it may be', () => {
  fc.assert(
    fc.property(
      fc.array(anyCall, { maxLength: 120 }),
      fc.array(anyCaller, { maxLength: 6 }),
      fc.constantFrom('room' as const, 'all' as const),
      (drawn, drawnCallers, upTo) => {
        const calls = drawn.map(({ village, home, had, ...rest }, n) =>
          due(n, {
            ...rest,
            path: ['district', `v${village}`],
            dwelling: home === null ? null : `h${home}`,
            with: had === null ? null : `u${had}`,
          }),
        )
        const callers = drawnCallers.map(({ room, languages, from, hours, villages }, n) =>
          caller(n, {
            ...{ room, languages, places: villages },
            ...{ from: from * hour, to: (from + hours) * hour },
          }),
        )
        const { given, left } = shareOut({ calls, callers, upTo })
        const members = given.flatMap(one => one.members)
        expect(new Set(members).size).toBe(members.length)
        expect(members.length + left).toBe(calls.length)
        for (const [at, one] of given.entries()) {
          const { places, room } = callers[at] as Caller
          if (upTo === 'room') expect(one.members.length).toBeLessThanOrEqual(room)
          for (const member of one.members) {
            const { path, campaign } = calls[Number(member.slice(1))] as Due
            const { workers, startsAt, endsAt } = campaign
            const { user, from, to } = callers[at] as Caller
            expect(workers === null || workers.has(user)).toBe(true)
            expect(Math.max(from, startsAt ?? 0)).toBeLessThan(Math.min(to, endsAt ?? to))
            expect(places === null || path.some(place => places.includes(place))).toBe(true)
          }
        }
      },
    ),
    { numRuns: 500 },
  )
})

test('where anybody can ring anybody, nobody has two calls more than their fair part', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 14 }),
      (n, rooms) => {
        const callers = rooms.map((room, at) => caller(at, { room }))
        const { given } = shareOut({ calls: some(n, at => due(at)), callers, upTo: 'all' })
        const all = rooms.reduce((a, b) => a + b)
        const beyond = given.map((one, at) => one.members.length - (n * (rooms[at] ?? 0)) / all)
        expect(Math.max(...beyond) - Math.min(...beyond)).toBeLessThanOrEqual(1 + 1e-9)
      },
    ),
    { numRuns: 300 },
  )
})
