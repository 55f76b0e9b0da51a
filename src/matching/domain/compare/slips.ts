// How many slips of the pen lie between two texts (Damerau 1964, with each letter moved at most
// once; Levenshtein 1966 without exchanges)? On coded texts, and no further than is asked for.
import type { Texts } from '../encode/texts.ts'

export const lettersMax = 128

let rows: [Int32Array, Int32Array] = [
  new Int32Array(lettersMax + 1),
  new Int32Array(lettersMax + 1),
]
let beforeLast: Int32Array = new Int32Array(lettersMax + 1)

/** Of two texts by their codes, how far apart they are; and no further than one beyond `most`. */
export type Count = (texts: Texts, a: number, b: number) => number

/** Letters put in, left out or changed (Levenshtein 1966). */
export function editsUpTo(most: number): Count {
  return countUpTo({ most, isTwistOne: false })
}

/** Letters put in, left out, changed, or two neighbours exchanged. */
export function slipsUpTo(most: number): Count {
  return countUpTo({ most, isTwistOne: true })
}

type Counting = { readonly most: number; readonly isTwistOne: boolean }
type Spans = { startA: number; startB: number; lengthA: number; lengthB: number }

function countUpTo(counting: Counting): Count {
  const { most } = counting
  return ({ letters, starts, masks }, a, b) => {
    const startA = starts[a] as number
    const startB = starts[b] as number
    const lengthA = Math.min((starts[a + 1] as number) - startA, lettersMax)
    const lengthB = Math.min((starts[b + 1] as number) - startB, lettersMax)
    if (Math.abs(lengthA - lengthB) > most) return most + 1
    if (bits((masks[a] as number) ^ (masks[b] as number)) > 2 * most) return most + 1
    const spans = { startA, startB, lengthA, lengthB }
    return most === 1 ? oneOrMore(letters, spans, counting) : inTable(letters, spans, counting)
  }
}

/** By far the commonest question needs one walk from the front, and one over what is left. */
function oneOrMore(letters: Uint16Array, spans: Spans, { isTwistOne }: Counting): number {
  const { startA, startB, lengthA, lengthB } = spans
  const shorter = Math.min(lengthA, lengthB)
  let at = 0
  while (at < shorter && letters[startA + at] === letters[startB + at]) at += 1
  if (at === lengthA && at === lengthB) return 0
  const [endA, endB] = [startA + lengthA, startB + lengthB]
  let [a, b] = [startA + at, startB + at]
  if (isTwistOne && lengthA === lengthB && at + 1 < lengthA) {
    const isTwist = letters[a] === letters[b + 1] && letters[a + 1] === letters[b]
    if (isTwist && isSameRest(letters, { a: a + 2, b: b + 2, endA })) return 1
  }
  if (lengthA >= lengthB) a += 1
  if (lengthB >= lengthA) b += 1
  return endA - a === endB - b && isSameRest(letters, { a, b, endA }) ? 1 : 2
}

function isSameRest(letters: Uint16Array, rest: { a: number; b: number; endA: number }): boolean {
  let { a, b } = rest
  while (a < rest.endA && letters[a] === letters[b]) {
    a += 1
    b += 1
  }
  return a >= rest.endA
}

function inTable(letters: Uint16Array, spans: Spans, { most, isTwistOne }: Counting): number {
  const { startA, startB, lengthA, lengthB } = spans
  let [last, row] = rows
  let older = beforeLast
  for (let j = 0; j <= lengthB; j++) last[j] = j
  for (let i = 1; i <= lengthA; i++) {
    row[0] = i
    let least = i
    const letter = letters[startA + i - 1]
    for (let j = 1; j <= lengthB; j++) {
      const other = letters[startB + j - 1]
      let cost = (last[j - 1] as number) + (letter === other ? 0 : 1)
      cost = Math.min(cost, (last[j] as number) + 1, (row[j - 1] as number) + 1)
      if (isTwistOne && i > 1 && j > 1 && letter === letters[startB + j - 2]) {
        if (other === letters[startA + i - 2]) cost = Math.min(cost, (older[j - 2] as number) + 1)
      }
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    const oldest = older
    older = last
    last = row
    row = oldest
  }
  rows = [last, row]
  beforeLast = older
  return Math.min(last[lengthB] as number, most + 1)
}

/** How many bits are set (Wegner 1960, in parallel). */
export function bits(mask: number): number {
  let pairs = mask - ((mask >>> 1) & 0x55555555)
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
