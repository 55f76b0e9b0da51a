// Is a join that must never be seen, also where it came about through a third record?
import { expect, test } from 'vitest'
import { fullDate, unsafeOf } from './link-safety.ts'

const watched = {
  rows: [
    { number: '999 048 7715', born: '1941-03-02' },
    { number: '', born: '' },
    { number: '9991042687', born: '02/03/1941' },
    { number: '9990487715', born: '1968-11-20' },
  ],
  truth: Int32Array.of(0, 0, 1, 2),
  trusted: 'number',
  born: 'born',
}
const same = (a: number, b: number) => ({ a, b, weight: 9, decision: 'same', why: '' })

test('two numbers that meet through a row without one are counted', () => {
  expect(unsafeOf([same(0, 1), same(1, 2)], watched)).toEqual({ numbers: 1, births: 0 })
})

test('two dates of birth are counted, however they are written', () => {
  expect(unsafeOf([same(0, 3), same(2, 3)], watched)).toEqual({ numbers: 2, births: 2 })
})

test('rows that say nothing contradict nothing', () => {
  expect(unsafeOf([same(0, 1)], watched)).toEqual({ numbers: 0, births: 0 })
})

test.each([
  ['19410302', '1941-03-02'],
  ['02/03/1941', '1941-03-02'],
  ['1941', ''],
  ['29/02/1957', ''],
  ['30/10/33', ''],
])('%s is the full date "%s"', (text, date) => expect(fullDate(text)).toBe(date))
