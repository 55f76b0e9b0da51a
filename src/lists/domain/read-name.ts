// When are two names the same? The name stays as given; the match form decides.

/** Outer space goes, inner space is single; letters and their case are never touched. */
export function keptName(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim()
}

export type FullName = { readonly firstName: string; readonly surname: string }

/**
 * A name that came in one cell: `Ellison, Peggy` says which is which, else the last word is taken
 * for the surname. One word stays one word.
 */
export function splitName(cell: string): FullName {
  const name = keptName(cell)
  const comma = /^([^,]+),\s*([^,]+)$/.exec(name)
  if (comma) return { firstName: comma[2] ?? '', surname: comma[1]?.trim() ?? '' }
  const at = name.lastIndexOf(' ')
  return { firstName: at === -1 ? '' : name.slice(0, at), surname: name.slice(at + 1) }
}

/** Case, accents, punctuation and space folded: `O’Brien`, `OBRIEN` and `o brien` are one. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[ßøæœłđðþı]/g, letter => folded[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '')
}

const folded: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}
