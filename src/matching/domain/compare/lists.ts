// How do two sets agree: the words of two addresses, the numbers of two people, middle names? Rare
// words count more than "street" (inverse document frequency, Spärck Jones 1972).
import type { ListTraits, NameTraits } from '../encode/vocabulary.ts'
import { compareNames } from './names.ts'
import { slipsUpTo } from './slips.ts'

export const addressLevels = ['exact', 'most', 'much', 'half', 'some', 'different'] as const
export const phoneLevels = ['exact', 'spelling', 'different'] as const
export const middleLevels = ['exact', 'shared', 'initial', 'different'] as const

const addressFrom = [0.97, 0.85, 0.65, 0.45, 0.25]
const slipWorth = 0.85
const [oneSlip, twoSlips] = [slipsUpTo(1), slipsUpTo(2)]

const wordsMax = 32
const bestA = new Float64Array(wordsMax)
const bestB = new Float64Array(wordsMax)

/** `weights` says how rare each word is. Slips count a little less than the word itself. */
export function compareAddresses({ lists, words }: ListTraits, weights: () => Float64Array) {
  return (a: number, b: number): number => {
    const { starts, items } = lists
    const [startA, endA] = [starts.data[a] as number, starts.data[a + 1] as number]
    const [startB, endB] = [starts.data[b] as number, starts.data[b + 1] as number]
    bestA.fill(0)
    bestB.fill(0)
    const worths = weights()
    let total = 0
    for (let i = startA; i < endA; i++) total += worths[items.data[i] as number] as number
    for (let j = startB; j < endB; j++) total += worths[items.data[j] as number] as number
    let shared = markSame(items.data, worths, [startA, endA, startB, endB])
    for (let i = startA; i < endA; i++) {
      if (bestA[i - startA] !== 0) continue
      for (let j = startB; j < endB; j++) {
        if (bestB[j - startB] !== 0) continue
        const [one, other] = [items.data[i] as number, items.data[j] as number]
        if (!areSlips(words, one, other)) continue
        bestA[i - startA] = 1
        bestB[j - startB] = 1
        shared += slipWorth * ((worths[one] as number) + (worths[other] as number))
        break
      }
    }
    return levelOf(shared / total)
  }
}

/** Both lists are in order. Marks what they share with 2, and adds up its worth on both sides. */
function markSame(
  items: Int32Array,
  worths: Float64Array,
  [startA, endA, startB, endB]: readonly [number, number, number, number],
): number {
  let shared = 0
  let [i, j] = [startA, startB]
  while (i < endA && j < endB) {
    const [one, other] = [items[i] as number, items[j] as number]
    if (one === other) {
      shared += 2 * (worths[one] as number)
      bestA[i - startA] = 2
      bestB[j - startB] = 2
    }
    if (one <= other) i += 1
    if (other <= one) j += 1
  }
  return shared
}

function levelOf(share: number): number {
  let level = 0
  while (level < addressFrom.length && share < (addressFrom[level] as number)) level += 1
  return level
}

function areSlips(words: ListTraits['words'], a: number, b: number): boolean {
  const { starts } = words
  const lengthA = (starts[a + 1] as number) - (starts[a] as number)
  const lengthB = (starts[b + 1] as number) - (starts[b] as number)
  if (lengthA < 4 || lengthB < 4) return false
  return lengthA > 7 && lengthB > 7 ? twoSlips(words, a, b) <= 2 : oneSlip(words, a, b) <= 1
}

export function comparePhones({ lists, words }: ListTraits, a: number, b: number): number {
  const { starts, items } = lists
  let level = 2
  for (let i = starts.data[a] as number; i < (starts.data[a + 1] as number); i++) {
    const number = items.data[i] as number
    for (let j = starts.data[b] as number; j < (starts.data[b + 1] as number); j++) {
      const other = items.data[j] as number
      if (number === other) return 0
      if (level === 2 && oneSlip(words, number, other) === 1) level = 1
    }
  }
  return level
}

/** `names` knows the words of both lists. */
export function compareMiddles({ lists }: ListTraits, names: NameTraits) {
  return (a: number, b: number): number => {
    if (a === b) return 0
    const { starts, items } = lists
    let best = 3
    for (let i = starts.data[a] as number; i < (starts.data[a + 1] as number); i++) {
      for (let j = starts.data[b] as number; j < (starts.data[b + 1] as number); j++) {
        const level = compareNames(names, items.data[i] as number, items.data[j] as number)
        if (level <= 3) return 1
        if (level <= 5) best = 2
      }
    }
    return best
  }
}
