// Is every column somebody's, and are columns that need each other one thread's?
import { expect, test } from 'vitest'
import { fieldsOf } from '../encode/fields.ts'
import { tableOf } from '../encode/table-of.ts'
import { inFieldOrder, shareColumns } from './share-columns.ts'

const heads = [
  { name: 'work', role: 'occupation' },
  { name: 'house', role: 'address' },
  { name: 'full', role: 'full name' },
  { name: 'first', role: 'given name' },
  { name: 'born', role: 'date of birth' },
  { name: 'street', role: 'address' },
  { name: 'tel', role: 'phone' },
  { name: 'town', role: 'other' },
  { name: 'mail', role: 'email' },
] as const

test.each([1, 2, 3, 4, 8])('each column has one thread, of %i', threads => {
  const shares = shareColumns(heads, threads)
  expect(shares.flat().toSorted()).toEqual([...heads.keys()])
  expect(shares.length).toBeLessThanOrEqual(threads)
  for (const together of [
    ['house', 'street'],
    ['full', 'first'],
  ]) {
    const places = together.map(name => heads.findIndex(head => head.name === name))
    const owner = shares.find(share => share.includes(places[0] as number))
    expect(owner).toEqual(expect.arrayContaining(places))
  }
})

test('a thread too many gets none', () => {
  expect(shareColumns([{ name: 'mail', role: 'email' }], 4)).toEqual([[], [0]])
})

test('fields come out in the order in which one alone would read them', () => {
  const cells = ['baker', 'Flat 2', 'Ann Price', 'Ann', '02/03/1941', '1 Mill Lane', '', 'Ely', '']
  const alone = fieldsOf({ columns: tableOf(heads, [{ id: '1', cells }]).columns, count: 1 })
  const parts = shareColumns(heads, 4).map(places => {
    const own = places.map(place => heads[place] as (typeof heads)[number])
    const row = { id: '1', cells: places.map(place => cells[place] as string) }
    return fieldsOf({ columns: tableOf(own, [row]).columns, count: 1 })
  })
  expect(inFieldOrder(heads, parts.flat())).toEqual(alone)
})
