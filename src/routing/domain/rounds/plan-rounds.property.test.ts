// Does a plan keep every hard rule, say why somebody is left out, and stay as it was promised?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultsIn } from '../../../bench/rounds-check.ts'
import { villageOf } from '../../../bench/rounds-village.ts'
import { triesOf } from '../terms.ts'
import { planRounds } from './plan-rounds.ts'
import type { Rounds, RoundsAsk, Visit } from './terms.ts'

const villages = fc
  .record({
    seed: fc.nat(),
    visits: fc.integer({ min: 0, max: 24 }),
    walkers: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ seed, ...size }) => villageOf(seed, size))
const search = (tries: number, seed = 1) => ({ budget: triesOf(tries), seed })

test('no hard rule is broken, and each visit is planned once or left out once', () => {
  fc.assert(
    fc.property(villages, fc.integer(), (village, seed) => {
      expect(faultsIn(village, planRounds(village, search(60, seed)))).toEqual([])
    }),
    { numRuns: 250 },
  )
})

test('the rules hold where a way by a stop is quicker than the straight way', () => {
  fc.assert(
    fc.property(
      villages,
      fc.infiniteStream(fc.integer({ min: 1, max: 3_000 })),
      (village, some) => {
        const cells = village.seconds.cells.map(() => some.next().value ?? 1)
        const odd = { ...village, seconds: { ...village.seconds, cells } }
        expect(faultsIn(odd, planRounds(odd, search(60)))).toEqual([])
      },
    ),
    { numRuns: 60 },
  )
})

test('the same seed and number of tries give the same plan', () => {
  fc.assert(
    fc.property(villages, fc.integer(), (village, seed) => {
      const again = () => planRounds(village, search(40, seed))
      expect(again()).toEqual(again())
    }),
    { numRuns: 20 },
  )
})

test('what was promised is moved only where somebody would be left out, and never dropped', () => {
  fc.assert(
    fc.property(fc.nat(), seed => {
      const village = withoutShops(villageOf(seed, { visits: 16, walkers: 4 }))
      const known = { ...village, visits: village.visits.slice(0, -1) }
      const before = planRounds(known, search(100))
      const visits = promisedBy(village, before)
      const promised = { ...village, visits, movedMetres: 1_000_000 }
      const again = planRounds(promised, search(100, 2))
      expect(faultsIn(promised, again)).toEqual([])
      const isMorePlanned = again.unassigned.length <= before.unassigned.length
      expect(again.moved.length === 0 || isMorePlanned).toBe(true)
      const isPromised = (id: string) => visits.some(visit => visit.id === id && visit.promised)
      expect(again.unassigned.filter(({ visit }) => isPromised(visit))).toEqual([])
    }),
    { numRuns: 40 },
  )
})

const hour = 3_600
const plain: Visit = {
  ...{ id: 'v', at: 1, seconds: 300, from: 0, to: 24 * hour, load: 1 },
  ...{ skills: [], people: 1, never: [] },
}
const walker = {
  ...{ id: 'w', start: 0, end: 0, from: 9 * hour, to: 10 * hour, room: 3, skills: [], people: 1 },
}
const matrix = { size: 3, cells: Float64Array.of(0, 600, 60, 600, 0, 600, 60, 600, 0) }
const shop = { id: 's', at: 2, seconds: 60, from: 9 * hour, to: 9.5 * hour }
const one: RoundsAsk = {
  ...{ metres: matrix, seconds: matrix, visits: [plain], shops: [shop], walkers: [walker] },
}
const visits = (...changes: Partial<Visit>[]) =>
  changes.map((change, i) => ({ ...plain, id: `v${i}`, ...change }))

test.each<[string, Partial<RoundsAsk>]>([
  ['no-walkers', { walkers: [] }],
  ['kept-from-all', { visits: visits({ never: ['w'] }) }],
  ['no-skill', { visits: visits({ skills: ['medicines'] }) }],
  ['needs-more-people', { visits: visits({ people: 2 }) }],
  ['too-big', { visits: visits({ load: 4 }) }],
  ['shop-closed', { visits: visits({ shop: 's' }), shops: [{ ...shop, from: 0, to: hour }] }],
  ['out-of-reach', { visits: visits({ to: 9 * hour }) }],
  ['no-room', { visits: visits({ load: 2 }, { load: 2 }) }],
  ['no-time', { visits: visits({ seconds: 1_500 }, { seconds: 1_500 }) }],
])('a visit that nobody makes says why: %s', (reason, change) => {
  const { unassigned } = planRounds({ ...one, ...change }, search(20))
  expect(unassigned.map(left => left.reason)).toEqual([reason])
})

test('a promise that cannot be kept is moved, not dropped', () => {
  const promised = { walker: 'w', from: 12 * hour, to: 13 * hour }
  const { unassigned, moved } = planRounds({ ...one, visits: visits({ promised }) }, search(20))
  expect({ unassigned, moved }).toEqual({ unassigned: [], moved: ['v0'] })
})

test('the shop comes before its doors, once', () => {
  const asked = { ...one, visits: visits({ shop: 's' }, { shop: 's' }, {}) }
  const { rounds } = planRounds(asked, search(20))
  expect(rounds[0]?.stops.filter(stop => stop.kind === 'shop').length).toBe(1)
  expect(rounds[0]?.stops.length).toBe(4)
  expect(faultsIn(asked, planRounds(asked, search(20)))).toEqual([])
})

function withoutShops(village: RoundsAsk): RoundsAsk {
  return { ...village, shops: [], visits: village.visits.map(({ shop: _, ...rest }) => rest) }
}

function promisedBy(village: RoundsAsk, plan: Rounds): Visit[] {
  const told = new Map(
    plan.rounds.flatMap(({ walker: own, stops }) =>
      stops.map(({ id, begins }) => [
        id,
        { walker: own, from: begins - 1_800, to: begins + 1_800 },
      ]),
    ),
  )
  return village.visits.map(visit => {
    const promised = told.get(visit.id)
    return promised ? { ...visit, promised } : visit
  })
}
