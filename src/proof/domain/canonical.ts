// How is a proof written so that two programs write the same bytes? JSON as in RFC 8785, with whole
// numbers only.

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json | undefined }

/** No spaces, names in the order of their UTF-16 code units. Throws at what has no such form. */
export function canonical(value: Json): string {
  if (typeof value === 'number') return wholeNumber(value)
  if (typeof value === 'string') return wellFormed(value)
  if (value === null || typeof value === 'boolean') return String(value)
  if (isList(value)) return `[${value.map(canonical).join(',')}]`
  const named = Object.keys(value)
    .filter(name => value[name] !== undefined)
    .sort()
    .map(name => `${wellFormed(name)}:${canonical(value[name] ?? null)}`)
  return `{${named.join(',')}}`
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value)
}

function wholeNumber(value: number): string {
  if (Number.isSafeInteger(value) && !Object.is(value, -0)) return String(value)
  throw new Error('Only whole numbers have a canonical form here.')
}

function wellFormed(text: string): string {
  if (text.isWellFormed()) return JSON.stringify(text)
  throw new Error('A text with half a character has no canonical form.')
}
