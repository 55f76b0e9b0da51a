// Do the quick ways of telling how alike two texts are say what the plain definitions say?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { intern, newDictionary } from '../encode/texts.ts'
import { jaroWinkler, likenessFrom } from './similarity.ts'
import { editsUpTo, slipsUpTo } from './slips.ts'

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abcd'), minLength: 1, maxLength: 9 }),
  fc.string({ unit: fc.constantFrom(...'ab'), minLength: 25, maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'aAłж王'), minLength: 1, maxLength: 6 }),
)
const runs = { numRuns: 3_000, seed: 20_261_122 }

function coded(a: string, b: string) {
  const texts = newDictionary()
  return [texts, [intern(texts, a), intern(texts, b)] as const] as const
}

test('Jaro–Winkler is that of its definition, and never below a least that it reaches', () => {
  const isSo = (a: string, b: string, least: number) => {
    const [texts, pair] = coded(a, b)
    const plain = plainJaroWinkler(a, b)
    expect(jaroWinkler(texts, ...pair)).toBe(plain)
    const from = likenessFrom(least)(texts, ...pair)
    expect(plain >= least ? from : from < least).toBe(plain >= least ? plain : true)
  }
  fc.assert(fc.property(word, word, fc.double({ min: 0, max: 1, noNaN: true }), isSo), runs)
})

test('slips and edits are those of the whole table, up to one more than asked for', () => {
  const isSo = (a: string, b: string, most: number) => {
    const [texts, pair] = coded(a, b)
    expect(slipsUpTo(most)(texts, ...pair)).toBe(Math.min(most + 1, plainSlips(a, b, true)))
    expect(editsUpTo(most)(texts, ...pair)).toBe(Math.min(most + 1, plainSlips(a, b, false)))
  }
  fc.assert(fc.property(word, word, fc.integer({ min: 1, max: 3 }), isSo), runs)
})

function plainJaroWinkler(one: string, other: string): number {
  const isFirst = one.length !== other.length ? one.length < other.length : one < other
  const [a, b] = isFirst ? [one, other] : [other, one]
  const reach = Math.max(0, Math.floor(b.length / 2) - 1)
  const taken = new Set<number>()
  const matched: string[] = []
  for (const [i, letter] of [...Array(a.length).keys()].map(i => [i, a[i]] as const)) {
    const isFree = (j: number) => !taken.has(j) && b[j] === letter && Math.abs(i - j) <= reach
    const j = [...Array(b.length).keys()].find(isFree)
    if (j === undefined) continue
    taken.add(j)
    matched.push(letter as string)
  }
  const found = matched.length
  if (found === 0) return 0
  const inOrder = [...taken].sort((x, y) => x - y)
  const moved = matched.filter((letter, m) => letter !== b[inOrder[m] as number]).length >> 1
  const jaro = (found / a.length + found / b.length + (found - moved) / found) / 3
  if (jaro <= 0.7) return jaro
  let prefix = 0
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix += 1
  return jaro + prefix * 0.1 * (1 - jaro)
}

function plainSlips(a: string, b: string, isTwistOne: boolean): number {
  const table = [...Array(a.length + 1).keys()].map(i =>
    [...Array(b.length + 1).keys()].map(j => (i === 0 ? j : j === 0 ? i : 0)),
  )
  const at = (i: number, j: number) => table[i]?.[j] as number
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const change = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isTwist = isTwistOne && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const twist = isTwist ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY
      const row = table[i] as number[]
      row[j] = Math.min(change, at(i - 1, j) + 1, at(i, j - 1) + 1, twist)
    }
  }
  return at(a.length, b.length)
}
