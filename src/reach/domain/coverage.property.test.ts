// Whatever is recorded, in whatever order: the parts add up, and nobody is without a next step.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allPacks, coreOutcomes } from '../../hazards/domain/index.ts'
import { dayMs, hourMs } from '../../kernel/clock.ts'
import { addsUp, coverageOf } from './coverage.ts'
import { safetyOf, standingAfter, standingAt, untried } from './member-state.ts'
import { nextStep } from './next-step.ts'
import { meanings } from './outcomes.ts'

const outcome = fc.constantFrom(...coreOutcomes)
const hours = fc.integer({ min: 0, max: 200 })
const tries = fc.array(fc.record({ outcome, at: hours, lasts: fc.option(hours) }), { maxLength: 8 })

test('reached + tried + not yet tried + excused = listed, at every moment', () => {
  fc.assert(
    fc.property(fc.array(tries, { maxLength: 40 }), hours, (members, at) => {
      const standings = members.map(list =>
        list.reduce(
          (before, one) =>
            standingAfter(
              standingAt(before, one.at * hourMs),
              one.outcome,
              one.lasts === null ? null : (one.at + one.lasts) * hourMs,
            ),
          untried,
        ),
      )
      const coverage = coverageOf(standings, at * hourMs)
      expect(addsUp(coverage)).toBe(true)
      expect(coverage.listed).toBe(members.length)
    }),
  )
})

test('somebody who was spoken to stays reached when an unanswered call is recorded later', () => {
  const reached = standingAfter(untried, 'spoke_complete', null)
  for (const later of coreOutcomes.filter(one => meanings[one].bucket === 'tried')) {
    expect(standingAfter(reached, later, null).state).toBe('reached')
  }
})

test('a reported death outranks a later answer until an officer says otherwise', () => {
  const died = standingAfter(untried, 'deceased_reported', null)
  expect(standingAfter(died, 'spoke_complete', null)).toEqual(died)
})

test('being reached runs out by itself, and is at risk before', () => {
  const safe = standingAfter(untried, 'spoke_complete', dayMs)
  expect(standingAt(safe, dayMs - 1).state).toBe('reached')
  expect(standingAt(safe, dayMs).state).toBe('untried')
  expect(safetyOf(safe, 0, 2 * hourMs)).toBe('safe-now')
  expect(safetyOf(safe, dayMs - hourMs, 2 * hourMs)).toBe('at-risk')
  expect(safetyOf(safe, dayMs, 2 * hourMs)).toBe('not-known')
})

test('nobody who is still waiting is without a dated next step', () => {
  const history = fc.record({
    attempts: fc.integer({ min: 1, max: 12 }),
    phonesLeft: fc.integer({ min: 0, max: 3 }),
    mayRing: fc.boolean(),
    promisedAt: fc.option(fc.integer({ min: 0, max: 9e9 })),
  })
  fc.assert(
    fc.property(fc.constantFrom(...allPacks()), outcome, history, (pack, what, past) => {
      fc.pre(meanings[what].bucket === 'tried' || meanings[what].bucket === null)
      const next = nextStep(pack, what, { history: past, now: 1_000_000 })
      expect(next.step).not.toBe('none')
      expect(next.at).not.toBeNull()
      if (past.promisedAt !== null) expect(next).toEqual({ step: 'ring', at: past.promisedAt })
    }),
  )
})

test('a third failure goes to the door, and a wrong number moves on at once', () => {
  const [pack] = allPacks()
  if (!pack) throw new Error('no pack')
  const past = { attempts: 3, phonesLeft: 2, mayRing: true, promisedAt: null }
  expect(nextStep(pack, 'no_answer', { history: past, now: 0 }).step).toBe('door')
  const first = { ...past, attempts: 1 }
  expect(nextStep(pack, 'wrong_number', { history: first, now: 5 })).toEqual({
    step: 'ring-next-number',
    at: 5,
  })
  const noPhone = { ...first, phonesLeft: 0 }
  expect(nextStep(pack, 'wrong_number', { history: noPhone, now: 5 }).step).toBe('door')
})

test('a line that failed is no try: a promise stands, and what was to come still comes', () => {
  const [pack] = allPacks()
  if (!pack) throw new Error('no pack')
  const past = { attempts: 3, phonesLeft: 1, mayRing: true, promisedAt: null }
  const next = (before: { step: 'ring' | 'door'; at: number }) =>
    nextStep(pack, 'technical_fault', { history: { ...past, before }, now: 0 })
  expect(meanings.technical_fault).toEqual(meanings.skipped)
  expect(next({ step: 'ring', at: 0 })).toEqual({ step: 'ring', at: hourMs })
  expect(next({ step: 'ring', at: 3 * dayMs })).toEqual({ step: 'ring', at: 3 * dayMs })
  expect(next({ step: 'door', at: dayMs })).toEqual({ step: 'door', at: dayMs })
})

test('after a no one letter follows a day later, and nobody rings', () => {
  const [pack] = allPacks()
  if (!pack) throw new Error('no pack')
  const past = { attempts: 1, phonesLeft: 1, mayRing: true, promisedAt: null }
  expect(nextStep(pack, 'refused', { history: past, now: 0 })).toEqual({
    step: 'letter',
    at: dayMs,
  })
})
