// The pure rules of the register: who may be contacted, what is searched for.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, nameKeyOf, phoneKey, postcodeKey } from './keys.ts'
import { type Channel, mayContact } from './may-contact.ts'
import { readNhsNumber } from './nhs-number.ts'
import { readSearch } from './read-search.ts'
import { personFlags } from './terms.ts'

const channels: readonly Channel[] = ['call', 'text', 'email', 'letter', 'doorstep']

test('a reported death stops every way of making contact, a reported move none', () => {
  for (const channel of channels) {
    expect(mayContact(['deceased-reported'], channel)).toBe(false)
    expect(mayContact(['deceased-confirmed'], channel)).toBe(false)
    expect(mayContact(['moved-confirmed'], channel)).toBe(false)
    expect(mayContact(['moved-reported', 'visit-in-pairs'], channel)).toBe(true)
  }
})

test('do-not-call stops the phone and nothing else', () => {
  const open = channels.filter(channel => mayContact(['do-not-call'], channel))
  expect(open).toEqual(['email', 'letter', 'doorstep'])
})

test('no more texts stops texts alone, and no more emails stops emails alone', () => {
  const stoppedBy = (flag: string) => channels.filter(channel => !mayContact([flag], channel))
  expect(stoppedBy('no-texts')).toEqual(['text'])
  expect(stoppedBy('no-emails')).toEqual(['email'])
})

test('one more flag never opens a way that was closed', () => {
  const flags = fc.subarray([...personFlags])
  fc.assert(
    fc.property(
      flags,
      fc.constantFrom(...personFlags),
      fc.constantFrom(...channels),
      (had, one, by) => {
        if (mayContact([...had, one], by)) expect(mayContact(had, by)).toBe(true)
      },
    ),
  )
})

test.each([
  ["O'Brien-Šmít", 'obrien smit'],
  ['  MARY  ann ', 'mary ann'],
  ['Núñez', 'nunez'],
  ['', ''],
])('the name %j is compared as %j', (name, key) => {
  expect(fold(name)).toBe(key)
})

test('a name key knows no case, accent or hyphen', () => {
  expect(nameKeyOf('Zoë', 'Smith-Jones')).toBe(nameKeyOf('ZOE', 'smith jones'))
  expect(postcodeKey('cb24 8rx')).toBe('cb248rx')
})

test.each([
  ['+44 1632 960142', '01632960142'],
  ['0044 1632 960142', '01632960142'],
  ['+44 (0)1632 960142', '01632960142'],
  ['(01632) 960-142', '01632960142'],
  ['1632960142', '1632960142'],
])('the phone %j is compared as %j', (phone, key) => {
  expect(phoneKey(phone)).toBe(key)
})

test.each([
  ['999 104 2687', '9991042687'],
  ['9991042688', undefined],
  ['999104268', undefined],
  ['nine', undefined],
])('the NHS number %j reads as %j', (text, expected) => {
  expect(readNhsNumber(text)).toBe(expected)
})

test('whatever is typed is read without fault and asks for at most eight things', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      const wanted = readSearch(text)
      expect(wanted.length).toBeLessThanOrEqual(8)
      for (const { prefix } of wanted.flatMap(one => one.any)) expect(prefix).not.toBe('')
    }),
  )
})
