// The texts of several parts as one: each distinct text once, in the order in which the parts one
// after the other would have met them. No strings are made for it.
import { missing, type Texts } from './texts.ts'

export type GatheredTexts = {
  readonly texts: Texts
  /** The code of the text whose letters come to this place, and 1; 0 where none does. */
  readonly slots: Int32Array
  readonly hashes: Int32Array
}

/** With room for all of them. */
export function gatheredTexts(parts: readonly Texts[]): GatheredTexts {
  const size = parts.reduce((sum, part) => sum + part.size, 0)
  const letters = parts.reduce((sum, part) => sum + (part.starts[part.size] as number), 0)
  return {
    texts: {
      letters: new Uint16Array(letters),
      starts: new Int32Array(size + 1),
      masks: new Int32Array(size),
      size: 0,
    },
    slots: new Int32Array(2 ** Math.ceil(Math.log2(2 * size + 2))),
    hashes: new Int32Array(size),
  }
}

/** The code among all of them, for the code of a part. */
export function absorb(all: GatheredTexts, part: Texts, code: number): number {
  if (code === missing) return missing
  const { slots, hashes, texts } = all
  const [start, end] = [part.starts[code] as number, part.starts[code + 1] as number]
  let hash = 0x811c9dc5 | 0
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (part.letters[i] as number), 0x01000193)
  const mask = slots.length - 1
  let slot = (hash ^ (hash >>> 15)) & mask
  for (let known = slots[slot] as number; known !== 0; known = slots[slot] as number) {
    if (hashes[known - 1] === hash && isSame(texts, known - 1, { part, start, end })) {
      return known - 1
    }
    slot = (slot + 1) & mask
  }
  hashes[texts.size] = hash
  slots[slot] = texts.size + 1
  return append(texts, part, code)
}

type Stretch = { readonly part: Texts; readonly start: number; readonly end: number }

function isSame({ letters, starts }: Texts, code: number, { part, start, end }: Stretch): boolean {
  let at = starts[code] as number
  if ((starts[code + 1] as number) - at !== end - start) return false
  for (let i = start; i < end; i++) if (part.letters[i] !== letters[at++]) return false
  return true
}

function append(texts: Texts, part: Texts, code: number): number {
  const { letters, starts, masks } = texts
  const own = texts.size
  let at = starts[own] as number
  for (let i = part.starts[code] as number; i < (part.starts[code + 1] as number); i++) {
    letters[at++] = part.letters[i] as number
  }
  masks[own] = part.masks[code] as number
  starts[own + 1] = at
  texts.size = own + 1
  return own
}
