// Which code stands beside a line, and was it read right? Three letters and a digit.

/** Nothing that is taken for a digit. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const digits = '23456789'

/** 4,608 codes of one family; two of a family differ in two signs or more. */
export const codesPerFamily = letters.length * letters.length * digits.length
export const families = letters.length
export const codesMax = codesPerFamily * families

/**
 * The third letter follows from the rest and the family: 5 has no factor in common with 24, and
 * three times a digit never comes round, so any one wrong sign gives another family.
 */
export function codeOf(family: number, nth: number): string {
  const [first, rest] = [nth % letters.length, Math.floor(nth / letters.length)]
  const [second, digit] = [rest % letters.length, Math.floor(rest / letters.length)]
  const third = (first + 5 * second + 3 * digit + family) % letters.length
  return `${letters[first]}${letters[second]}${letters[third]}${digits[digit]}`
}

/** Undefined for what no code can be. */
export function familyOf(code: string): number | undefined {
  const [first = -1, second = -1, third = -1] = [...code].map(sign => letters.indexOf(sign))
  const digit = digits.indexOf(code[3] ?? '')
  if (code.length !== 4 || first < 0 || second < 0 || third < 0 || digit < 0) return undefined
  const family = third - first - 5 * second - 3 * digit
  return ((family % letters.length) + letters.length) % letters.length
}

/** As somebody writes it: small letters, with a gap, with a dash. */
export function codeWritten(text: string): string {
  return text.toUpperCase().replaceAll(/[\s-]/g, '')
}

/** HBD 2: easier to read aloud. */
export function codeShown(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`
}

/**
 * Codes for new lines, none of them living, all of the first family that has room: so that on one
 * sheet a wrong sign is never another line. They begin anywhere, so neighbours look unlike.
 */
export function freeCodes(
  living: ReadonlySet<string>,
  { count, begin }: { readonly count: number; readonly begin: number },
): { readonly family: number; readonly codes: readonly string[] } | undefined {
  for (let family = 0; family < families; family++) {
    const codes: string[] = []
    for (let step = 0; step < codesPerFamily && codes.length < count; step++) {
      const code = codeOf(family, (begin + step * 1013) % codesPerFamily)
      if (!living.has(code)) codes.push(code)
    }
    if (codes.length === count) return { family, codes }
  }
  return undefined
}
