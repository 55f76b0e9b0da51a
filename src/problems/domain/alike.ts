// How alike are two problems, from their words alone? Words in common, of all that matter.

/** Shorter ones say little about what is wrong. */
const lettersMin = 4

export function wordsOf(text: string): ReadonlySet<string> {
  const found = text.toLowerCase().match(/\p{L}+/gu) ?? []
  return new Set(found.filter(word => word.length >= lettersMin))
}

/** From 0, nothing in common, to 1. The same whichever comes first. */
export function alike(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  const common = [...a].filter(word => b.has(word)).length
  return common === 0 ? 0 : common / Math.min(a.size, b.size)
}

export type Told = { readonly words: string; readonly isSamePlace: boolean }

export const likelyMax = 10

/** Those with a word in common, the most alike first; of equals, those of the same place. */
export function likelySame<T extends Told>(words: string, found: readonly T[]): readonly T[] {
  return found
    .map(one => ({ one, rank: alike(words, one.words) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank || nearer(a.one, b.one))
    .slice(0, likelyMax)
    .map(({ one }) => one)
}

const nearer = (a: Told, b: Told) => Number(b.isSamePlace) - Number(a.isSamePlace)
