// Which words does somebody find this person by?
import { fold, phoneKey, postcodeKey } from './keys.ts'
import { soundsOf } from './sounds.ts'

export const tokenKinds = [
  'name',
  'address',
  'postcode',
  'phone',
  'phone-end',
  'email',
  'nhs',
  'number',
  'sound',
] as const
export type TokenKind = (typeof tokenKinds)[number]
export type Token = { readonly token: string; readonly kind: TokenKind }

export type Findable = {
  readonly number: number
  readonly given: string
  readonly middle: string
  readonly family: string
  readonly nhs: string | null
  readonly address: string
  readonly postcode: string
  readonly contacts: readonly { readonly kind: string; readonly value: string }[]
}

const tokensMax = 60
const tokenLettersMax = 80

export function tokensOf(person: Findable): readonly Token[] {
  const names = wordsOf(person.given, person.middle, person.family)
  const all = [
    ...named('name', names),
    ...named('name', [joined(person.given), joined(person.family)]),
    ...named('address', wordsOf(person.address)),
    ...named('postcode', [postcodeKey(person.postcode)]),
    ...named('nhs', [(person.nhs ?? '').replace(/\D/g, '')]),
    ...named('number', [String(person.number)]),
    ...person.contacts.flatMap(contactTokens),
    ...named('sound', names.flatMap(soundsOf).map(soundToken)),
  ]
  const unique = new Map(all.map(one => [`${one.kind} ${one.token}`, one]))
  return [...unique.values()].slice(0, tokensMax)
}

/** Apart from names, so that who asks for "sm" does not read past everybody who sounds so. */
export function soundToken(sound: string): string {
  return `~${sound}`
}

/** Backwards, so that the last digits of a number are the beginning of a word. */
export function phoneEndToken(digits: string): string {
  return `<${[...digits].reverse().join('')}`
}

/** As it is kept and as it is asked for: no longer, and never half a character. */
export function cutToken(token: string): string {
  return token
    .slice(0, tokenLettersMax)
    .toWellFormed()
    .replace(/\ufffd$/, '')
}

const marks: Readonly<Record<TokenKind, string>> = {
  name: 'n',
  address: 'a',
  postcode: 'c',
  phone: 't',
  'phone-end': 'e',
  email: 'm',
  nhs: 'h',
  number: 'p',
  sound: 's',
}

/** A token of this kind as it stands in the line of all words of a person. */
export function keyOf(kind: TokenKind, token: string): string {
  return `${marks[kind]}${token}`
}

/** All tokens of a person in one line, each between spaces. */
export function lineOfWords(tokens: readonly Token[]): string {
  return tokens.length === 0 ? '' : ` ${tokens.map(t => keyOf(t.kind, t.token)).join(' ')} `
}

function contactTokens({ kind, value }: { kind: string; value: string }): Token[] {
  if (kind === 'email') return named('email', [value.toLowerCase().replace(/\s/g, '')])
  const phone = phoneKey(value)
  if (phone === '') return []
  return [...named('phone', [phone]), ...named('phone-end', [phoneEndToken(phone)])]
}

function named(kind: TokenKind, tokens: readonly string[]): Token[] {
  return tokens.filter(token => token !== '').map(token => ({ kind, token: cutToken(token) }))
}

function wordsOf(...texts: readonly string[]): string[] {
  return texts.flatMap(text => fold(text).split(' '))
}

/** "Smith-Jones" is found as "smithjones" too, and "Mc Donald" as "mcdonald". */
function joined(text: string): string {
  return fold(text).replaceAll(' ', '')
}
