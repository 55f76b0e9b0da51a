// Are the figures of a bench counted and judged rightly?
import { expect, test } from 'vitest'
import { chanceFrom } from './chance.ts'
import { isMet, spreadOf } from './result.ts'

test('the 95th of a hundred times is the p95, and every time counts', () => {
  const times = Array.from({ length: 100 }, (_, i) => 100 - i)
  expect(spreadOf(times)).toEqual({ n: 100, p50: 50, p95: 95, max: 100 })
})

test('no times at all are nothing', () => {
  expect(spreadOf([])).toEqual({ n: 0, p50: 0, p95: 0, max: 0 })
})

test.each([
  ['at most', 5, true],
  ['at most', 5.1, false],
  ['at least', 5, true],
  ['at least', 4.9, false],
  ['exactly', 5, true],
  ['exactly', 6, false],
] as const)('a target of %s 5 and a figure of %d: met is %s', (is, figure, met) => {
  expect(isMet({ measure: 'x', figure, unit: '', target: { is, value: 5 } })).toBe(met)
})

test('the same seed gives the same chance, another seed another', () => {
  const [one, same, other] = [chanceFrom(1), chanceFrom(1), chanceFrom(2)]
  const draw = (chance: () => number) => Array.from({ length: 50 }, chance)
  const drawn = draw(one)
  expect(drawn).toEqual(draw(same))
  expect(drawn).not.toEqual(draw(other))
  expect(drawn.every(value => value >= 0 && value < 1)).toBe(true)
})
