// What does one row say, and what is held against it?
import { expect, test } from 'vitest'
import { findHeader, type Header } from './header.ts'
import { profiles, spl } from './profiles/index.ts'
import { readRow } from './read-row.ts'
import { outcomeOf, type Reason } from './reasons.ts'

const names = spl.columns.map(({ name }) => name)
const { columns } = findHeader({ rows: [names], profiles }) as Header
const context = { columns, today: '2026-04-16', districtCodes: ['E07000012'] }
const peggy: Record<string, string> = {
  Traced_NHSNUMBER: '9990487715',
  PatientFirstName: 'Margaret',
  PatientSurname: "O'DOWD",
  DateOfBirth: '19480917',
  PatientAddress_Line1: '4 Mill Lane',
  PatientAddress_Line4: 'Sawston',
  PatientAddress_PostCode: 'cb248rx',
  mobile: '7700900361',
  landline: '01632 960274',
  Flag_PDSInformallyDeceased: '0',
  oslaua: 'E07000012',
  oscty: 'E10000003',
  category: 'Initial',
  InceptionDate: '44242',
  SPL_Version: '8',
  uprn: '010000412077',
}

function read(changes: Record<string, string>, flaws: Reason[] = []) {
  const row = { ...peggy, ...changes }
  const result = readRow({ row: 2, cells: names.map(name => row[name] ?? ''), flaws }, context)
  const codes = result.issues.map(({ code }) => code)
  return { ...result, codes, outcome: outcomeOf(result.issues, 'accepted') }
}

test('a usual row is read whole, its words as given', () => {
  const { entry, codes, outcome } = read({})
  expect(outcome).toBe('accepted')
  expect(codes).toEqual(['phone-zero-put-back'])
  expect(entry).toMatchObject({
    nhsNumber: '9990487715',
    surname: "O'DOWD",
    dateOfBirth: '1948-09-17',
    addressLines: ['4 Mill Lane', '', '', 'Sawston', ''],
    postcode: 'CB24 8RX',
    uprn: '010000412077',
    listedOn: '2021-02-15',
    isDied: false,
  })
  expect(JSON.stringify(entry)).not.toContain('E10000003')
})

test.each<[Record<string, string>, Reason, string]>([
  [{ Traced_NHSNUMBER: '9990487716' }, 'nhs-number-wrong', 'needs_review'],
  [{ DateOfBirth: '19510231' }, 'date-of-birth-unreadable', 'needs_review'],
  [{ DateOfBirth: '12/11/48' }, 'date-of-birth-two-digit-year', 'needs_review'],
  [{ DateOfBirth: '20270101' }, 'date-of-birth-impossible', 'needs_review'],
  [{ DateOfBirth: '44242' }, 'date-of-birth-unreadable', 'needs_review'],
  [{ DateOfBirth: '' }, 'date-of-birth-missing', 'accepted'],
  [{ oslaua: 'E07000011' }, 'outside-district', 'needs_review'],
  [{ PatientAddress_PostCode: 'CB24' }, 'postcode-unreadable', 'accepted'],
  [{ mobile: 'none' }, 'phone-unreadable', 'accepted'],
  [{ Flag_PDSInformallyDeceased: 'perhaps' }, 'died-flag-unreadable', 'needs_review'],
  [{ PatientFirstName: '', PatientSurname: '' }, 'name-missing', 'needs_review'],
  [{ PatientOtherName: 'x'.repeat(9000) }, 'cell-too-long', 'needs_review'],
])('%j is %s and %s', (changes, code, outcome) => {
  const result = read(changes)
  expect(result.codes).toContain(code)
  expect(result.outcome).toBe(outcome)
})

test('a row by which nobody could be found is rejected', () => {
  const nobody = Object.fromEntries(names.map(name => [name, '']))
  expect(read(nobody)).toMatchObject({ outcome: 'rejected' })
  expect(read({ ...nobody, PatientSurname: 'Ellison' })).toMatchObject({ outcome: 'rejected' })
  const held = read({ ...nobody, PatientSurname: 'Ellison', mobile: '07700900361' })
  expect(held.outcome).toBe('needs_review')
})

test('a death is read from the date, the flag or the category', () => {
  expect(read({ DateOfDeath: '12-04-2026' }).entry).toMatchObject({
    isDied: true,
    dateOfDeath: '2026-04-12',
  })
  expect(read({ Flag_PDSInformallyDeceased: '1' }).entry.isDied).toBe(true)
  expect(read({ category: 'Deceased' }).entry.isDied).toBe(true)
})

test.each(['12/04/26', '12-04-2062'])(
  'a death on %s still stops contact, and is looked at',
  day => {
    const result = read({ DateOfDeath: day })
    expect(result.entry.isDied).toBe(true)
    expect(result.entry.dateOfDeath).toBeUndefined()
    expect(result.outcome).toBe('needs_review')
  },
)

test('words where a date of death should be never declare anybody dead', () => {
  expect(read({ DateOfDeath: 'unknown' })).toMatchObject({ outcome: 'needs_review' })
  expect(read({ DateOfDeath: 'unknown' }).entry.isDied).toBe(false)
})

test('several things may be wrong with one row, which still has one outcome', () => {
  const { codes, outcome } = read({ Traced_NHSNUMBER: '1', DateOfBirth: '1948' }, ['row-cut'])
  expect(codes).toEqual(expect.arrayContaining(['row-cut', 'nhs-number-wrong']))
  expect(outcome).toBe('needs_review')
})

test('the version number is no change, and any other kept cell is', () => {
  const before = read({}).comparable
  expect(read({ SPL_Version: '9' }).comparable).toBe(before)
  expect(read({ oscty: 'E99999999' }).comparable).toBe(before)
  for (const name of ['mobile', 'category', 'PatientAddress_Line5', 'uprn', 'Data_Source']) {
    expect(read({ [name]: 'other 7' }).comparable, name).not.toBe(before)
  }
})
