// Do a CSV and a workbook say the same as the table, when other people's programs read them?
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import type { Cell, Sheet } from '../domain/table.ts'
import { csvFile } from './csv-file.ts'
import { workbook } from './workbook.ts'

const columns = [
  { name: 'Name', kind: 'text' },
  { name: 'Phone', kind: 'text' },
  { name: 'UPRN', kind: 'text' },
  { name: 'Tries', kind: 'number' },
  { name: 'Tried', kind: 'moment' },
  { name: 'Born', kind: 'day' },
] as const
const head = { lines: [['People'], ['As at', '10:40']] }

function sheetOf(...rows: readonly Cell[][]): Sheet {
  return { head, columns, rows: rows.map(cells => ({ cells, people: [] })) }
}

const tried = new Date('2026-04-06T09:40:00Z')
const ann: Cell[] = ['Ann Ellison', '07700 900361', '010090000001', 3, tried, '1948-09-17']
const names = [
  'محمد العلي',
  'Zoë 👩🏽‍🚒 Ó Súilleabháin',
  'N'.repeat(300),
  "=cmd|'/c calc'!A0",
  '\u200b\u2060=1+1',
  'a\u200db',
  '"quoted", and; more',
]

async function readBack(sheet: Sheet) {
  return readSheet(await workbook(sheet), { trim: false })
}

test('a CSV has its mark, its CR LF, its head and London’s clock', () => {
  const file = csvFile(sheetOf(ann)).toString('utf8')
  expect(file.startsWith('\ufeffPeople\r\nAs at,10:40\r\n\r\nName,')).toBe(true)
  expect(file).toContain('Ann Ellison,07700 900361,010090000001,3,2026-04-06 10:40,1948-09-17\r\n')
})

test('a workbook keeps phones and UPRNs as text, numbers and dates as such', async () => {
  const rows = await readBack(sheetOf(ann))
  expect(rows.slice(0, 2)).toEqual([
    ['People', null, null, null, null, null],
    ['As at', '10:40', null, null, null, null],
  ])
  expect(rows.at(-2)).toEqual(columns.map(one => one.name))
  const wall = new Date('2026-04-06T10:40:00Z')
  const born = new Date('1948-09-17T00:00:00Z')
  expect(rows.at(-1)).toEqual(['Ann Ellison', '07700 900361', '010090000001', 3, wall, born])
})

test.each(names)('the name %j is in both files, and is text', async name => {
  const cells = [name, ...ann.slice(1)]
  const [row] = (await readBack(sheetOf(cells))).slice(-1)
  expect(row?.[0]).toBe(name)
  const options = { bom: true, relax_column_count: true }
  const line = parse(csvFile(sheetOf(cells)), options).at(-1) as unknown as string[]
  expect(line[0]?.replace(/^'/, '')).toBe(name)
})

test('whatever a cell holds, the workbook opens and holds it as text', async () => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 10 }), async words => {
      const rows = await readBack(sheetOf(...words.map(word => [`x${word}`, 'end'])))
      const [, ...read] = rows.slice(-words.length - 1)
      expect(read.map(row => row[1])).toEqual(words.map(() => 'end'))
      for (const row of read) expect(typeof row[0]).toBe('string')
    }),
    { numRuns: 30 },
  )
})

test('a cell longer than a workbook can hold is cut, and the file still opens', async () => {
  const [row] = (await readBack(sheetOf(['é'.repeat(40_000)]))).slice(-1)
  expect(String(row?.[0])).toHaveLength(32_767)
})
