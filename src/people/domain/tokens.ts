// Which words does somebody find this person by?
import { fold, phoneKey, postcodeKey } from './keys.ts'

export const tokenKinds = [
  'name',
  'address',
  'postcode',
  'phone',
  'email',
  'nhs',
  'number',
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
  const all = [
    ...named('name', wordsOf(person.given, person.middle, person.family)),
    ...named('name', [joined(person.given), joined(person.family)]),
    ...named('address', wordsOf(person.address)),
    ...named('postcode', [postcodeKey(person.postcode)]),
    ...named('nhs', [(person.nhs ?? '').replace(/\D/g, '')]),
    ...named('number', [String(person.number)]),
    ...person.contacts.flatMap(contactTokens),
  ]
  const unique = new Map(all.map(one => [`${one.kind} ${one.token}`, one]))
  return [...unique.values()].slice(0, tokensMax)
}

function contactTokens({ kind, value }: { kind: string; value: string }): Token[] {
  if (kind === 'email') return named('email', [value.toLowerCase()])
  return named('phone', [phoneKey(value)])
}

function named(kind: TokenKind, tokens: readonly string[]): Token[] {
  return tokens
    .filter(token => token !== '')
    .map(token => ({ kind, token: token.slice(0, tokenLettersMax) }))
}

function wordsOf(...texts: readonly string[]): string[] {
  return texts.flatMap(text => fold(text).split(' '))
}

/** "Smith-Jones" is found as "smithjones" too, and "Mc Donald" as "mcdonald". */
function joined(text: string): string {
  return fold(text).replaceAll(' ', '')
}
