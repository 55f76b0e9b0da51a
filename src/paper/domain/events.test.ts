// Is a record of an earlier version still read as what it said then?
import { expect, test } from 'vitest'
import { sheetPrinted } from './events.ts'

test('a sheet of before languages is one in English', () => {
  const sheet = '0199d3a0-1111-7222-8333-444455556666'
  const stored = {
    ...{ sheet, number: 4, kind: 'round', campaign: null, round: null, caller: null },
    ...{ person: null, need: null, family: 7, lines: 12, limitPence: null, position: 810 },
    ...{ dueBack: 1_775_516_399_999, destroyBy: 1_775_602_799_999 },
  }
  const lifted = sheetPrinted.body.parse(sheetPrinted.upcast?.(1, stored))
  expect(lifted).toEqual({ ...stored, lang: 'en' })
})
