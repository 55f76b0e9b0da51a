// Does it matter in how many parts a list is read? Not for one code of one record.
import { expect, test } from 'vitest'
import { type Field, fieldsOf } from '../encode/fields.ts'
import type { RawTable } from '../encode/roles.ts'
import { tableOf } from '../encode/table-of.ts'
import { type Texts, textOf } from '../encode/texts.ts'
import { gatherParts } from './gather-parts.ts'
import { partOf } from './part.ts'

const heads = [
  { name: 'full', role: 'full name' },
  { name: 'first', role: 'given name' },
  { name: 'last', role: 'family name' },
  { name: 'born', role: 'date of birth' },
  { name: 'house', role: 'address' },
  { name: 'street', role: 'address' },
  { name: 'tel', role: 'phone' },
  { name: 'mail', role: 'email' },
  { name: 'code', role: 'postcode' },
  { name: 'work', role: 'occupation' },
] as const

const at = <T>(list: readonly T[], i: number) => list[i % list.length] as T
const rows = Array.from({ length: 97 }, (_, i) => ({
  id: `p${i}`,
  cells: [
    at(['', 'Ann Mary Price', 'Jones, Siân Ann', 'Ali'], i * 7),
    at(['Peggy', 'Anna-Maria', '', 'Yusuf', 'Price', 'Ann'], i * 5),
    at(['Price', 'Smith-Jones', 'Jones', 'Wójcik', '', 'Peggy', 'Voytsik'], i * 3),
    at(['02/03/1941', '1/1/80', '', '28/11/1968'], i),
    at(['', 'Flat 2', 'Flat 3'], i >> 2),
    `${i % 13} ${at(['High St', 'Mill Lane', 'Mill Road'], i)}`,
    at(['', '07700 900361', '07700 900361 / 01632 960118', '01632 960118; 07700 900362'], i),
    at(['', `p${i % 9}@example.org`, `p${i % 9}+list@example.org`], i >> 1),
    at(['CB24 8RX', 'cb248rx', 'CB1 1AB', ''], i),
    at(['baker', '', 'Baker', 'nurse'], i >> 1),
  ],
}))

function inParts(sizes: readonly number[]) {
  let from = 0
  const parts = sizes.map(size => {
    const own = rows.slice(from, from + size)
    from += size
    return structuredClone(partOf(tableOf(heads, own)))
  })
  return gatherParts(parts.filter(part => part !== undefined))
}

test.each([[[97]], [[1, 96]], [[30, 30, 37]], [[50, 1, 1, 40, 5]]])('in parts of %j', sizes => {
  const alone = fieldsOf(tableOf(heads, rows))
  const { ids, fields } = inParts(sizes)
  expect(ids).toEqual(rows.map(({ id }) => id))
  expect(fields.map(known)).toEqual(alone.map(known))
})

test('a list whose dates may be American is read as a whole', () => {
  const table: RawTable = tableOf(
    [{ name: 'born', role: 'date of birth' }],
    [{ id: '1', cells: ['03/28/1941'] }],
  )
  expect(partOf(table)).toBeUndefined()
})

/** All that is known of a field, as far as it is filled. */
function known({ kind, name, codes, texts, names, listed, emails }: Field) {
  return {
    kind,
    name,
    codes: [...codes],
    texts: wordsOf(texts),
    names: names && {
      ...wordsOf(names.texts),
      sounds: wordsOf(names.sounds),
      ...filled(names.sound, names.nicknames, names.first, names.last),
    },
    listed: listed && {
      words: wordsOf(listed.words),
      ...filled(listed.lists.starts, listed.lists.items),
    },
    emails: emails && { boxes: wordsOf(emails.mailboxes), ...filled(emails.mailbox) },
  }
}

function wordsOf(texts: Texts) {
  const codes = Array.from({ length: texts.size }, (_, code) => code)
  return codes.map(code => [textOf(texts, code), texts.masks[code]])
}

function filled(...lists: { data: Int32Array; length: number }[]) {
  return lists.map(({ data, length }) => [...data.subarray(0, length)])
}
