// Two records, fact by fact: the same, close, different, or missing on one.
import { fold, postcodeKey } from './keys.ts'

export const factNames = [
  'given',
  'family',
  'born',
  'nhs',
  'address',
  'postcode',
  'phones',
] as const
export type FactName = (typeof factNames)[number]
export type Agreement = 'same' | 'close' | 'different' | 'missing'

/** Empty text where nothing is known. Phones are joined by spaces. */
export type Facts = Readonly<Record<FactName, string>>

export function compareFacts(one: Facts, other: Facts): Readonly<Record<FactName, Agreement>> {
  const pairs = factNames.map(name => [name, agreementOf(name, one[name], other[name])] as const)
  return Object.fromEntries(pairs) as Record<FactName, Agreement>
}

function agreementOf(name: FactName, one: string, other: string): Agreement {
  if (one === '' || other === '') return 'missing'
  const [a, b] = [plain(name, one), plain(name, other)]
  if (a === b) return 'same'
  return isClose(name, a, b) ? 'close' : 'different'
}

function plain(name: FactName, text: string): string {
  if (name === 'postcode') return postcodeKey(text)
  return name === 'phones' || name === 'born' ? text : fold(text)
}

function isClose(name: FactName, a: string, b: string): boolean {
  if (name === 'phones') return a.split(' ').some(value => b.split(' ').includes(value))
  if (name === 'born') return isDaySwapped(a, b)
  if (name === 'nhs') return false
  return a.startsWith(b) || b.startsWith(a)
}

/** 1943-03-04 and 1943-04-03: one of them may have been read the wrong way round. */
function isDaySwapped(a: string, b: string): boolean {
  const [year, month, day] = a.split('-')
  return `${year}-${day}-${month}` === b
}
