// When are two names the same? The name stays as given; the match form decides.

/** Outer space goes, inner space is single; letters and their case are never touched. */
export function keptName(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim()
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
