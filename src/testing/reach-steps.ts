// What can happen in a random story of reaching? Steps for fast-check to choose from.
import fc from 'fast-check'
import { coreOutcomes } from '../hazards/index.ts'
import { dropReasons } from '../reach/domain/terms.ts'

export const peopleCount = 4
export const homesCount = 2

export const someone = fc.integer({ min: 0, max: peopleCount - 1 })
export const stop = fc.constantFrom('deceased-reported', 'moved-reported', 'do-not-call')
const confirmed = fc.constantFrom('deceased-confirmed', 'moved-confirmed')
const anybody = fc.integer({ min: 0, max: peopleCount + homesCount - 1 })
const hoursAgo = fc.oneof(fc.constant(0), fc.integer({ min: -20, max: 300 }))

export const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('try' as const),
      who: anybody,
      outcome: fc.constantFrom(...coreOutcomes, 'refused', 'away_until', 'empty_home'),
      hoursAgo,
      isLatestRound: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('raise' as const), who: someone, stop }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('lower' as const),
      who: someone,
      stop: fc.oneof(stop, confirmed),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('confirm' as const),
      who: someone,
      report: fc.constantFrom('deceased', 'moved'),
      isTrue: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('merge' as const), who: someone, into: someone }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unmerge' as const), who: someone }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('join' as const), who: anybody }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('place' as const), who: anybody }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leave' as const), who: anybody }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restore' as const), who: anybody }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('drop' as const),
      who: anybody,
      reason: fc.constantFrom(...dropReasons),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('basis' as const),
      who: someone,
      flag: fc.constantFrom('no-basis' as const, 'withdrawn' as const),
      isEnded: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('erase' as const), who: someone }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('round' as const), isHomes: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      hours: fc.integer({ min: 1, max: 200 }),
    }),
  },
)
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
