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

/** Texts that still grow: a text has one code, whoever asks first. */
export type Dictionary = Texts & { readonly codeOf: Map<string, number> }

export const missing = -1

export function newDictionary(): Dictionary {
  const letters = new Uint16Array(1024)
  const [starts, masks] = [new Int32Array(256), new Int32Array(256)]
  return { letters, starts, masks, size: 0, codeOf: new Map() }
}

export function intern(dictionary: Dictionary, text: string): number {
  if (text === '') return missing
  const known = dictionary.codeOf.get(text)
  if (known !== undefined) return known
  const code = dictionary.size
  append(dictionary, text)
  dictionary.codeOf.set(text, code)
  return code
}

export function textOf(texts: Texts, code: number): string {
  const start = texts.starts[code] as number
  return String.fromCharCode(...texts.letters.subarray(start, texts.starts[code + 1] as number))
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

/** At least twice as long, so that growing costs the same per letter at any size. */
export function grown<T extends Uint16Array | Int32Array | Float64Array>(old: T, least: number): T {
  const kind = old.constructor as new (length: number) => T
  const wider = new kind(Math.max(least, old.length * 2))
  wider.set(old)
  return wider
}
