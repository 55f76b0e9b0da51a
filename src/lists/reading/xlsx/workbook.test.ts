// Is a workbook read as a person sees it, and one that is made to do harm refused in a word?
import { constants, deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { workbook as written } from '../../../files-out/writing/workbook.ts'
import type { Profile } from '../../domain/profile.ts'
import { column, profileOf } from '../../domain/profile.ts'
import type { RawRow } from '../../domain/read-row.ts'
import { readRow } from '../../domain/read-row.ts'
import { readListFile } from '../read-list-file.ts'
import { type Packing, packed, workbookOf } from './testing/pack.ts'

const profile: Profile = profileOf({
  id: 'council-known',
  columns: [
    column('First name', 'first-name', { isRequired: true }),
    column('Surname', 'surname', { isRequired: true }),
    column('Born', 'date-of-birth', { dates: ['DD/MM/YYYY'] }),
    column('Phone', 'phone'),
    column('UPRN', 'uprn'),
    column('Postcode', 'postcode'),
  ],
})
const profiles = [profile]

async function read(bytes: Uint8Array) {
  const received = {
    async *open() {
      for (let at = 0; at < bytes.length; at += 1_000) yield bytes.subarray(at, at + 1_000)
    },
  }
  const file = await readListFile(received, { profiles })
  if ('problem' in file) return { problem: file.problem, rows: [], remarks: [], entries: [] }
  const rows: RawRow[] = []
  for await (const batch of file.rows) rows.push(...batch)
  const { columns } = file.header
  const context = { columns, profile, today: '2026-04-16', districtCodes: [] }
  const entries = rows.map(row => readRow(row, context))
  return { rows, entries, remarks: file.ending().remarks.map(({ remark }) => remark) }
}

const head = `<row r="1">${['First name', 'Surname', 'Born', 'Phone', 'UPRN', 'Postcode']
  .map(name => `<c t="inlineStr"><is><t>${name}</t></is></c>`)
  .join('')}</row>`
const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
const number = (value: string, style = 0) => `<c s="${style}"><v>${value}</v></c>`
const row = (nth: number, ...cells: string[]) => `<row r="${nth}">${cells.join('')}</row>`

/** Style 1 is a day, style 2 is twelve digits, style 3 a day of its own making. */
const styles = `<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="000000000000"/>
  <numFmt numFmtId="165" formatCode="[$-809]dd\\ mmm\\ yyyy;@"/></numFmts>
  <cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>
  <xf numFmtId="165"/></cellXfs></styleSheet>`

const sheetOf = (rows: string, more: Packing = {}) =>
  workbookOf({ sheets: [{ name: 'People', rows: head + rows }], styles, ...more })

test('what our own workbooks say comes back', async () => {
  const columns = ['First name', 'Surname', 'Born', 'Phone', 'UPRN', 'Postcode'].map(name => ({
    name,
    kind: 'text' as const,
  }))
  const cells = [
    'Zoë',
    '𠮷田 & “Söhne” <b>',
    '17/09/1948',
    '07700 900361',
    '010000412077',
    'CB24 8RX',
  ]
  const rows = [{ cells, people: [] }]
  const bytes = await written({ head: { lines: [['People']] }, columns, rows })
  const found = await read(bytes)
  expect(found.rows.map(one => one.cells)).toEqual([cells])
})

test('a cell shown as a day is that day; a day number is one in a date column only', async () => {
  const found = await read(
    sheetOf(
      row(2, text('Ann'), text('Ray'), number('17793', 1), number('7700900361')) +
        row(3, text('Bea'), text('Ray'), number('17793', 3), number('17793')) +
        row(4, text('Cy'), text('Ray'), number('17793')) +
        row(5, text('Di'), text('Ray'), number('1948')) +
        row(6, text('Ed'), text('Ray'), number('17793.5', 1)),
    ),
  )
  expect(found.rows.map(({ cells }) => cells[2])).toEqual([
    '1948-09-17',
    '1948-09-17',
    '17793',
    '1948',
    '1948-09-17 12:00:00',
  ])
  const born = found.entries.map(({ entry }) => entry.dateOfBirth)
  expect(born).toEqual(['1948-09-17', '1948-09-17', '1948-09-17', undefined, '1948-09-17'])
  const codes = found.entries.map(({ issues }) => issues.map(({ code }) => code))
  expect(codes[2]).toContain('date-from-day-number')
  expect(codes[3]).toContain('date-of-birth-unreadable')
  expect(codes[1]).toContain('phone-unreadable')
})

test('days counted from 1904 are the days that are shown', async () => {
  const found = await read(
    sheetOf(row(2, text('Ann'), text('Ray'), number('16331', 1)), { isFrom1904: true }),
  )
  expect(found.entries[0]?.entry.dateOfBirth).toBe('1948-09-17')
})

test('lost zeros are put back, long numbers keep every digit', async () => {
  const cells = [number('7700900361'), number('10000412077', 2), text('CB24 8RX')]
  const found = await read(
    sheetOf(
      row(2, text('Ann'), text('Ray'), '<c/>', ...cells) +
        row(3, text('B'), text('R'), '<c/>', '<c/>', number('1.00004120770E11')),
    ),
  )
  expect(found.entries[0]?.entry).toMatchObject({ uprn: '010000412077' })
  expect(found.entries[0]?.entry.phones[0]).toMatchObject({ isZeroPutBack: true })
  expect(found.rows[1]?.cells[4]).toBe('100004120770')
})

test('a formula counts as what it came to; one without a result, and an error, wait', async () => {
  const found = await read(
    sheetOf(
      row(2, text('Ann'), '<c t="str"><f>UPPER("ray")</f><v>RAY</v></c>', number('17793', 1)) +
        row(3, text('Bea'), '<c><f>A1</f></c>', number('17793', 1)) +
        row(4, text('Cy'), '<c t="e"><f>A1</f><v>#REF!</v></c>', number('17793', 1)),
    ),
  )
  expect(found.entries[0]?.entry.surname).toBe('RAY')
  expect(found.remarks).toContain('formulas-read')
  const codes = found.entries.map(({ issues }) => issues.map(({ code }) => code))
  expect(codes[1]).toContain('formula-without-value')
  expect(codes[2]).toContain('cell-is-error')
})

test('merged cells of a header: each column has a name of its own, and it is said', async () => {
  const names = ['First name', 'Surname', 'Born', 'Phone', 'UPRN'].map(text)
  const rows =
    row(1, text('A register'), '<c/>', '<c/>') +
    row(2, ...names, text('Postcode')) +
    row(3, ...['', '', '', '', '', ''].map(text)) +
    row(4, text('Ann'), text('Ray'), number('17793', 1))
  const merges = '<mergeCells><mergeCell ref="A1:F1"/><mergeCell ref="A2:A3"/></mergeCells>'
  const found = await read(workbookOf({ sheets: [{ name: 'x', rows, merges }], styles }))
  expect(found.remarks).toContain('merged-header')
  expect(found.entries.at(-1)?.entry).toMatchObject({ firstName: 'Ann', surname: 'Ray' })
})

test('the sheet that is a list is read, the others are named', async () => {
  const sheets = [
    { name: 'Read me', rows: row(1, text('Ask Joan')) },
    { name: 'Liste “1”', rows: head + row(2, text('Ann'), text('Ray')) },
  ]
  const found = await read(workbookOf({ sheets, styles }))
  expect(found.rows).toHaveLength(1)
  expect(found.remarks).toEqual(expect.arrayContaining(['read-from-sheet', 'sheets-not-read']))
})

test('texts that cells share are found, how they are read aloud is left out', async () => {
  const texts =
    '<si><t>Ann</t></si><si><r><t>Ra</t></r><r><t>y &amp; &#233;</t></r><rPh><t>x</t></rPh></si>'
  const found = await read(
    sheetOf(row(2, '<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>'), { texts }),
  )
  expect(found.entries[0]?.entry).toMatchObject({ firstName: 'Ann', surname: 'Ray & é' })
})

const sound = sheetOf(row(2, text('Ann'), text('Ray')))
const locked = Buffer.from('d0cf11e0a1b11ae1', 'hex')

test.each([
  ['cut off', sound.subarray(0, sound.length - 40), 'spreadsheet-broken'],
  ['damaged', damaged(sound), 'spreadsheet-broken'],
  ['with a password, or old', locked, 'spreadsheet-locked'],
  ['of another program', packed({ 'content.xml': '<a/>' }), 'is-a-spreadsheet'],
  ['without a row', workbookOf({ sheets: [{ name: 'x', rows: '' }], styles }), 'spreadsheet-empty'],
  [
    'with other columns',
    workbookOf({ sheets: [{ name: 'x', rows: row(1, text('a')) }], styles }),
    'header-not-found',
  ],
])('a workbook %s is refused in a word', async (_name, bytes, problem) => {
  expect((await read(bytes)).problem).toBe(problem)
})

function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  copy.fill(0xff, 60, 120)
  return copy
}

test('a workbook that opens to gigabytes is stopped on its way, and is not held', async () => {
  const megabytes = 1_700
  const bomb = deflateRawSync(Buffer.alloc(100 * 2 ** 20, ' '), {
    finishFlush: constants.Z_FULL_FLUSH,
  })
  const rows = row(1, text('First name'), text('Surname'))
  const bytes = workbookOf({
    sheets: [{ name: 'x', rows }],
    styles,
    bomb: { bomb, times: megabytes / 100 },
  })
  expect(bytes.length).toBeLessThan(3 * 2 ** 20)
  const before = process.memoryUsage().rss
  expect((await read(bytes)).problem).toBe('spreadsheet-too-large')
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 2 ** 20)
})

test('a cell far out to the right does not widen every row', async () => {
  const found = await read(
    sheetOf('<row r="2"><c r="A2"><v>1</v></c><c r="XFD2"><v>1</v></c></row>'),
  )
  expect(found.rows[0]?.cells.length).toBeLessThan(302)
})
