// What did somebody type into the search box? Words, and numbers in any of their forms.
import { fold, phoneKey, postcodeKey } from './keys.ts'
import type { TokenKind } from './tokens.ts'

/** One thing that must be found: any of these prefixes, among tokens of these kinds. */
export type Wanted = {
  readonly prefix: string
  readonly kinds: readonly TokenKind[]
}

const wantedMax = 8
const prefixLettersMin = 2
const postcode = /\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b/i
const email = /\S+@\S+/
const digitRun = /\+?\d[\d\s()-]{4,}\d/

/** Every one of the answer must be found in a person; empty when nothing can be searched for. */
export function readSearch(text: string): readonly Wanted[] {
  const wanted: Wanted[] = []
  const take = (pattern: RegExp, make: (found: string) => Wanted) => (rest: string) => {
    const found = pattern.exec(rest)
    if (!found) return rest
    wanted.push(make(found[0]))
    return rest.replace(found[0], ' ')
  }
  const words = [
    take(email, found => ({ prefix: found.toLowerCase(), kinds: ['email'] })),
    take(postcode, found => ({ prefix: postcodeKey(found), kinds: ['postcode'] })),
    take(digitRun, asNumber),
    take(/^\s*p\s*(?=\d)/i, () => ({ prefix: '', kinds: ['number'] })),
  ].reduce((rest, step) => step(rest), text.replaceAll('\0', ' '))
  const isReference = wanted.some(one => one.prefix === '')
  const plain = fold(words).split(' ').filter(Boolean)
  return [
    ...wanted.filter(one => one.prefix !== ''),
    ...plain.map(word => asWord(word, isReference)),
  ]
    .filter(one => one.prefix.length >= prefixLettersMin || one.kinds.length < 3)
    .slice(0, wantedMax)
}

/** A phone in any format, or the ten digits of an NHS number. */
function asNumber(found: string): Wanted {
  const digits = found.replace(/\D/g, '')
  const isPhone = found.trim().startsWith('+') || digits.startsWith('0') || digits.startsWith('44')
  return isPhone
    ? { prefix: phoneKey(found), kinds: ['phone'] }
    : { prefix: digits, kinds: ['nhs', 'phone', 'number'] }
}

function asWord(word: string, isReference: boolean): Wanted {
  if (isReference && /^\d+$/.test(word)) return { prefix: word, kinds: ['number'] }
  if (/^\d/.test(word)) return { prefix: word, kinds: ['address', 'number'] }
  return { prefix: word, kinds: ['name', 'address', 'postcode', 'email'] }
}
