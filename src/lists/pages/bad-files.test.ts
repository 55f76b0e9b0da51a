// Bad files from the bytes in the browser to the record: each row has its place and its reason, and
// nothing is guessed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOf } from '../../testing/loading-lists.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import { fileRow, loadUploaded, uploadFile } from '../../testing/uploading-lists.ts'
import { workbookOf } from '../reading/xlsx/testing/pack.ts'

let t: TestNode
let ruth: SignedIn
beforeAll(async () => {
  t = await makeTestNode()
  ruth = await signedIn(t, await t.actorWith('hub-manager'))
})
afterAll(() => t.close())

const page = async (path: string) => (await ruth.get(path)).text()
const head =
  'Reference,NHS number,First name,Surname,Date of birth,Address line 1,Postcode,UPRN,Reason'
const at = '4 Mill Lane,CB24 8RX'
const given = ['Peggy', 'Walter', 'Ines', 'Otto', 'Bronwen', 'Yusuf', 'Carys']
const starts = ['Bar', 'Cor', 'Dun', 'Fel', 'Gra', 'Hol', 'Jar', 'Kel', 'Lam', 'Mor']
const ends = ['ton', 'wick', 'ley', 'son', 'field', 'ham']
const family = (nth: number) => `${starts[nth % 10]}${ends[Math.floor(nth / 10)]}`

/** What each row became, by its number, as the report for the sender and ourselves says it. */
async function loaded(bytes: BlobPart, name = 'known.csv') {
  const path = await uploadFile(ruth, new File([bytes], name))
  const preview = await page(path)
  const version = await loadUploaded(ruth, path, { shrinkReason: 'Another team sends this one' })
  const report = await page(`${version}/report.csv`)
  const rows = report.split('\r\n').filter(line => /^\d+,/.test(line))
  const row = (nth: number) => rows.find(line => line.startsWith(`${nth},`)) ?? ''
  return { preview, rows, row, file: await fileRow(t, path), result: await page(version) }
}

test('days with the month first in a British file wait, and so do the doubtful', async () => {
  const born = (nth: number) => {
    const [day, month] = [(nth % 28) + 1, (nth % 12) + 1].map(n => String(n).padStart(2, '0'))
    return nth % 2 ? `${day}/${month}/1948` : `${month}/${day}/1948`
  }
  const lines = Array.from({ length: 60 }, (_, nth) => {
    const home = `${nth * 7 + 1} Fen Road,CB24 8RX`
    return `m${nth},,${given[nth % given.length]},${family(nth)},${born(nth)},${home},,x`
  })
  const done = await loaded([head, ...lines, ''].join('\n'))
  expect(done.preview).toContain('Dates in this column have the month first')
  expect(done.rows).toHaveLength(60)
  const people = await rowsOf<{ family: string; born: Date | string | null }>(t, 'people')
  for (const [nth] of lines.entries()) {
    const [first = 0, second = 0] = born(nth).split('/').map(Number)
    const found = people.find(({ family: of }) => of === family(nth))
    // 01/01 is the same day either way.
    const isSure = first > 12 || first === second
    const waits = done.row(nth + 2).includes('month first')
    if (isSure) expect([nth, waits]).toEqual([nth, false])
    else expect([nth, waits, found]).toEqual([nth, true, undefined])
    if (found?.born) expect(new Date(found.born).getMonth() + 1).toBe(second)
  }
  const added = people.filter(one => lines.some((_line, nth) => one.family === family(nth)))
  expect(added.length).toBeGreaterThan(3)
})

