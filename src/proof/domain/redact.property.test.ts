// Can a small number be worked out from what a redacted proof says?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redact, smallestSaid } from './redact.ts'
import { type Counts, noCounts, states } from './terms.ts'

const size = fc.oneof(fc.nat(6), fc.nat(200))
const village = fc.record({ reached: size, tried: size, untried: size, excused: size })
const parts = ['listed', ...states] as const

function countsOf(own: Omit<Counts, 'listed'>): Counts {
  return { ...own, listed: states.reduce((sum, state) => sum + own[state], 0) }
}

function sumOf(all: readonly Counts[]): Counts {
  const sum = { ...noCounts }
  for (const counts of all) for (const part of parts) sum[part] += counts[part]
  return sum
}

test('no number from 1 to 4 is said, none follows from the others, and none is wrong', () => {
  fc.assert(
    fc.property(fc.array(village, { minLength: 1, maxLength: 12 }), all => {
      const villages = all.map((own, at) => ({ id: null, name: `V${at}`, counts: countsOf(own) }))
      const counts = sumOf(villages.map(one => one.counts))
      const said = redact({ counts, villages })
      for (const { counts: line, villages: names } of said.lines) {
        const true_ = sumOf(villages.filter(one => names.includes(one.name)).map(o => o.counts))
        expect(line).toEqual(true_)
        for (const part of parts) expect(isSmall(line[part])).toBe(false)
      }
      for (const part of parts) expect([null, counts[part]]).toContain(said.counts[part])
      for (const part of parts) expect(isSmall(said.counts[part])).toBe(false)
      const hidden = states.filter(state => said.counts[state] === null)
      if (hidden.length === 0) expect(said.lines.length).toBeGreaterThan(0)
      else expect(canBeWorkedOut(counts, hidden)).toBe(false)
    }),
    { numRuns: 2_000 },
  )
})

function isSmall(n: number | null): boolean {
  return n !== null && n > 0 && n < smallestSaid
}

/** Nothing follows where everything is hidden, or where one that is not small hides the others. */
function canBeWorkedOut(counts: Counts, hidden: readonly (keyof Counts)[]): boolean {
  return hidden.length < states.length && !hidden.some(state => counts[state] >= smallestSaid)
}

test('a village with a small number is counted together with others', () => {
  const counts = { listed: 10, reached: 8, tried: 2, untried: 0, excused: 0 }
  const big = { listed: 60, reached: 50, tried: 10, untried: 0, excused: 0 }
  const villages = [
    { id: null, name: 'Toft', counts },
    { id: null, name: 'Sawston', counts: big },
    { id: null, name: 'Cambourne', counts: sumOf([big, big]) },
  ]
  const said = redact({ counts: sumOf(villages.map(one => one.counts)), villages })
  expect(said.lines.map(line => line.villages)).toEqual([['Cambourne'], ['Toft', 'Sawston']])
})
