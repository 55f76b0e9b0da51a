// How alike are two texts? Jaro–Winkler (Winkler 1990, "String comparator metrics"), on coded
// texts.
import type { Texts } from '../encode/texts.ts'
import { bits, lettersMax } from './slips.ts'

const prefixMax = 4
const prefixWeight = 0.1
const boostFrom = 0.7
const isUsedA = new Uint8Array(lettersMax)
const isUsedB = new Uint8Array(lettersMax)
/** Texts up to this length have a bit for each of their letters. */
const bitsMax = 30
const lengthsMax = bitsMax + 1
/** Where in the longer text each letter stands, a bit for each place; empty between two calls. */
const placesOf = new Int32Array(1 << 16)

export type Likeness = (texts: Texts, a: number, b: number) => number

/** From 0 (nothing alike) to 1 (the same); the same both ways round, which Jaro's own is not. */
export const jaroWinkler: Likeness = likenessFrom(0)

/** The same, and less than `least` at once for two texts that cannot come to it. */
export function likenessFrom(least: number): Likeness {
  const needed = neededFor(least)
  const needAt = (prefix: number, { lengthA, lengthB }: Lengths) =>
    needed[(prefix * lengthsMax + lengthA) * lengthsMax + lengthB] as number
  return (texts, one, other) => {
    const { letters, starts, masks } = texts
    const [a, b] = isBefore(texts, one, other) ? [one, other] : [other, one]
    const startA = starts[a] as number
    const startB = starts[b] as number
    const lengthA = Math.min((starts[a + 1] as number) - startA, lettersMax)
    const lengthB = Math.min((starts[b + 1] as number) - startB, lettersMax)
    const spans = { startA, startB, lengthA, lengthB }
    if (lengthB > bitsMax) return boosted(jaroOf(letters, spans), sharedStart(letters, spans))
    // No more letters can be matched than are not missing altogether on the other side.
    const [maskA, maskB] = [masks[a] as number, masks[b] as number]
    const most = Math.min(lengthA - bits(maskA & ~maskB), lengthB - bits(maskB & ~maskA))
    if (most < needAt(prefixMax, spans)) return 0
    const prefix = sharedStart(letters, spans)
    const need = needAt(prefix, spans)
    return most < need ? 0 : boosted(jaroInBits(letters, spans, need), prefix)
  }
}

/** How many letters have to match, for each common beginning and both lengths? */
function neededFor(least: number): Uint8Array {
  const needed = new Uint8Array((prefixMax + 1) * lengthsMax * lengthsMax)
  for (let prefix = 0; prefix <= prefixMax; prefix++) {
    for (let lengthA = 0; lengthA < lengthsMax; lengthA++) {
      for (let lengthB = lengthA; lengthB < lengthsMax; lengthB++) {
        const spans = { startA: 0, startB: 0, lengthA, lengthB }
        let need = 0
        while (need <= lengthA && boosted(jaroFrom(need, 0, spans), prefix) < least) need += 1
        needed[(prefix * lengthsMax + lengthA) * lengthsMax + lengthB] = need
      }
    }
  }
  return needed
}

/** Winkler: a common beginning counts for more. */
function boosted(jaro: number, prefix: number): number {
  if (jaro <= boostFrom) return jaro
  return jaro + prefix * prefixWeight * (1 - jaro)
}

function sharedStart(letters: Uint16Array, spans: Spans): number {
  const { startA, startB, lengthA, lengthB } = spans
  const most = Math.min(prefixMax, lengthA, lengthB)
  let prefix = 0
  while (prefix < most && letters[startA + prefix] === letters[startB + prefix]) prefix += 1
  return prefix
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

type Lengths = { readonly lengthA: number; readonly lengthB: number }
type Spans = { startA: number; startB: number; lengthA: number; lengthB: number }

function jaroFrom(matches: number, moved: number, { lengthA, lengthB }: Spans): number {
  if (matches === 0) return 0
  return (matches / lengthA + matches / lengthB + (matches - moved) / matches) / 3
}

function reachOf({ lengthA, lengthB }: Spans): number {
  return Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1)
}

/** As `jaroOf`, a word of bits at a time, and 0 when fewer than `need` letters match. */
function jaroInBits(letters: Uint16Array, spans: Spans, need: number): number {
  const { startA, startB, lengthA, lengthB } = spans
  const reach = reachOf(spans)
  for (let j = 0; j < lengthB; j++) {
    const letter = letters[startB + j] as number
    placesOf[letter] = (placesOf[letter] as number) | (1 << j)
  }
  let [usedA, usedB] = [0, 0]
  for (let i = 0; i < lengthA; i++) {
    const before = i > reach ? (1 << (i - reach)) - 1 : 0
    const window = ((1 << Math.min(i + reach + 1, lengthB)) - 1) & ~before
    const free = (placesOf[letters[startA + i] as number] as number) & window & ~usedB
    if (free === 0) continue
    usedB |= free & -free
    usedA |= 1 << i
  }
  for (let j = 0; j < lengthB; j++) placesOf[letters[startB + j] as number] = 0
  const matches = bits(usedA)
  if (matches < need) return 0
  let moved = 0
  for (let restA = usedA, restB = usedB; restA !== 0; restA &= restA - 1, restB &= restB - 1) {
    const [i, j] = [31 - Math.clz32(restA & -restA), 31 - Math.clz32(restB & -restB)]
    if (letters[startA + i] !== letters[startB + j]) moved += 1
  }
  return jaroFrom(matches, moved >> 1, spans)
}

function jaroOf(letters: Uint16Array, spans: Spans): number {
  return jaroFrom(matchesOf(letters, spans), movedOf(letters, spans), spans)
}

/** Letters that have a twin not too far off; marks them in both texts. */
function matchesOf(letters: Uint16Array, spans: Spans): number {
  const { startA, startB, lengthA, lengthB } = spans
  const reach = reachOf(spans)
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
