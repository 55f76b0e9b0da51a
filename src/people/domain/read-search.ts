// What did somebody type into the search box? Words, and numbers in any of their forms.
import { fold, phoneKey, postcodeKey } from './keys.ts'
import { soundsOf } from './sounds.ts'
import { cutToken, phoneEndToken, soundToken, type TokenKind } from './tokens.ts'

/** A beginning to look for, among tokens of these kinds; `uprn` is looked for whole, by homes. */
export type Sought = {
  readonly prefix: string
  readonly kinds: readonly (TokenKind | 'uprn')[]
}

/** One thing that must be found in a person, in any of these ways. */
export type Wanted = {
  readonly any: readonly Sought[]
  /** Too short to be looked for alone: it narrows what the others find. */
  readonly isShort: boolean
}

const wantedMax = 8
const lettersMin = 2
const phoneEndDigitsMin = 5
const uprnDigitsMin = 6
const postcode = /\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b/i
/** While it is typed: "CB24 8", and the last letter still to come. */
const postcodeBegun = /\b([a-z]{1,2}\d[a-z\d]?)\s+(\d[a-z]?)\s*$/i
const email = /\S+@\S+/
const digitRun = /\+?\d[\d\s().-]{4,}\d/
const reference = /^\s*p\s*[-–.]?\s*(\d{1,12})\s*$/i

/** Every one of the answer must be found in a person; empty when nothing can be searched for. */
export function readSearch(text: string): readonly Wanted[] {
  const clean = text.normalize('NFKC').replace(/[\0\p{Cf}]/gu, '')
  const number = reference.exec(clean)?.[1]
  if (number !== undefined) return [wantedAs(number, ['number'])]
  const wanted: Wanted[] = []
  const take = (pattern: RegExp, make: (found: string) => Wanted) => (rest: string) => {
    const found = pattern.exec(rest)
    if (!found) return rest
    wanted.push(make(found[0]))
    return rest.replace(found[0], ' ')
  }
  const words = [
    take(email, found => wantedAs(found.toLowerCase(), ['email'])),
    take(postcode, found => wantedAs(postcodeKey(found), ['postcode'])),
    take(postcodeBegun, found => wantedAs(postcodeKey(found), ['postcode'])),
    take(digitRun, asNumber),
  ].reduce((rest, step) => step(rest), clean)
  const all = [...wanted, ...fold(words).split(' ').filter(Boolean).map(asWord)]
  const most = all.filter(one => one.any.every(({ prefix }) => prefix !== '')).slice(0, wantedMax)
  return most.some(one => !one.isShort) ? most : []
}

/** The same, and those whose names only sound like it. Nothing when no word has a sound. */
export function soundingAlike(wanted: readonly Wanted[]): readonly Wanted[] | undefined {
  const alike = wanted.map(one => {
    const names = one.any.filter(({ kinds }) => kinds.includes('name'))
    const sounds = names.flatMap(({ prefix }) => soundsOf(prefix)).map(soundToken)
    const more = sounds.map((prefix): Sought => ({ prefix, kinds: ['sound'] }))
    return { ...one, any: [...one.any, ...more] }
  })
  const hasMore = alike.some((one, at) => one.any.length > (wanted[at]?.any.length ?? 0))
  return hasMore ? alike : undefined
}

function wantedAs(prefix: string, kinds: Sought['kinds'], isShort = false): Wanted {
  return { any: [{ prefix: cutToken(prefix), kinds }], isShort }
}

/** A phone in any format, in part or without its zero, or the digits of some other number. */
function asNumber(found: string): Wanted {
  const digits = found.replace(/\D/g, '')
  const phone = phoneKey(found)
  const isAbroad = found.trim().startsWith('+') || /^(00)?44\d{9}/.test(digits)
  if (isAbroad || phone.startsWith('0')) {
    return { any: [{ prefix: phone, kinds: ['phone'] }, ...asUprn(digits)], isShort: false }
  }
  const any: Sought[] = [
    { prefix: digits, kinds: ['nhs', 'number'] },
    { prefix: `0${digits}`, kinds: ['phone'] },
    ...asPhoneEnd(digits),
    ...asUprn(digits),
  ]
  return { any, isShort: false }
}

function asPhoneEnd(digits: string): Sought[] {
  if (digits.length < phoneEndDigitsMin) return []
  return [{ prefix: phoneEndToken(digits), kinds: ['phone-end'] }]
}

function asUprn(digits: string): Sought[] {
  const isOne = digits.length >= uprnDigitsMin && digits.length <= 12
  return isOne ? [{ prefix: digits, kinds: ['uprn'] }] : []
}

function asWord(word: string): Wanted {
  const prefix = cutToken(word)
  if (/^\d+$/.test(word)) {
    const any: Sought[] = [{ prefix, kinds: ['address', 'number'] }, ...asPhoneEnd(word)]
    return { any, isShort: word.length < lettersMin }
  }
  if (/^\d/.test(word)) return wantedAs(prefix, ['address'])
  if (isTooShort(word)) return wantedAs(prefix, ['name'], true)
  return wantedAs(prefix, ['name', 'address', 'postcode', 'email'])
}

/** One letter says next to nothing, unless it is a whole syllable or word. */
function isTooShort(word: string): boolean {
  return [...word].length < lettersMin && !/\p{Ideographic}/u.test(word)
}
