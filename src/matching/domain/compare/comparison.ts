// Which levels of agreement does each field have, and at which level do two of its codes agree?
import type { Field, FieldKind, Traits } from '../encode/fields.ts'
import type { ListTraits, NameTraits } from '../encode/vocabulary.ts'
import { compareDates, dateLevels } from './dates.ts'
import {
  addressLevels,
  compareAddresses,
  compareMiddles,
  comparePhones,
  middleLevels,
  phoneLevels,
} from './lists.ts'
import { type CompareCodes, remembered } from './memory.ts'
import { compareNames, nameLevels } from './names.ts'
import {
  compareEmails,
  compareIds,
  comparePostcodes,
  compareWords,
  emailLevels,
  idLevels,
  postcodeLevels,
  wordLevels,
} from './words.ts'

export type Comparison = {
  readonly name: string
  readonly kind: FieldKind
  readonly levels: readonly string[]
  /** Of two codes that are both known; 0 is the strongest level. */
  readonly compare: CompareCodes
  /** Whether a rare value that agrees tells more than a common one. */
  readonly isTermFrequent: boolean
  /** Whether a value beside itself may be less than the strongest level, as half a date is. */
  readonly isPartly: boolean
}

export const levelsOfKind: Readonly<Record<FieldKind, readonly string[]>> = {
  given: nameLevels,
  family: nameLevels,
  middle: middleLevels,
  date: dateLevels,
  postcode: postcodeLevels,
  address: addressLevels,
  phone: phoneLevels,
  email: emailLevels,
  id: idLevels,
  word: wordLevels,
  sql: [],
}

/** `rarity` gives the worth of each word of an address, and may change as words come in. */
export function comparisonOf(reader: Traits, rarity: () => Float64Array): Comparison {
  const { kind, name } = reader
  const own = comparerOf(reader, rarity)
  const compare = isOftenSame(kind) ? remembered(own, bitsOf(kind)) : own
  return {
    name,
    kind,
    levels: levelsOfKind[kind],
    compare,
    isTermFrequent: kind !== 'middle',
    isPartly: kind === 'date',
  }
}

/**
 * Postcodes, numbers and dates hardly ever meet twice; to remember them costs more than to look.
 */
function isOftenSame(kind: FieldKind): boolean {
  return ['given', 'family', 'middle', 'word', 'address'].includes(kind)
}

function bitsOf(kind: FieldKind): number {
  return kind === 'given' || kind === 'family' ? 20 : 17
}

function comparerOf(reader: Traits, rarity: () => Float64Array): CompareCodes {
  const { kind, texts } = reader
  const names = reader.names as NameTraits
  const listed = reader.listed as ListTraits
  if (kind === 'given' || kind === 'family') return (a, b) => compareNames(names, a, b)
  if (kind === 'middle') return compareMiddles(listed, names)
  if (kind === 'phone') return (a, b) => comparePhones(listed, a, b)
  if (kind === 'address') return compareAddresses(listed, rarity)
  if (kind === 'date') return dateComparer(reader)
  if (kind === 'postcode') return (a, b) => comparePostcodes(texts, a, b)
  if (kind === 'id') return (a, b) => compareIds(texts, a, b)
  if (kind === 'word') return (a, b) => compareWords(texts, a, b)
  const emails = reader.emails as NonNullable<Traits['emails']>
  return (a, b) => compareEmails(emails, a, b)
}

/** Dates as numbers, each read once: as codes come in, only those that are new. */
function dateComparer({ texts }: Traits): CompareCodes {
  let dates = new Int32Array(0)
  let known = 0
  const readOn = () => {
    if (texts.size > dates.length) {
      const larger = new Int32Array(texts.size * 2)
      larger.set(dates)
      dates = larger
    }
    for (; known < texts.size; known++) dates[known] = dateAt(texts, known)
  }
  return (a, b) => {
    if (a >= known || b >= known) readOn()
    return compareDates(dates[a] as number, dates[b] as number)
  }
}

/** The eight digits of a date as a number. */
export function dateAt({ letters, starts }: Traits['texts'], code: number): number {
  let date = 0
  for (let i = starts[code] as number; i < (starts[code + 1] as number); i++) {
    date = date * 10 + (letters[i] as number) - 48
  }
  return date
}

/** How many records have each code. */
export function usesOf({ codes, texts }: Field): Float64Array {
  const uses = new Float64Array(texts.size)
  for (const code of codes) if (code >= 0) uses[code] = (uses[code] as number) + 1
  return uses
}

/** The worth of each word of an address: log2 of one in how many records has it. */
export function rarityOf({ codes, listed }: Field): Float64Array {
  const rarity = new Float64Array(listed?.words.size ?? 0)
  if (!listed) return rarity
  const { starts, items } = listed.lists
  let count = 0
  for (const code of codes) {
    if (code < 0) continue
    count += 1
    for (let i = starts.data[code] as number; i < (starts.data[code + 1] as number); i++) {
      const word = items.data[i] as number
      rarity[word] = (rarity[word] as number) + 1
    }
  }
  return rarity.map(uses => Math.log2((count + 1) / (uses + 0.5)) + 0.1)
}