test('a file with every hard case of a register has each row where it belongs', async () => {
  const guests = Array.from({ length: 200 }, (_, nth) => {
    const born = `${String((nth % 28) + 1).padStart(2, '0')}/0${(nth % 9) + 1}/${1940 + (nth % 60)}`
    return `g${nth},,Guest${nth},Hill${nth % 40},${born},1 Hostel Road,CB24 8RX,77,x`
  })
  const nine = ['Ada', 'Ben', 'Cleo', 'Dov', 'Eli', 'Fay', 'Gus', 'Hana', 'Ivo'].map(
    (name, nth) =>
      `h${nth},,${name},Khan,0${nth + 1}/03/19${60 + nth * 3},9 Mill Lane,CB24 8RX,9,x`,
  )
  const hard = [
    `s1,,Siân,O’Brien,17/09/1948,${at},,x`,
    `s2,,Sian,OBrien,17/09/1948,${at},,x`,
    `s3,,SIAN,O'BRIEN,17/09/1948,${at},,x`,
    `c1,9990487716,Nia,Wrong,01/02/1950,${at},,x`,
    `y1,,Rose,Short,12/11/48,${at},,x`,
    `n1,,,,01/02/1951,${at},,x`,
    `n2,9990487715,,Only,01/02/1952,${at},,x`,
    `u1,,王,小明,03/04/1955,5 Mill Lane,CB24 8RX,,x`,
    `u2,,Анна,Петрова,03/04/1956,5 Mill Lane,CB24 8RX,,x`,
  ]
  const done = await loaded(`\ufeff${[head, ...hard, ...nine, ...guests, ''].join('\r\n')}`)
  expect(done.rows).toHaveLength(hard.length + nine.length + guests.length)
  expect(done.row(2)).toContain('Added')
  for (const again of [3, 4]) expect(done.row(again)).not.toContain('Added')
  expect(done.row(5)).toContain('NHS number fails its check')
  expect(done.row(6)).toContain('Birthday has a year of two digits')
  expect(done.row(7)).toMatch(/Nothing to know them by|name is missing/)
  for (const script of [9, 10]) expect(done.row(script)).toContain('Added')
  const people = await rowsOf<{ given: string; family: string; nhs: string | null }>(t, 'people')
  expect(people.filter(({ family }) => family === 'Khan')).toHaveLength(9)
  expect(people.filter(({ given }) => given.startsWith('Guest'))).toHaveLength(200)
  expect(people.filter(({ given }) => given === '王' || given === 'Анна')).toHaveLength(2)
  expect(people.filter(({ family }) => /^O.?brien$/i.test(family))).toHaveLength(1)
  expect(people.filter(({ nhs }) => nhs === '9990487716')).toEqual([])
  expect(await page(`/find?q=${encodeURIComponent('Петрова')}`)).toContain('Анна')
})

test('a workbook with merged header, formulas and lost zeros is read as it is seen', async () => {
  const cell = (ref: string, text: string) =>
    `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`
  const names = ['MPAN', 'First name', 'Surname', 'Postcode', 'Phone', 'Needs codes']
  const letters = 'ABCDEF'
  const rows = [
    `<row r="1">${cell('A1', 'Priority register, OFFICIAL')}</row>`,
    `<row r="2">${names.map((name, nth) => cell(`${letters[nth]}2`, name)).join('')}</row>`,
    `<row r="3">${cell('A3', '')}</row>`,
    `<row r="4"><c r="A4"><v>1.012345678901E12</v></c>${cell('B4', 'Peggy')}` +
      `<c r="C4" t="str"><f>UPPER("hale")</f><v>HALE</v></c>${cell('D4', 'CB24 8RX')}` +
      `<c r="E4"><v>7700900361</v></c>${cell('F4', '02; 37')}</row>`,
    `<row r="5"><c r="A5"><v>1012345678902</v></c><c r="B5"><f>A1</f></c>` +
      `${cell('C5', 'Hale')}${cell('D5', 'CB24 8RX')}${cell('E5', '')}${cell('F5', '14')}</row>`,
  ]
  const merges = '<mergeCells><mergeCell ref="A1:F1"/><mergeCell ref="A2:A3"/></mergeCells>'
  const sheets = [{ name: 'Register', rows: rows.join(''), merges }]
  const done = await loaded(workbookOf({ sheets }) as BlobPart, 'register.xlsx')
  expect(done.file.list).toBe('power-register')
  const remarks = done.file.reading?.remarks?.map(({ remark }) => remark)
  expect(done.preview).toContain('Cells of the header are merged')
  expect(done.preview).toContain('Cells are worked out by formulas')
  expect(remarks ?? []).not.toContain('column-unknown')
  const people = await rowsOf<{ id: string; given: string; family: string }>(t, 'people')
  const peggy = people.find(({ family: of }) => of === 'HALE')
  expect(peggy?.given).toBe('Peggy')
  const phones = await rowsOf<{ person: string; value: string }>(t, 'contact_points')
  expect(phones.find(({ person }) => person === peggy?.id)?.value).toBe('+447700900361')
  const entries = await rowsOf<{ person: string; loaded_facts: Record<string, unknown> | null }>(
    t,
    'list_entries',
  )
  const entry = entries.find(({ person }) => person === peggy?.id)
  expect(entry?.loaded_facts).toMatchObject({
    sourceKey: '1012345678901',
    marks: ['heart-lung-or-ventilator', 'water-dependent'],
  })
  expect(await page(`/people/${peggy?.id}`)).toContain('Depends on water')
})
