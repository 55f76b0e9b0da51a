// Has every outcome its words and a key that means nothing else?
import { expect, test } from 'vitest'
import { coreOutcomes, outcomeKeys } from '../domain/index.ts'
import { outcomeWord } from './outcome-words.ts'

test('each outcome has words of its own in English and Welsh', () => {
  for (const lang of ['en', 'cy'] as const) {
    const words = coreOutcomes.map(outcome => outcomeWord(lang, outcome))
    expect(new Set(words).size).toBe(coreOutcomes.length)
    expect(words.filter(word => word.includes('_'))).toEqual([])
  }
})

test('on paper a letter means one outcome; only "answered" is told apart by its needs', () => {
  const keys = coreOutcomes.map(outcome => outcomeKeys[outcome].paper)
  const isAgain = (key: string, at: number) => keys.indexOf(key) !== at
  expect(keys.filter(isAgain)).toEqual(['A'])
  expect(keys.filter(key => !/^[A-Z]$/.test(key))).toEqual([])
})

test('on the call page M asks whether they moved or died, and no letter is one of the page', () => {
  const keys = coreOutcomes.map(outcome => outcomeKeys[outcome].call).filter(key => key !== '')
  const isAgain = (key: string, at: number) => keys.indexOf(key) !== at
  expect(keys.filter(isAgain)).toEqual(['A', 'M'])
  expect(keys.filter(key => 'STPU'.includes(key))).toEqual([])
})
