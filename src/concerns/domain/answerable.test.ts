// Who answers at which moment? From the clock alone.
import { expect, test } from 'vitest'
import { hourMs, minuteMs } from '../../kernel/clock.ts'
import { londonInstant } from '../../kernel/london.ts'
import { answerableAt, type Clock, climbMs, type Desk } from './answerable.ts'

/** A Wednesday. */
const at = (hour: number) => londonInstant('2026-04-15', hour * 60)
const desk: Desk = { owner: 'a', deputy: 'b', opens: 540, closes: 1020, days: [1, 2, 3, 4, 5] }
const clock: Clock = { answerBy: at(11), endBy: at(15), answeredAt: null, takenBy: null }
const who = (given: Partial<Clock>, now: number, of: Desk | undefined = desk) => {
  const { level, user, isLate } = answerableAt({ ...clock, ...given }, of, now)
  return [level, user, isLate]
}

test('in its hours the owner of the desk answers, outside them the deputy', () => {
  expect(who({}, at(10))).toEqual(['owner', 'a', false])
  expect(who({ answerBy: at(23) }, at(20))).toEqual(['deputy', 'b', false])
  const sunday = londonInstant('2026-04-19', 10 * 60)
  expect(who({ answerBy: sunday + hourMs }, sunday)).toEqual(['deputy', 'b', false])
})

test('late, it climbs by itself: owner, deputy, every officer', () => {
  expect(who({}, at(11) - 1)).toEqual(['owner', 'a', false])
  expect(who({}, at(11))).toEqual(['deputy', 'b', true])
  expect(who({}, at(11) + climbMs)).toEqual(['officers', null, true])
  expect(who({}, at(23))).toEqual(['officers', null, true])
})

test('who took it answers, until it should have ended', () => {
  const taken = { takenBy: 'c', answeredAt: at(10) }
  expect(who(taken, at(12))).toEqual(['taker', 'c', false])
  expect(who(taken, at(15))).toEqual(['owner', 'a', true])
  expect(who(taken, at(15) + climbMs)).toEqual(['deputy', 'b', true])
  expect(who(taken, at(15) + 2 * climbMs)).toEqual(['officers', null, true])
})

test('without a desk every hub manager answers, and late every officer', () => {
  const now = at(10)
  expect(answerableAt(clock, undefined, now)).toEqual({ level: 'hub', user: null, isLate: false })
  expect(answerableAt(clock, undefined, at(11)).level).toBe('officers')
  const gone = { ...desk, owner: null, deputy: null }
  expect(who({}, now, gone)).toEqual(['hub', null, false])
})

test('nobody stands in the way twice: a deputy who took it is not asked again', () => {
  const taken = { takenBy: 'b', answeredAt: at(10) }
  expect(who(taken, at(15) + climbMs + minuteMs)).toEqual(['officers', null, true])
})
