// Are two written streets perhaps one? When what is left after abbreviations agrees, we ask.

const ends: Readonly<Record<string, string>> = {
  st: 'street',
  str: 'street',
  rd: 'road',
  ln: 'lane',
  ave: 'avenue',
  av: 'avenue',
  cl: 'close',
  ct: 'court',
  cres: 'crescent',
  dr: 'drive',
  gdns: 'gardens',
  gr: 'grove',
  pl: 'place',
  pk: 'park',
  sq: 'square',
  tce: 'terrace',
  terr: 'terrace',
  wy: 'way',
  ffdd: 'ffordd',
  hl: 'heol',
}

/** As it is written, without case and without double spaces: one spelling. */
export function spelling(street: string): string {
  return street.trim().replace(/\s+/g, ' ').toLowerCase()
}

/**
 * "High St", "High Street" and "HIGH ST." have one key. "St" opens a saint's name and ends a
 * street's: "St Mary's St" is "saint marys street".
 */
export function streetKey(street: string): string {
  const words = spelling(street)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/['’`]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
  return words.map((word, at) => long(word, at, words.length)).join(' ')
}

function long(word: string, at: number, count: number): string {
  if (at === count - 1 && count > 1) return ends[word] ?? word
  if (word === 'st' && at === 0) return 'saint'
  return word
}
