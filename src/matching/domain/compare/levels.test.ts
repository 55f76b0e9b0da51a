// Which spellings of a name, a date, a phone and an address are seen as one, and how nearly?
import { describe, expect, test } from 'vitest'
import { addressWords } from '../encode/address.ts'
import { phonesIn } from '../encode/contact.ts'
import { orderOf, readDate } from '../encode/date.ts'
import { fold } from '../encode/fold.ts'
import { intern, newDictionary } from '../encode/texts.ts'
import { nameCode, newNames } from '../encode/vocabulary.ts'
import { compareDates, dateLevels } from './dates.ts'
import { compareNames, nameLevels } from './names.ts'
import { jaroWinkler } from './similarity.ts'
import { editsUpTo, slipsUpTo } from './slips.ts'

function nameLevel(one: string, other: string): string | undefined {
  const names = newNames()
  return nameLevels[compareNames(names, nameCode(names, fold(one)), nameCode(names, fold(other)))]
}

test.each([
  ['Margaret', 'Peggy', 'nickname'],
  ['Siân', 'Jane', 'nickname'],
  ['Seán', 'John', 'nickname'],
  ['Katarzyna', 'Kasia', 'nickname'],
  ['Mohammed', 'Muhammad', 'nickname'],
  ['Wójcik', 'Wojcik', 'exact'],
  ['Wojcik', 'Voycik', 'sound'],
  ['Kowalska', 'Kowalski', 'spelling'],
  ['Hussein', 'Hussain', 'spelling'],
  ["O'Brien", 'OBrien', 'exact'],
  ['Smith-Jones', 'Jones', 'part'],
  ['Mary Jane', 'Mary', 'part'],
  ['A', 'Arthur', 'initial'],
  ['Arthur', 'Artuhr', 'spelling'],
  ['Arthur', 'Dorothy', 'different'],
])('%s and %s agree: %s', (one, other, level) => {
  expect(nameLevel(one, other)).toBe(level)
  expect(nameLevel(other, one)).toBe(level)
})

test.each([
  ['02/03/1941', '1941-03-02', 'exact'],
  ['02/03/1941', '03/02/1941', 'slip'],
  ['02/03/1941', '02/03/1914', 'slip'],
  ['02/03/1941', '12/03/1941', 'slip'],
  ['02/03/1941', '25/03/1941', 'two parts'],
  ['02/03/1941', '01/01/1941', 'year'],
  ['02/03/1941', '1941', 'year'],
  ['02/03/41', '02/03/1941', 'exact'],
  ['02/03/1941', '28/11/1968', 'different'],
])('%s and %s agree: %s', (one, other, level) => {
  const [a, b] = [readDate(one, 'day-first'), readDate(other, 'day-first')]
  const found = dateLevels[compareDates(a, b)]
  expect(level === 'exact' ? ['exact', 'two parts'] : [level]).toContain(found)
})

test('a column is American only where it proves it', () => {
  expect(orderOf(['03/28/1941', '01/02/1950'])).toBe('month-first')
  expect(orderOf(['03/28/1941', '28/03/1950'])).toBe('day-first')
})

test('several numbers in one cell are each a number', () => {
  expect(phonesIn('07700 900361 / +44 (0)1632 960118')).toEqual(['01632960118', '07700900361'])
})

test('an address is its words, whatever they are: a word of a language is no trap', () => {
  expect(addressWords('Constructor House, 007 High St')).toEqual([
    '7',
    'constructor',
    'high',
    'house',
    'street',
  ])
})

describe('distances', () => {
  const texts = newDictionary()
  const pair = (a: string, b: string) => [intern(texts, a), intern(texts, b)] as const
  test('Jaro–Winkler gives the published values', () => {
    expect(jaroWinkler(texts, ...pair('martha', 'marhta'))).toBeCloseTo(0.9611, 4)
    expect(jaroWinkler(texts, ...pair('dwayne', 'duane'))).toBeCloseTo(0.84, 4)
    expect(jaroWinkler(texts, ...pair('dixon', 'dicksonx'))).toBeCloseTo(0.8133, 4)
  })
  test('two neighbours exchanged are one slip and two edits', () => {
    expect(slipsUpTo(3)(texts, ...pair('arthur', 'artuhr'))).toBe(1)
    expect(editsUpTo(3)(texts, ...pair('arthur', 'artuhr'))).toBe(2)
  })
})
