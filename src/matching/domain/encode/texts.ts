// How are a million texts kept so that comparing two of them touches no strings? Each distinct text
// once, as UTF-16 letters in one long array; everywhere else it is a small whole number, its code.

export type Texts = {
  letters: Uint16Array
  /** Text `code` is letters[starts[code]] up to letters[starts[code + 1]]. */
  starts: Int32Array
  /** Which letters each text has, a bit for each: shows at a glance that two are far apart. */
  masks: Int32Array
  size: number
}

/** Texts that still grow: a text has one code, whoever asks first. No strings are kept for it. */
export type Dictionary = Texts & {
  /** The code of the text whose letters come to this place, and 1; 0 where none does. */
  slots: Int32Array
  hashes: Int32Array
}

export const missing = -1

const firstRoom = 256

export function newDictionary(): Dictionary {
  const [starts, masks] = [new Int32Array(firstRoom), new Int32Array(firstRoom)]
  const [slots, hashes] = [new Int32Array(firstRoom * 2), new Int32Array(firstRoom)]
  return { letters: new Uint16Array(firstRoom * 4), starts, masks, size: 0, slots, hashes }
}

/** As it is now; nothing more comes in. */
export function settled({ letters, starts, masks, size }: Dictionary): Texts {
  return { letters, starts, masks, size }
}

/** The code of a text that came in before; otherwise missing. */
export function codeOf(dictionary: Dictionary, text: string): number {
  return (dictionary.slots[slotOf(dictionary, text, hashOf(text))] as number) - 1
}

export function intern(dictionary: Dictionary, text: string): number {
  if (text === '') return missing
  const hash = hashOf(text)
  const slot = slotOf(dictionary, text, hash)
  const known = dictionary.slots[slot] as number
  if (known !== 0) return known - 1
  const code = dictionary.size
  append(dictionary, text)
  if (code === dictionary.hashes.length) dictionary.hashes = grown(dictionary.hashes, code + 1)
  dictionary.hashes[code] = hash
  dictionary.slots[slot] = code + 1
  if (dictionary.size * 2 > dictionary.slots.length) spread(dictionary)
  return code
}

/** Fowler, Noll and Vo's 1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5 | 0
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash ^ (hash >>> 15)
}

/** Where its code stands, or would. */
function slotOf(dictionary: Dictionary, text: string, hash: number): number {
  const { slots, hashes } = dictionary
  const mask = slots.length - 1
  let slot = hash & mask
  for (let known = slots[slot] as number; known !== 0; known = slots[slot] as number) {
    if (hashes[known - 1] === hash && isText(dictionary, known - 1, text)) return slot
    slot = (slot + 1) & mask
  }
  return slot
}

function isText({ letters, starts }: Texts, code: number, text: string): boolean {
  const start = starts[code] as number
  if ((starts[code + 1] as number) - start !== text.length) return false
  for (let i = 0; i < text.length; i++) {
    if (letters[start + i] !== text.charCodeAt(i)) return false
  }
  return true
}

function spread(dictionary: Dictionary): void {
  const { hashes, size } = dictionary
  const slots = new Int32Array(dictionary.slots.length * 4)
  const mask = slots.length - 1
  for (let code = 0; code < size; code++) {
    let slot = (hashes[code] as number) & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = code + 1
  }
  dictionary.slots = slots
}

export function textOf({ letters, starts }: Texts, code: number): string {
  const end = starts[code + 1] as number
  let text = ''
  for (let at = starts[code] as number; at < end; at++) {
    text += String.fromCharCode(letters[at] as number)
  }
  return text
}

function append(texts: Texts, text: string): void {
  const start = texts.starts[texts.size] as number
  const end = start + text.length
  if (end > texts.letters.length) texts.letters = grown(texts.letters, end)
  let mask = 0
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i)
    texts.letters[start + i] = letter
    mask |= 1 << (letter & 31)
  }
  if (texts.size === texts.masks.length) texts.masks = grown(texts.masks, texts.size + 1)
  texts.masks[texts.size] = mask
  texts.size += 1
  if (texts.size + 1 > texts.starts.length) texts.starts = grown(texts.starts, texts.size + 1)
  texts.starts[texts.size] = end
}

type Growing = Int8Array | Uint16Array | Int32Array | Float64Array

/** At least twice as long, so that growing costs the same per letter at any size. */
export function grown<T extends Growing>(old: T, least: number): T {
  const kind = old.constructor as new (length: number) => T
  const wider = new kind(Math.max(least, old.length * 2))
  wider.set(old)
  return wider
}
