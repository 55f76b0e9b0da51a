// What does each kind of bad file get, from its bytes to the account of its rows? No bad row stops
// a file, and nothing is dropped without a word.
import { afterAll, beforeEach, expect, test } from 'vitest'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { spl } from '../domain/profiles/index.ts'
import { importList } from './import-list.ts'

let t: TestNode
beforeEach(async () => {
  await t?.close()
  t = await makeTestNode()
})
afterAll(() => t.close())

const names = spl.columns.map(({ name }) => name)
type Cells = Readonly<Record<string, string>>
const person = (cells: Cells): Cells => ({
  PatientFirstName: 'Ann',
  PatientSurname: 'Ellison',
  DateOfBirth: '19480917',
  PatientAddress_Line1: '4 Mill Lane',
  PatientAddress_PostCode: 'CB24 8RX',
  oslaua: 'E07000012',
  ...cells,
})
const ann = person({ Traced_NHSNUMBER: '9990487715' })
const siân = person({ Traced_NHSNUMBER: '9991042687', PatientFirstName: 'Siân' })
const lineOf = (cells: Cells) => names.map(name => cells[name] ?? '').join(',')
const header = names.join(',')
const fileOf = (...rows: Cells[]) => `${[header, ...rows.map(lineOf)].join('\n')}\n`
const latin = (text: string) => Uint8Array.from(text, letter => letter.charCodeAt(0))

async function given(bytes: string | Uint8Array) {
  const chunks = (async function* () {
    yield typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
  })()
  const result = await importList(t.node, t.system, { profile: spl, name: 'SPL.csv', chunks })
  if ('problem' in result) return { problem: result.problem }
  if (!('counts' in result)) throw new Error(JSON.stringify(result))
  const { preview, counts } = result
  const { accepted, changed, unchanged, needs_review, rejected, rows } = counts
  expect(accepted + changed + unchanged + needs_review + rejected).toBe(rows)
  return {
    counts,
    remarks: preview?.remarks.map(({ remark }) => remark),
    reasons: preview?.reasons.map(({ reason }) => reason),
    died: preview?.died,
  }
}

test.each([
  ['an empty file', '', 'empty-file'],
  ['a file of line ends only', '\n\n', 'empty-file'],
  ['a spreadsheet under the name of a CSV', 'PK\x03\x04rest', 'spreadsheet-broken'],
  ['other columns', 'a,b,c\n1,2,3\n', 'header-not-found'],
  ['a missing column', fileOf(ann).replace('DateOfDeath', 'x'), 'column-missing'],
  ['a column twice', `${header},mobile\n${lineOf(ann)},07700900361\n`, 'column-twice'],
])('%s is refused in one word, and nothing is written', async (_name, text, problem) => {
  expect(await given(text)).toEqual({ problem })
  expect(await given(fileOf(ann))).toMatchObject({ counts: { rows: 1, accepted: 1 } })
})

test.each([
  ['UTF-16', Buffer.from(`\ufeff${fileOf(ann, siân)}`, 'utf16le'), 'read-as-utf-16'],
  ['Windows-1252', latin(fileOf(ann, siân)), 'read-as-windows-1252'],
  ['junk above the header', `Report,,\nRun on,6 April\n${fileOf(ann, siân)}`, 'rows-above-header'],
])('%s is read, and said', async (_name, bytes, remark) => {
  const found = await given(bytes)
  expect(found).toMatchObject({ counts: { rows: 2, accepted: 2 } })
  expect(found.remarks).toContain(remark)
})

test('a file cut in the middle of a row holds that row and says so', async () => {
  const found = await given(fileOf(ann, siân).slice(0, -30))
  expect(found).toMatchObject({ counts: { rows: 2, accepted: 1, needs_review: 1 } })
  expect(found.remarks).toContain('cut-mid-row')
  expect(found.reasons).toEqual(['row-cut'])
})

test('a row with NUL bytes is held, the others are added', async () => {
  const found = await given(fileOf(ann, siân).replace('Siân', 'Si\0n'))
  expect(found).toMatchObject({ counts: { rows: 2, accepted: 1, needs_review: 1 } })
  expect(found.remarks).toContain('nul-bytes')
})

test('a death stops contact; a phone without its zero and two in one cell are taken', async () => {
  const found = await given(
    fileOf(
      { ...ann, DateOfDeath: '01-04-2026' },
      { ...siân, mobile: '7700900361', landline: '01632 960118 / 01632 960119' },
    ),
  )
  expect(found).toMatchObject({ died: 1, counts: { rows: 2, accepted: 2 } })
  const values = await t.node.store.transaction(
    { council: t.system.council, actor: t.system.id },
    tx => tx.selectFrom('contact_points').select('value').orderBy('value').execute(),
  )
  expect(values.map(({ value }) => value)).toEqual([
    '+441632960118',
    '+441632960119',
    '+447700900361',
  ])
})

test('a postcode outside the district is held', async () => {
  const found = await given(fileOf({ ...ann, oslaua: 'E07000099' }, siân))
  expect(found).toMatchObject({ counts: { accepted: 1, needs_review: 1 } })
  expect(found.reasons).toEqual(['outside-district'])
})

test('a person twice is added once, twins and a father and son are each themselves', async () => {
  const son = person({ Traced_NHSNUMBER: '9990000018', DateOfBirth: '19760102' })
  const twin = person({ Traced_NHSNUMBER: '9990000026', PatientFirstName: 'Anna' })
  const found = await given(fileOf(ann, ann, son, twin))
  expect(found).toMatchObject({ counts: { rows: 4, accepted: 3, unchanged: 1 } })
})
