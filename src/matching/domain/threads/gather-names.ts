// The names that several parts know, as one vocabulary. First, family and middle names share it and
// are met field by field, so each field brings in what all parts met while they read it.
import { absorb, type GatheredTexts, gatheredTexts } from '../encode/gathered-texts.ts'
import { newInts, push } from '../encode/ints.ts'
import { missing, type Texts } from '../encode/texts.ts'
import { type NameTraits, nicknamesMax } from '../encode/vocabulary.ts'
import type { PartField } from './part.ts'

export type AllNames = {
  readonly traits: NameTraits
  readonly texts: GatheredTexts
  readonly sounds: GatheredTexts
  /** Per part and code of it: the code among all. */
  readonly codes: readonly Int32Array[]
  /** Per part: how many of its names are in. */
  readonly known: number[]
}

export function gatheredNames(own: readonly PartField[]): AllNames {
  const parts = own.map(({ names }) => names as NameTraits)
  const texts = gatheredTexts(parts.map(part => part.texts))
  const sounds = gatheredTexts(parts.map(part => part.sounds))
  const [sound, nicknames, first, last] = [newInts(), newInts(), newInts(), newInts()]
  return {
    traits: { texts: texts.texts, sounds: sounds.texts, sound, nicknames, first, last },
    texts,
    sounds,
    codes: parts.map(part => new Int32Array(part.texts.size).fill(missing)),
    known: parts.map(() => 0),
  }
}

export function absorbNames(all: AllNames, own: readonly PartField[]): void {
  for (const [part, { names, namesKnown }] of own.entries()) {
    const codes = all.codes[part] as Int32Array
    for (let code = all.known[part] as number; code < namesKnown; code++) {
      codes[code] = absorbName(all, names as NameTraits, { code, codes })
    }
    all.known[part] = namesKnown
  }
}

/** The words of a name of several words have come in before it. */
function absorbName(
  { traits, texts, sounds }: AllNames,
  part: NameTraits,
  { code, codes }: { code: number; codes: Int32Array },
): number {
  const known = texts.texts.size
  const own = absorb(texts, part.texts as Texts, code)
  if (own < known) return own
  const wordAt = (word: number) => (word === code ? own : (codes[word] as number))
  push(traits.sound, absorb(sounds, part.sounds, part.sound.data[code] as number))
  for (let i = 0; i < nicknamesMax; i++) {
    push(traits.nicknames, part.nicknames.data[code * nicknamesMax + i] as number)
  }
  push(traits.first, wordAt(part.first.data[code] as number))
  push(traits.last, wordAt(part.last.data[code] as number))
  return own
}
