// How alike are two texts? Jaro–Winkler (Winkler 1990, "String comparator metrics") and the number
// of slips of the pen (Damerau 1964, with each letter moved at most once), on coded texts.
import type { Texts } from '../encode/texts.ts'

const lettersMax = 128
const prefixMax = 4
const prefixWeight = 0.1
const boostFrom = 0.7
const isUsedA = new Uint8Array(lettersMax)
const isUsedB = new Uint8Array(lettersMax)

/** From 0 (nothing alike) to 1 (the same); the same both ways round, which Jaro's own is not. */
export function jaroWinkler(texts: Texts, one: number, other: number): number {
  return jaroWinklerFrom(texts, [one, other], 0)
}

/** The same, and 0 at once for two texts that cannot come to `least`. */
export function jaroWinklerFrom(
  texts: Texts,
  [one, other]: readonly [number, number],
  least: number,
): number {
  const { letters, starts } = texts
  if (least > 0 && mostAlike(texts, one, other) < least) return 0
  const [a, b] = isBefore(texts, one, other) ? [one, other] : [other, one]
  const startA = starts[a] as number
  const startB = starts[b] as number
  const lengthA = Math.min((starts[a + 1] as number) - startA, lettersMax)
  const lengthB = Math.min((starts[b + 1] as number) - startB, lettersMax)
  const matches = matchesOf(letters, { startA, startB, lengthA, lengthB })
  if (matches === 0) return 0
  const moved = movedOf(letters, { startA, startB, lengthA, lengthB })
  const jaro = (matches / lengthA + matches / lengthB + (matches - moved) / matches) / 3
  if (jaro <= boostFrom) return jaro
  let prefix = 0
  const most = Math.min(prefixMax, lengthA, lengthB)
  while (prefix < most && letters[startA + prefix] === letters[startB + prefix]) prefix += 1
  return jaro + prefix * prefixWeight * (1 - jaro)
}

/** No more letters can be matched than are not missing altogether on the other side. */
function mostAlike({ starts, masks }: Texts, a: number, b: number): number {
  const lengthA = (starts[a + 1] as number) - (starts[a] as number)
  const lengthB = (starts[b + 1] as number) - (starts[b] as number)
  const [maskA, maskB] = [masks[a] as number, masks[b] as number]
  const matches = Math.min(lengthA - bits(maskA & ~maskB), lengthB - bits(maskB & ~maskA))
  const jaro = (matches / lengthA + matches / lengthB + 1) / 3
  return jaro + prefixMax * prefixWeight * (1 - jaro)
}

/** How many bits are set (Wegner 1960, in parallel). */
function bits(mask: number): number {
  let pairs = mask - ((mask >>> 1) & 0x55555555)
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

function isBefore({ letters, starts }: Texts, a: number, b: number): boolean {
  const [startA, startB] = [starts[a] as number, starts[b] as number]
  const lengthA = (starts[a + 1] as number) - startA
  const longer = (starts[b + 1] as number) - startB - lengthA
  if (longer !== 0) return longer > 0
  let i = 0
  while (i < lengthA && letters[startA + i] === letters[startB + i]) i += 1
  return (letters[startA + i] as number) < (letters[startB + i] as number)
}

type Spans = { startA: number; startB: number; lengthA: number; lengthB: number }

/** Letters that have a twin not too far off; marks them in both texts. */
function matchesOf(letters: Uint16Array, { startA, startB, lengthA, lengthB }: Spans): number {
  const reach = Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1)
  isUsedA.fill(0, 0, lengthA)
  isUsedB.fill(0, 0, lengthB)
  let matches = 0
  for (let i = 0; i < lengthA; i++) {
    const letter = letters[startA + i]
    const end = Math.min(i + reach + 1, lengthB)
    for (let j = Math.max(0, i - reach); j < end; j++) {
      if (isUsedB[j] === 1 || letters[startB + j] !== letter) continue
      isUsedA[i] = 1
      isUsedB[j] = 1
      matches += 1
      break
    }
  }
  return matches
}

/** Half the matched letters that stand in another order. */
function movedOf(letters: Uint16Array, { startA, startB, lengthA, lengthB }: Spans): number {
  let moved = 0
  let j = 0
  for (let i = 0; i < lengthA; i++) {
    if (isUsedA[i] === 0) continue
    while (j < lengthB && isUsedB[j] === 0) j += 1
    if (letters[startA + i] !== letters[startB + j]) moved += 1
    j += 1
  }
  return moved >> 1
}

let rows: [Int32Array, Int32Array] = [
  new Int32Array(lettersMax + 1),
  new Int32Array(lettersMax + 1),
]
let beforeLast: Int32Array = new Int32Array(lettersMax + 1)

/** Letters put in, left out or changed (Levenshtein 1966); `most` + 1 when it is more. */
export function edits(texts: Texts, pair: readonly [number, number], most: number): number {
  return counted(texts, pair, { most, isTwistOne: false })
}

/** Letters put in, left out, changed, or two neighbours exchanged; `most` + 1 when it is more. */
export function slips(texts: Texts, pair: readonly [number, number], most: number): number {
  return counted(texts, pair, { most, isTwistOne: true })
}

type Counting = { readonly most: number; readonly isTwistOne: boolean }

function counted(
  texts: Texts,
  pair: readonly [number, number],
  { most, isTwistOne }: Counting,
): number {
  const { letters, starts } = texts
  const startA = starts[pair[0]] as number
  const startB = starts[pair[1]] as number
  const lengthA = Math.min((starts[pair[0] + 1] as number) - startA, lettersMax)
  const lengthB = Math.min((starts[pair[1] + 1] as number) - startB, lettersMax)
  if (Math.abs(lengthA - lengthB) > most) return most + 1
  const differing = (texts.masks[pair[0]] as number) ^ (texts.masks[pair[1]] as number)
  if (bits(differing) > 2 * most) return most + 1
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
