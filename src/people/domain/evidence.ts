// What do two records say, fact by fact? Codes only: `pages/evidence-words.ts` has the words, and
// `weigh-pair.ts` the weights, so that either can be changed alone.
import { isFormOf } from '../../matching/index.ts'
import { fold, postcodeKey } from './keys.ts'
import { soundsOf } from './sounds.ts'

export const factNames = [
  'given',
  'family',
  'born',
  'nhs',
  'address',
  'postcode',
  'landline',
  'mobile',
  'email',
] as const
export type FactName = (typeof factNames)[number]
export const agreements = ['same', 'close', 'different', 'missing'] as const
export type Agreement = (typeof agreements)[number]

/** In which way two facts are close, or what is remarkable about their being the same. */
export const manners = [
  'initial',
  'short-form',
  'part',
  'one-letter',
  'sounds-alike',
  'day-month-swapped',
  'one-digit',
  'one-shared',
  'unusual',
  'usual',
] as const
export type Manner = (typeof manners)[number]

/** Empty text where nothing is known. Several phones are joined by spaces. */
export type Facts = Readonly<Record<FactName, string>>
/** How many people of the council have the same; what is not counted is absent. */
export type Counts = Readonly<Partial<Record<FactName, number>>>

export type Found = { readonly agreement: Agreement; readonly manner?: Manner }
export type Evidence = Readonly<Record<FactName, Found>>

export function compareFacts(one: Facts, other: Facts, counts: Counts = {}): Evidence {
  const found = factNames.map(name => {
    const given = agreementOf(name, one[name], other[name])
    return [name, given.agreement === 'same' ? rarityOf(given, counts[name]) : given] as const
  })
  return Object.fromEntries(found) as Record<FactName, Found>
}

/** These two alone, or one more, have it: that they agree says much. */
const unusualMax = 3

function rarityOf(found: Found, count: number | undefined): Found {
  if (count === undefined) return found
  return { ...found, manner: count <= unusualMax ? 'unusual' : 'usual' }
}

function agreementOf(name: FactName, one: string, other: string): Found {
  if (one === '' || other === '') return { agreement: 'missing' }
  const [a, b] = [plain(name, one), plain(name, other)]
  if (a === b) return { agreement: 'same' }
  const manner = mannerOf(name, a, b)
  return manner ? { agreement: 'close', manner } : { agreement: 'different' }
}

const asWritten: readonly FactName[] = ['landline', 'mobile', 'email', 'born', 'nhs']

function plain(name: FactName, text: string): string {
  if (name === 'postcode') return postcodeKey(text)
  return asWritten.includes(name) ? text : fold(text)
}

function mannerOf(name: FactName, a: string, b: string): Manner | undefined {
  switch (name) {
    case 'born':
      return bornManner(a, b)
    case 'given':
    case 'family':
      return nameManner(a, b)
    case 'address':
      return isPart(a, b) ? 'part' : undefined
    case 'landline':
    case 'mobile':
    case 'email':
      return a.split(' ').some(value => b.split(' ').includes(value)) ? 'one-shared' : undefined
    default:
      return undefined
  }
}

/** 1943-03-04 and 1943-04-03: one of them may have been read the wrong way round. */
export function bornManner(a: string, b: string): Manner | undefined {
  const [year, month, day] = a.split('-')
  if (`${year}-${day}-${month}` === b) return 'day-month-swapped'
  const differing = [...a].filter((digit, at) => digit !== b[at])
  return differing.length === 1 && a.length === b.length ? 'one-digit' : undefined
}

function nameManner(a: string, b: string): Manner | undefined {
  const [short = '', long = ''] = a.length < b.length ? [a, b] : [b, a]
  if (short.length === 1 && long.startsWith(short)) return 'initial'
  if (isPart(a, b)) return 'part'
  if (isOneLetterOff(a, b)) return 'one-letter'
  const sounds = soundsOf(a)
  if (soundsOf(b).some(sound => sounds.includes(sound))) return 'sounds-alike'
  return isFormOf(firstWord(a), firstWord(b)) ? 'short-form' : undefined
}

const firstWord = (text: string) => text.split(' ')[0] ?? ''

/** All words of one stand in the other: "margaret" and "margaret anne". */
function isPart(a: string, b: string): boolean {
  const [few, many] = [a.split(' '), b.split(' ')].sort((one, other) => one.length - other.length)
  return few?.every(word => many?.includes(word)) === true
}

/** One letter more, fewer, other, or two that changed places. */
function isOneLetterOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 3) return false
  let from = 0
  while (a[from] === b[from] && from < a.length) from += 1
  let back = 0
  while (back < Math.min(a.length, b.length) - from && a.at(-1 - back) === b.at(-1 - back))
    back += 1
  const [left, right] = [a.slice(from, a.length - back), b.slice(from, b.length - back)]
  const isSwapped = left.length === 2 && left === [...right].reverse().join('')
  return isSwapped || (left.length <= 1 && right.length <= 1)
}

/** Only what agrees, for the record: codes, so that nothing personal is kept with a decision. */
export type Agreements = Readonly<Partial<Record<FactName, Agreement>>>

export function agreementsOf(evidence: Evidence): Agreements {
  return Object.fromEntries(factNames.map(name => [name, evidence[name].agreement]))
}

const speaksFor: Readonly<Record<Agreement, number>> = {
  different: 0,
  missing: 1,
  close: 2,
  same: 3,
}

/**
 * Worth asking again about two who were kept apart: a fact now speaks more for their being one
 * person than it did when somebody decided. A new phone of one of them alone does not.
 */
export function saysMore(then: Agreements, now: Agreements): boolean {
  return factNames.some(name => {
    const before = speaksFor[then[name] ?? 'missing']
    const after = speaksFor[now[name] ?? 'missing']
    return after > before && after > speaksFor.missing
  })
}
