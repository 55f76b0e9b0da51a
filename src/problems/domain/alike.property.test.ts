// Likeness is the same both ways, and only what has a word in common is offered.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alike, likelySame } from './alike.ts'

const words = fc
  .array(fc.constantFrom('water', 'No', 'chemist', 'shut', 'the', 'bus', 'Bread'))
  .map(found => found.join(' '))

test('two problems are as alike whichever was told first', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      expect(alike(a, b)).toBe(alike(b, a))
      expect(alike(a, b)).toBeGreaterThanOrEqual(0)
      expect(alike(a, b)).toBeLessThanOrEqual(1)
    }),
  )
})

test('of those with a word in common, the most alike is offered first', () => {
  const told = (text: string, isSamePlace = false) => ({ words: text, isSamePlace })
  const found = [told('no bread'), told('no water pressure'), told('Water off', true)]
  const offered = likelySame('There is no water', found)
  expect(offered.map(one => one.words)).toEqual(['Water off', 'no water pressure'])
})
