// Which letters of a text count? Small letters without accents, words with one space between them.
// A name in another script keeps its own letters.

/** Letters that Unicode does not take apart by itself. */
const special: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}

const isPlain = /^[a-z0-9 ]*$/
const marks = /\p{M}+/gu
const apostrophes = /['’‘`´ʼ]/g
const notLetters = /[^\p{L}\p{N}]+/gu

export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (isPlain.test(lower)) return squeezed(lower)
  const bare = lower.normalize('NFD').replace(marks, '').replace(apostrophes, '')
  const letters = bare.replace(/[łøđðþßæœı]/g, letter => special[letter] ?? letter)
  return letters.replace(notLetters, ' ').trim()
}

function squeezed(text: string): string {
  return text.includes('  ') ? text.replace(/ {2,}/g, ' ').trim() : text.trim()
}
