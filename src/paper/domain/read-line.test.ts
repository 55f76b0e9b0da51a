// Is what stands on paper read as it was meant, and is what cannot be right refused by line?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { getPack } from '../../hazards/domain/index.ts'
import { londonInstant } from '../../kernel/london.ts'
import { type LineAsked, lineFields, readLine, type TypedLine } from './read-line.ts'
import { promiseAfter } from './read-moment.ts'

const day = '2026-04-16'
const [line, member, home, mobile] = ['l', 'm', 'home', 'mobile']
const asked: LineAsked = {
  ...{
    line,
    member,
    channel: 'call',
    about: 'person',
    phones: [home, mobile],
    pack: getPack('pandemic', 1),
    day,
  },
  ...{ printedAt: londonInstant(day, 8 * 60 + 30), now: londonInstant(day, 18 * 60) },
}
const nothing = Object.fromEntries(lineFields.map(field => [field, ''])) as TypedLine
const read = (typed: Partial<TypedLine>, more: Partial<LineAsked> = {}) =>
  readLine({ ...nothing, ...typed }, { ...asked, ...more })

test('an answer with needs, how soon, who, a promise and a number', () => {
  const typed = { outcome: 'a', tried: '14:05', phone: '2', who: 'her daughter', needs: '1t 3' }
  const { problems, attempt } = read({ ...typed, promise: 'fri 15:00', note: 'Side door' })
  expect(problems).toEqual([])
  expect(attempt).toMatchObject({
    ...{ attempt: line, member, outcome: 'spoke_complete', contactPoint: mobile },
    note: 'Spoke to her daughter. Side door',
    happenedAt: londonInstant(day, 14 * 60 + 5),
    promisedAt: londonInstant('2026-04-17', 15 * 60),
    needs: [
      { kind: 'food-shopping', urgency: 'today' },
      { kind: 'friendly-call', urgency: 'routine' },
    ],
  })
})

test('asked and needs nothing is another outcome than not asked', () => {
  expect(read({ outcome: 'A', tried: '1405', needs: '0' }).attempt.outcome).toBe(
    'spoke_no_help_wanted',
  )
  expect(read({ outcome: 'A', tried: '1405' }).problems).toEqual(['needs-missing'])
})

test('moved and died are two keys', () => {
  expect(read({ outcome: 'M', tried: '9.30' }).attempt.outcome).toBe('moved_reported')
  expect(read({ outcome: 'X', tried: '9.30' }).attempt.outcome).toBe('deceased_reported')
})

test('a paper without a time counts from its printing, so that it outranks nothing newer', () => {
  const { problems, attempt } = read({ outcome: 'N', tried: '?' })
  expect(problems).toEqual([])
  expect(attempt.happenedAt).toBe(asked.printedAt)
  expect(attempt.note).toBe('The paper says no time.')
  expect(read({ outcome: 'N' }).problems).toEqual(['tried'])
})

test.each([
  [{ outcome: 'Q', tried: '14:05' }, 'outcome'],
  [{ outcome: 'N', tried: '25:00' }, 'tried'],
  [{ outcome: 'N', tried: '07:00' }, 'tried-before'],
  [{ outcome: 'N', tried: '19:00' }, 'tried-ahead'],
  [{ outcome: 'W', tried: '14:05' }, 'phone'],
  [{ outcome: 'N', tried: '14:05', phone: '3' }, 'phone'],
  [{ outcome: 'A', tried: '14:05', needs: '12X' }, 'needs'],
  [{ outcome: 'A', tried: '14:05', needs: '01' }, 'needs'],
  [{ outcome: 'A', tried: '14:05', needs: '11' }, 'needs'],
  [{ outcome: 'N', tried: '14:05', needs: '1' }, 'needs-unheard'],
  [{ outcome: 'B', tried: '14:05', promise: 'soon' }, 'promise'],
  [{ outcome: 'R', tried: '14:05', promise: '15:00' }, 'promise-ended'],
  [{ outcome: 'F', tried: '14:05' }, 'told-until'],
  [{ outcome: 'F', tried: '14:05', told: '1/9' }, 'told-until'],
  [{ outcome: 'H', tried: '14:05', told: 'later' }, 'told-until'],
  [{ outcome: 'O', tried: '14:05', told: 'noon' }, 'told-since'],
  [{ outcome: 'N', tried: '14:05', told: 'fri' }, 'told-unasked'],
  [{ outcome: 'G', tried: '14:05', who: 'Ida' }, 'note-where'],
] as const)('%o is refused', (typed, problem) => {
  expect(read(typed).problems).toEqual([problem])
})

test('away is until a day, in hospital may be; supply is off since a time of a clock', () => {
  const told = (typed: Partial<TypedLine>) => read({ tried: '14:05', ...typed })
  expect(told({ outcome: 'F', told: 'fri' }).attempt.told).toBe(londonInstant('2026-04-17', 540))
  expect(told({ outcome: 'H', told: '24/4' }).attempt.told).toBe(londonInstant('2026-04-24', 540))
  expect(told({ outcome: 'H' })).toMatchObject({ problems: [], attempt: { told: null } })
  const since = told({ outcome: 'O', told: '13:00' }).attempt
  expect(since).toMatchObject({ outcome: 'supply_off', told: londonInstant(day, 13 * 60) })
  const before = told({ outcome: 'J', told: '22:00' }).attempt
  expect(before.told).toBe(londonInstant('2026-04-15', 22 * 60))
})

test('of a home nobody says what is of one person, and no need or worry is lost', () => {
  const home = { channel: 'doorstep', about: 'home' } as const
  expect(read({ outcome: 'E', tried: '14:05' }, home)).toMatchObject({
    problems: [],
    attempt: { outcome: 'empty_home', channel: 'doorstep', scriptVersion: null },
  })
  expect(read({ outcome: 'H', tried: '14:05' }, home).problems).toEqual(['outcome'])
  expect(read({ outcome: 'A', tried: '14:05' }, home).attempt.outcome).toBe('spoke_no_help_wanted')
  expect(read({ outcome: 'A', tried: '14:05', needs: '1' }, home).problems).toEqual([
    'needs-nobody',
  ])
  expect(read({ outcome: 'N', tried: '14:05', worry: 'yes' }, home).problems).toEqual([
    'worry-nobody',
  ])
})

test('a promise says a time, a weekday or a date', () => {
  expect(promiseAfter(day, '15:00')).toBe(londonInstant(day, 900))
  expect(promiseAfter(day, 'Thursday 9:00')).toBe(londonInstant('2026-04-23', 540))
  expect(promiseAfter(day, '2/1 9:00')).toBe(londonInstant('2027-01-02', 540))
  expect(promiseAfter(day, '31/2 9:00')).toBeUndefined()
})

test('whatever is typed, nothing is said to have happened outside the life of the sheet', () => {
  const typed = fc.record(
    Object.fromEntries(lineFields.map(field => [field, fc.string({ maxLength: 12 })])) as Record<
      (typeof lineFields)[number],
      fc.Arbitrary<string>
    >,
  )
  fc.assert(
    fc.property(typed, one => {
      const { attempt, problems } = readLine(one, asked)
      expect(attempt.happenedAt).toBeGreaterThan(asked.printedAt - 60_000)
      expect(attempt.happenedAt).toBeLessThanOrEqual(asked.now)
      if (problems.length === 0) expect(one.outcome.trim()).not.toBe('')
    }),
    { numRuns: 2_000 },
  )
})
