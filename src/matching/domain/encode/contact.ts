// Which phone numbers, e-mail addresses and postcodes are one, however they were typed?

const between = /[/;,|]|\bor\b|\band\b/i
const british = /^(?:\+|00)?440?(\d{9,10})$/

/**
 * Every number in the cell, as a person in Britain dials it; sorted, so that order means
 * nothing.
 */
export function phonesIn(text: string): string[] {
  const numbers = new Set<string>()
  for (const part of text.split(between)) {
    const number = phoneOf(part)
    if (number) numbers.add(number)
  }
  return [...numbers].sort()
}

function phoneOf(text: string): string | undefined {
  const digits = text.replace(/\(0\)/g, '').replace(/[^\d+]/g, '')
  const national = british.exec(digits)?.[1]
  if (national) return `0${national}`
  const bare = digits.replace(/^\+|^00/, '')
  if (bare.length < 6 || /^(\d)\1+$/.test(bare)) return undefined
  // Spreadsheets take the first zero off.
  return /^[1237]\d{9}$/.test(bare) ? `0${bare}` : bare
}

export function emailOf(text: string): string {
  const email = text.trim().toLowerCase()
  return email.includes('@') ? email.replace(/^mailto:|[<>\s]/g, '') : ''
}

/** Before the @, without what is only for sorting mail. */
export function mailboxOf(email: string): string {
  const at = email.lastIndexOf('@')
  const before = at < 0 ? email : email.slice(0, at)
  const plus = before.indexOf('+')
  return plus < 0 ? before : before.slice(0, plus)
}

export function postcodeOf(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

/** The post town's part: CB24 of CB24 8RX; the first half of a code of another country. */
export function outwardLength(postcode: string): number {
  return /\d[A-Z]{2}$/.test(postcode) ? postcode.length - 3 : Math.ceil(postcode.length / 2)
}

const idDigitsLeast = 4
const oneDigitOver = /^(\d)\1+$/

/** "Unknown" and ten nines are no number. */
export function nationalIdOf(text: string): string {
  const id = text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')
  return oneDigitOver.test(id) || id.replace(/\D/g, '').length < idDigitsLeast ? '' : id
}
