// Which pairs were linked? Millions of them, as sorted numbers, to be compared with another set.
import { readFileSync } from 'node:fs'

export type Links = {
  readonly size: number
  readonly numbers: Float64Array
  /** Those in both sets, as a share of those in either. */
  sharedWith(other: Links): number
}

/** Record numbers stay below this. */
const recordsMax = 2 ** 26

/** Ids of the file are whole numbers. */
export function linksIn(file: string, leastWeight: number): Links {
  const numbers: number[] = []
  const text = readFileSync(file, 'latin1')
  let start = text.indexOf('\n') + 1
  while (start > 0 && start < text.length) {
    const end = text.indexOf('\n', start)
    const [a, b, weight] = text.slice(start, end < 0 ? text.length : end).split(',', 3)
    if (Number(weight) >= leastWeight) numbers.push(numberOf(Number(a), Number(b)))
    start = end + 1
  }
  return linksFrom(numbers)
}

export function numberOf(a: number, b: number): number {
  return Math.min(a, b) * recordsMax + Math.max(a, b)
}

export function linksFrom(given: Iterable<number>): Links {
  const numbers = Float64Array.from(given).sort()
  return {
    size: numbers.length,
    numbers,
    sharedWith(other) {
      const shared = sharedCount(numbers, other.numbers)
      const either = numbers.length + other.numbers.length - shared
      return either ? shared / either : 1
    },
  }
}

function sharedCount(one: Float64Array, other: Float64Array): number {
  let [i, j, shared] = [0, 0, 0]
  while (i < one.length && j < other.length) {
    const [a, b] = [one[i] as number, other[j] as number]
    if (a === b) shared += 1
    if (a <= b) i += 1
    if (b <= a) j += 1
  }
  return shared
}
