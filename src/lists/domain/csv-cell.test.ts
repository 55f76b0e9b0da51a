// Can a cell of ours ever be run by a spreadsheet?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvCell, csvLine } from './csv-cell.ts'

test('no cell begins like a formula', () => {
  for (const text of [
    '=1+1',
    '+44',
    '-1',
    '@SUM(A1)',
    ' =x',
    '\t=x',
    '|cmd',
    '%0A',
    '\u200b=1',
    '\ufeff-1',
    '\u0001@x',
    '＝1',
  ]) {
    expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/)
  }
  fc.assert(fc.property(fc.string(), text => /^"?[=+\-@]/.test(csvCell(text)) === false))
})

test('quotes, commas and line ends stay within their cell', () => {
  expect(csvLine(['a,b', 'say "no"', 7, undefined])).toBe('"a,b","say ""no""",7,\r\n')
})
