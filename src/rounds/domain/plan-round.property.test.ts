// Is every job on the round or left out with a reason, each shop before its doors, each in its
// time, and does the same question give the same answer?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Door, means, planRound, type RoundAsk } from './plan-round.ts'

const now = Date.UTC(2026, 3, 6, 9)
const minute = 60_000
const spot = fc.record({
  street: fc.constantFrom('s1', 's2', 's3'),
  zone: fc.constant('z1'),
  village: fc.constant('v1'),
  house: fc.option(fc.integer({ min: 1, max: 60 })),
  position: fc.option(
    fc.tuple(fc.double({ min: 0.1, max: 0.12, noNaN: true }), fc.constant(52.28)),
  ),
})
const door = fc.record({
  spot,
  minutes: fc.integer({ min: 5, max: 60 }),
  bags: fc.integer({ min: 1, max: 6 }),
  startAt: fc.option(fc.integer({ min: 0, max: 200 }).map(later => now + later * minute)),
  dueAt: fc.integer({ min: -60, max: 600 }).map(later => now + later * minute),
  shop: fc.constantFrom(null, 'Co-op', 'Chemist'),
  keptAt: fc.constant(null),
})
const asks: fc.Arbitrary<RoundAsk> = fc.record({
  doors: fc
    .array(door, { maxLength: 7 })
    .map(all => all.map((one, nth): Door => ({ ...one, job: `j${nth}` }))),
  shops: fc.tuple(spot, spot).map(([one, other]) => [
    { name: 'Co-op', spot: one },
    { name: 'Chemist', spot: other },
  ]),
  start: spot,
  means: fc.constantFrom(...means),
  now: fc.constant(now),
})

test('nothing is lost, shops come first, nobody is too late', () => {
  fc.assert(
    fc.property(asks, ask => {
      const { stops, left, endsAt } = planRound(ask)
      const visited = stops.filter(({ kind }) => kind === 'visit').map(({ id }) => id)
      const all = [...visited, ...left.map(({ job }) => job)]
      expect(all.toSorted()).toEqual(ask.doors.map(({ job }) => job).toSorted())
      for (const [nth, { kind, id, at }] of stops.entries()) {
        expect(at).toBeGreaterThanOrEqual(stops[nth - 1]?.at ?? now)
        const own = ask.doors.find(({ job }) => kind === 'visit' && job === id)
        if (!own) continue
        const shop = stops.findIndex(stop => stop.kind === 'shop' && stop.id === own.shop)
        if (own.shop) expect(shop).toBeGreaterThanOrEqual(0)
        expect(shop).toBeLessThan(nth)
        if (own.dueAt > now) expect(at).toBeLessThanOrEqual(own.dueAt)
        if (own.startAt) expect(at).toBeGreaterThanOrEqual(own.startAt)
      }
      expect(endsAt).toBeGreaterThanOrEqual(stops.at(-1)?.at ?? now)
      expect(planRound(ask)).toEqual(planRound(ask))
    }),
    { numRuns: 40 },
  )
})

test('a round that was kept stays as it was when one more job comes', () => {
  fc.assert(
    fc.property(asks, ask => {
      const [last, ...doors] = ask.doors
      const free = doors.map(one => ({ ...one, dueAt: now + 20 * 60 * minute, startAt: null }))
      if (!last || free.length < 2) return
      const first = planRound({ ...ask, doors: free })
      const kept = free.map(one => ({
        ...one,
        keptAt: first.stops.find(({ id }) => id === one.job)?.at ?? null,
      }))
      const again = planRound({ ...ask, doors: kept })
      const order = (round: typeof first) =>
        round.stops.filter(({ kind }) => kind === 'visit').map(({ id }) => id)
      expect(again.moved).toEqual([])
      expect(order(again).toSorted()).toEqual(order(first).toSorted())
      const more = { ...last, startAt: null, dueAt: now + 20 * 60 * minute }
      const wider = planRound({ ...ask, doors: [...kept, more] })
      for (const { job, keptAt } of kept) {
        const at = wider.stops.find(({ id }) => id === job)?.at
        if (keptAt === null || at === undefined || wider.moved.includes(job)) continue
        expect(Math.abs(at - keptAt)).toBeLessThanOrEqual(30 * minute)
      }
    }),
    { numRuns: 25 },
  )
})
