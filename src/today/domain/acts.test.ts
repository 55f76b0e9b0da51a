// Is the morning in order of what breaks if it waits, and are its sums right?
import { expect, test } from 'vitest'
import { actsOf } from './acts.ts'
import {
  byRoom,
  type Calls,
  callersIn,
  type Figures,
  type ListWaiting,
  type Morning,
  roomOf,
  shape,
  stillHolds,
} from './figures.ts'

const list: ListWaiting = {
  file: 'a',
  list: 'spl',
  version: 9,
  receivedAt: 1,
  rows: 10,
  added: 5,
  died: 0,
  booked: 0,
  needs: 0,
}
const caller = { user: 'u', room: 30, from: 9 * 60, to: 17 * 60 }
const calls: Calls = {
  due: { first: 1, promised: 2, again: 3, runOut: 40 },
  parts: { late: 1, morning: 1, afternoon: 0, evening: 0 },
  total: 46,
  unshared: 46,
  callers: [caller, { ...caller, user: 'v', room: 10, to: 12 * 60 }],
}
const figures: Figures = {
  shape,
  waits: null,
  lists: [],
  loaded: [],
  held: [],
  calls,
  missed: [{ member: 'm', person: 'p', at: 1 }],
  steps: [],
  silent: [],
  sheets: { sheets: 0, late: 0, lines: 0 },
  concerns: { open: 0, late: 0 },
}

test('a list comes first, then sharing, then missed promises', () => {
  const all = actsOf({ ...figures, lists: [list] })
  expect(all.map(({ act }) => act)).toEqual(['load', 'share', 'ring'])
})

test('of several lists the one whose deaths have something booked is loaded first', () => {
  const dead = { ...list, file: 'b', died: 3, receivedAt: 2 }
  const booked = { ...list, file: 'c', died: 1, booked: 1, receivedAt: 3 }
  const [first] = actsOf({ ...figures, lists: [list, dead, booked] })
  expect(first).toMatchObject({ act: 'load', list: { file: 'c' }, others: 2 })
})

test('nothing is asked where nothing waits', () => {
  const quiet = { ...figures, missed: [], calls: { ...calls, unshared: 0 } }
  expect(actsOf(quiet)).toEqual([])
})

test('what is too much for the day is said', () => {
  expect(actsOf(figures)[0]).toMatchObject({ act: 'share', room: 40, over: 6 })
  expect(roomOf(calls)).toBe(40)
  expect(byRoom(calls.callers)).toEqual([
    { room: 30, n: 1 },
    { room: 10, n: 1 },
  ])
})

test('a caller who ends at noon rings nobody in the afternoon', () => {
  expect(callersIn(calls.callers, 'morning', 0)).toHaveLength(2)
  expect(callersIn(calls.callers, 'afternoon', 0)).toHaveLength(1)
  expect(callersIn(calls.callers, 'evening', 0)).toHaveLength(0)
  expect(callersIn(calls.callers, 'late', 12 * 60)).toHaveLength(1)
})

test('kept figures hold for their day in London and for the same places', () => {
  const countedAt = Date.parse('2026-04-16T07:30:00Z')
  const kept: Morning = { countedAt, seq: 1, places: 'all', figures }
  expect(stillHolds(kept, Date.parse('2026-04-16T22:59:00Z'), 'all')).toBe(true)
  expect(stillHolds(kept, Date.parse('2026-04-16T23:01:00Z'), 'all')).toBe(false)
  expect(stillHolds(kept, countedAt, 'elsewhere')).toBe(false)
  const older = { ...kept, figures: { ...figures, shape: 1 } }
  expect(stillHolds(older, countedAt, 'all')).toBe(false)
})
