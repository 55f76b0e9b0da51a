// Are the list files in the received format, and is every number in them safe to show?
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { generateDistrict, isNhsNumber, splFiles, truth } from './index.ts'
import { isDramaNumber } from './phones.ts'

const district = generateDistrict({ size: 'W1', seed: 3 })
const files = splFiles(district)
const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true })
const all = files.flatMap(file => rowsOf(file.csv))
const truths = Map.groupBy(truth(district), row => row.file)
const people = new Map(district.people.map(person => [person.ref, person]))
const national = (written: string) => {
  const digits = written.replace(/\D/g, '').replace(/^44/, '0')
  return digits.startsWith('0') ? digits : `0${digits}`
}

describe('the shielded list files', () => {
  it('have the 23 columns, exact in case and order', () => {
    const expected =
      'Traced_NHSNUMBER,PatientFirstName,PatientOtherName,PatientSurname,DateOfBirth,' +
      'PatientAddress_Line1,PatientAddress_Line2,PatientAddress_Line3,PatientAddress_Line4,' +
      'PatientAddress_Line5,PatientAddress_PostCode,PatientEmailAddress,mobile,landline,' +
      'DateOfDeath,Flag_PDSInformallyDeceased,oslaua,oscty,Data_Source,category,InceptionDate,' +
      'SPL_Version,uprn'
    expect(expected.split(',')).toHaveLength(23)
    for (const { csv } of files) expect(csv.slice(0, csv.indexOf('\r\n'))).toBe(expected)
  })

  it('carry only NHS numbers of the test range, right but for those broken on purpose', () => {
    const wrong = files.flatMap(({ name, csv }) =>
      rowsOf(csv).filter((row, index) => {
        const number = (row.Traced_NHSNUMBER ?? '').replaceAll(' ', '')
        const isBroken = truths.get(name)?.[index]?.isNhsNumberBroken
        return !/^999\d{7}$/.test(number) || isNhsNumber(number) === isBroken
      }),
    )
    expect(wrong).toEqual([])
    expect(all.length).toBeGreaterThan(45_000)
  })

  it('carry only phone numbers kept for drama', () => {
    const written = all
      .flatMap(row => [row.mobile ?? '', row.landline ?? ''])
      .flatMap(cell => cell.split(' / '))
      .filter(cell => cell.replace(/\D/g, '').length > 5)
    expect(written.length).toBeGreaterThan(40_000)
    expect(written.filter(cell => !isDramaNumber(national(cell)))).toEqual([])
  })

  it('are about the people the truth says', () => {
    for (const { name, csv } of files) {
      const rows = rowsOf(csv)
      const own = truths.get(name) ?? []
      expect(own).toHaveLength(rows.length)
      const others = own.filter(({ row, personRef }) => {
        const person = people.get(personRef)
        const { PatientFirstName, PatientSurname } = rows[row - 1] ?? {}
        return PatientFirstName !== person?.firstName || PatientSurname !== person?.surname
      })
      expect(others).toEqual([])
    }
  })

  it.each([
    ['a phone with its zero lost', () => all.some(row => /^7700900\d{3}$/.test(row.mobile ?? ''))],
    ['two numbers in one cell', () => all.some(row => row.mobile?.includes(' / '))],
    [
      'a small-letter postcode',
      () => all.some(row => /[a-z]/.test(row.PatientAddress_PostCode ?? '')),
    ],
    [
      'a postcode outside the district',
      () => all.some(row => /^(CB1|PE28|CB9) /.test(row.PatientAddress_PostCode ?? '')),
    ],
    ['an inception day number', () => all.some(row => /^461\d\d$/.test(row.InceptionDate ?? ''))],
    ['an inception date', () => all.some(row => /^2026-\d\d-\d\d$/.test(row.InceptionDate ?? ''))],
    ['a date of death', () => all.some(row => /^\d\d-\d\d-2026$/.test(row.DateOfDeath ?? ''))],
    [
      'a death by flag only',
      () => all.some(row => row.Flag_PDSInformallyDeceased === '1' && !row.DateOfDeath),
    ],
    ['a name as its owner writes it', () => all.some(row => row.PatientSurname === 'McDonald')],
    ['a person with one name', () => all.some(row => row.PatientSurname === '')],
  ])('hold %s', (_name, isThere) => {
    expect(isThere()).toBe(true)
  })

  it('move some people from one category to another between versions', () => {
    const categories = Map.groupBy(all, row => row.Traced_NHSNUMBER ?? '')
    const moved = [...categories.values()].filter(
      rows => new Set(rows.map(row => row.category)).size > 1,
    )
    expect(moved.length).toBeGreaterThan(100)
  })
})
