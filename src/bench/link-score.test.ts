// Are links and clusters counted rightly? Against counts by hand, and against counting every pair.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestThreshold, exactShare, openJoining, scoreClusters, scorePairs } from './link-score.ts'

const truth = Int32Array.of(0, 0, 0, 1, 1, 2)

test('pairs: two of three are right, and two of the four that were wanted', () => {
  const pairs = [
    { a: 0, b: 1, weight: 9 },
    { a: 3, b: 4, weight: 8 },
    { a: 2, b: 5, weight: 1 },
  ]
  expect(scorePairs(pairs, truth)).toMatchObject({ found: 3, right: 2, wanted: 4 })
})

test('clusters: who is joined through a third counts as joined', () => {
  const clusters = Int32Array.of(7, 7, 7, 7, 8, 9)
  expect(scoreClusters(clusters, truth)).toMatchObject({ found: 6, right: 3, wanted: 4 })
  expect(exactShare(clusters, truth)).toBeCloseTo(1 / 3)
})

test('the best threshold stops before the link that joins two people', () => {
  const pairs = [
    { a: 0, b: 1, weight: 9 },
    { a: 1, b: 2, weight: 7 },
    { a: 3, b: 4, weight: 7 },
    { a: 2, b: 3, weight: 2 },
  ]
  expect(bestThreshold(pairs, truth)).toEqual({ f1: 1, weight: 7 })
})

test('nothing found is no mistake, and finds nothing', () => {
  expect(scorePairs([], truth)).toMatchObject({ precision: 1, recall: 0, f1: 0 })
})

test('joining one by one counts what counting every pair counts', () => {
  const label = fc.integer({ min: 0, max: 4 })
  const record = fc.integer({ min: 0, max: 14 })
  const made = fc.tuple(
    fc.array(label, { minLength: 15, maxLength: 15 }),
    fc.array(fc.tuple(record, record)),
  )
  fc.assert(
    fc.property(made, ([labels, links]) => {
      const people = Int32Array.from(labels)
      const joining = openJoining(people)
      for (const [a, b] of links) joining.join(a, b)
      const { found, right } = scoreClusters(joining.clusters(), people)
      expect([joining.found, joining.right]).toEqual([found, right])
    }),
  )
})
