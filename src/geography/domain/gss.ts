// What does a code of the Government Statistical Service name? Its first three letters say.

const kinds: Readonly<Record<string, string>> = {
  E01: 'lsoa',
  E02: 'msoa',
  E04: 'parish',
  E05: 'ward',
  E06: 'council',
  E07: 'council',
  E08: 'council',
  E09: 'council',
  E10: 'county',
  E43: 'unparished',
  E47: 'combined-authority',
  N08: 'ward',
  N09: 'council',
  S01: 'lsoa',
  S02: 'msoa',
  S12: 'council',
  S13: 'ward',
  W01: 'lsoa',
  W02: 'msoa',
  W04: 'parish',
  W05: 'ward',
  W06: 'council',
}

export function isGss(text: string): boolean {
  return /^[EKNSW]\d{8}$/.test(text)
}

/** Upper case and without spaces; undefined if it is no code at all. */
export function readGss(text: string): string | undefined {
  const code = text.replace(/\s/g, '').toUpperCase()
  return isGss(code) ? code : undefined
}

export function gssKind(code: string): string | undefined {
  return kinds[code.slice(0, 3)]
}
