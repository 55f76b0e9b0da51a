// Is every list that we know recognised by its columns, and read by its own rules?
import { expect, test } from 'vitest'
import { findHeader, type Header } from '../header.ts'
import { listTypeIds, listTypes } from '../list-types.ts'
import { type RowContext, readRow } from '../read-row.ts'
import { outcomeOf } from '../reasons.ts'
import { profiles } from './index.ts'

const today = '2026-04-16'
const byName = profiles.filter(({ isByPosition }) => !isByPosition)
type Cells = Readonly<Record<string, string>>

function headerOf(names: readonly string[], list?: string): Header {
  const found = findHeader({ rows: [names], profiles, ...(list ? { list } : {}) })
  if ('problem' in found) throw new Error(`${found.problem} ${found.columns}`)
  return found
}

function read(list: string, cells: Cells, more: Partial<RowContext> = {}) {
  const { profile, columns } = headerOf(Object.keys(cells), list)
  const context = { columns, today, districtCodes: ['E07000012'], profile, ...more }
  const result = readRow({ row: 2, cells: Object.values(cells), flaws: [] }, context)
  const codes = result.issues.map(({ code }) => code)
  return { ...result, codes, outcome: outcomeOf(result.issues, 'accepted') }
}

test('every kind of list has a profile, an owner, a basis and an end', () => {
  expect(new Set(profiles.map(({ id }) => id))).toEqual(new Set(listTypeIds))
  for (const type of Object.values(listTypes)) {
    expect(type.rawKeptDays).toBeGreaterThan(0)
    expect(type.entryKeptDays).toBeGreaterThanOrEqual(type.rawKeptDays)
  }
})

test.each(byName)('$id is recognised by its columns in any order and case', ({ id, columns }) => {
  const names = columns.map(({ name }, at) => (at % 2 ? name.toUpperCase() : ` ${name}`))
  expect(headerOf(names.toReversed()).profile.id).toBe(id)
})

test.each(byName)('$id is recognised under the other names of its columns', profile => {
  const names = profile.columns.map(({ name, alsoCalled = [] }) => alsoCalled.at(-1) ?? name)
  expect(headerOf(names, profile.id).profile.id).toBe(profile.id)
})

test.each(byName)('$id is recognised by the columns it cannot do without', profile => {
  const needed = profile.columns.filter(one => one.isRequired || one.isTelling)
  const names = [...needed.map(({ name }) => name), 'Address line 1']
  expect(headerOf([...new Set(names)], profile.id).profile.id).toBe(profile.id)
})

test.each(profiles)('$id reads no column twice under one name', ({ columns }) => {
  const names = columns.map(({ name }) => name.toLowerCase())
  expect(new Set(names).size).toBe(names.length)
})

test('a list that is another than said is not taken for it', () => {
  const telecare = profiles.find(({ id }) => id === 'telecare')?.columns.map(({ name }) => name)
  expect(findHeader({ rows: [telecare ?? []], profiles, list: 'spl' })).toEqual({
    problem: 'is-another-list',
    columns: ['telecare'],
  })
})

const caseOf: Cells = {
  'Account ID': '104422.0',
  'NHS Number': '9990487715',
  Forename: 'Peggy',
  Surname: 'Ellison',
  'Date of Birth': '17/09/1948',
  'House Number': '12',
  Postcode: 'cb248rx',
  Phone: '01632 960118',
  Phone2: '7700900361',
  LTLA: 'South Vale',
  'Date Tested': '10/04/2026',
  'Date Time Extracted': '4/16/26 3:53',
  Comments: 'Rings back after five',
}

test('a case is read: its key as text, its house number, never the American date', () => {
  const { entry, codes, outcome } = read('ctas', caseOf, { districtNames: ['southvale'] })
  expect(outcome).toBe('accepted')
  expect(entry).toMatchObject({ sourceKey: '104422', listedOn: '2026-04-10' })
  expect(entry.addressLines).toEqual(['12'])
  expect(entry.notes).toEqual(['Rings back after five'])
  expect(codes).toEqual(['phone-zero-put-back'])
  expect(JSON.stringify(entry)).not.toContain('3:53')
})

test.each([
  [{ 'Date Tested': '02/04/2026' }, 'tested-too-long-ago', 'rejected'],
  [{ 'Date Tested': '' }, 'tested-too-long-ago', 'rejected'],
  [{ 'Date Tested': '4/10/26' }, 'rule-date-unreadable', 'needs_review'],
  [{ LTLA: 'City of London' }, 'other-authority', 'rejected'],
  [{ 'Account ID': '1.04E+05' }, 'key-damaged', 'accepted'],
])('a case with %j is %s', (changes, code, outcome) => {
  const result = read('ctas', { ...caseOf, ...changes }, { districtNames: ['southvale'] })
  expect(result.codes).toContain(code)
  expect(result.outcome).toBe(outcome)
})

test('an authority written without its spaces is the same one', () => {
  const ours = { districtNames: ['cityoflondon'] }
  for (const LTLA of ['City of London', 'CityofLondon']) {
    expect(read('ctas', { ...caseOf, LTLA }, ours).outcome).toBe('accepted')
  }
})

const isolating: Cells = {
  ID: '77',
  Forename: 'Peggy',
  Surname: 'Ellison',
  'Date of Birth': '17/09/1948',
  'House Number': '12',
  'Address Line 1': '12 High Street',
  Postcode: 'CB24 8RX',
  Phone: '07700 900361',
  Phone2: '01632 960118',
  'LA Support Required': '1',
  'LA Support Letter Received': '',
  'Date Tested': '12/04/2026',
  'Status Report': 'Completed',
}

test('two feeds with mobile and landline the other way round both come out right', () => {
  const kinds = (phones: readonly { e164: string; isMobile: boolean }[]) =>
    Object.fromEntries(phones.map(({ e164, isMobile }) => [e164, isMobile]))
  const expected = { '+447700900361': true, '+441632960118': false }
  expect(kinds(read('ctas', caseOf).entry.phones)).toEqual(expected)
  expect(kinds(read('isolation', isolating).entry.phones)).toEqual(expected)
})

test('a house number that the street has already is not said twice', () => {
  expect(read('isolation', isolating).entry.addressLines[0]).toBe('12 High Street')
  const apart = { ...isolating, 'Address Line 1': 'High Street' }
  expect(read('isolation', apart).entry.addressLines[0]).toBe('12 High Street')
})

test.each([
  [{ 'Status Report': 'failed' }, 'status-not-taken'],
  [{ 'LA Support Required': '', 'LA Support Letter Received': '' }, 'support-not-asked'],
  [{ 'LA Support Required': '0', 'LA Support Letter Received': '0' }, 'support-not-asked'],
  [{ 'Date Tested': '09/04/2026' }, 'tested-too-long-ago'],
])('who isolates and has %j is counted, and not loaded', (changes, code) => {
  const result = read('isolation', { ...isolating, ...changes })
  expect(result.codes).toContain(code)
  expect(result.outcome).toBe('rejected')
})

test('an empty yes or no says nothing: it is not a no', () => {
  expect(read('isolation', isolating).entry.marks).toEqual(['asked-for-contact'])
  const perhaps = read('isolation', { ...isolating, 'LA Support Letter Received': 'perhaps' })
  expect(perhaps.codes).toContain('mark-unreadable')
  expect(perhaps.entry.notes).toContain('perhaps')
})

const register: Cells = {
  MPAN: '1012345678901',
  'First name': 'Peggy',
  Surname: 'Ellison',
  Postcode: 'CB24 8RX',
  Phone: '01632 960118',
  'PSR codes': '02; 4 - Oxygen, 77',
}

test('needs codes become marks; one that we do not know is kept as given, and said', () => {
  const { entry, codes, outcome } = read('power-register', register)
  expect(entry.marks).toEqual(['heart-lung-or-ventilator', 'oxygen'])
  expect(entry.notes).toEqual(['77'])
  expect(codes).toContain('needs-code-unknown')
  expect(outcome).toBe('accepted')
})

test('the three registers are told apart by the number of the meter', () => {
  for (const [key, list] of Object.entries({ MPRN: 'gas-register', SPID: 'water-register' })) {
    const { MPAN, ...rest } = register
    expect(headerOf([key, ...Object.keys(rest)]).profile.id).toBe(list)
  }
})

test('a flooded home needs no name: it is kept by its door, and nobody is invented', () => {
  const home = { UPRN: '010000412077', 'Address line 1': '4 Mill Lane', Postcode: 'CB24 8RX' }
  const told = { ...home, 'Flooded inside': 'yes', 'Flooded on': '14/04/2026' }
  const { entry, codes, outcome } = read('flooded-addresses', told)
  expect(outcome).toBe('accepted')
  expect(entry).toMatchObject({ surname: 'Occupier', firstName: '', isUnnamed: true })
  expect(entry.marks).toEqual(['home-flooded'])
  expect(codes).toContain('occupier-unnamed')
  const named = read('flooded-addresses', { ...told, Occupier: 'Ellison, Peggy' }).entry
  expect(named).toMatchObject({ firstName: 'Peggy', surname: 'Ellison' })
  expect(named.isUnnamed).toBeUndefined()
})

const byPlace = [
  ['', '999 048 7715', 'true', 'Peggy', 'Ellison', '17/09/1948', 'p@example.org', '7700900361'],
  ['A1', '', '1', 'Ann', 'Ray', '01/02/1950', '', '07700900362', '01632960118', '4 Mill Lane'],
]
const full = byPlace.map((row, at) =>
  Array.from(
    { length: 14 },
    (_, nth) => row[nth] ?? (nth === 10 ? `CB24 8R${at ? 'X' : 'Z'}` : ''),
  ),
)

test('a sheet of 14 columns is known by their places, whatever its first row says', () => {
  const names = Array.from({ length: 14 }, (_, at) => `x${at}`)
  const found = findHeader({ rows: [['Notes'], names, ...full], profiles }) as Header
  expect(found.profile.id).toBe('beacon')
  expect(found.rowsAbove).toBe(2)
  const context = { columns: found.columns, today, districtCodes: [], profile: found.profile }
  const { entry } = readRow({ row: 3, cells: full[0] ?? [], flaws: [] }, context)
  expect(entry).toMatchObject({ nhsNumber: '9990487715', postcode: 'CB24 8RZ', firstName: 'Peggy' })
  expect(entry.phones[0]).toMatchObject({ e164: '+447700900361', isZeroPutBack: true })
})

test('fourteen columns of other things are not taken for it', () => {
  const names = Array.from({ length: 14 }, (_, at) => `x${at}`)
  const rows = [names, ...full.map(row => row.toReversed())]
  expect(findHeader({ rows, profiles })).toEqual({ problem: 'header-not-found' })
})

test('a request of a kind that is not taken is counted, not passed over in silence', () => {
  const asked = {
    'First name': 'Ann',
    Surname: 'Ray',
    'd.o.b': '1.2.1950',
    'Help Request Type': 'Gardening',
    Postcode: 'CB24 8RX',
    'Phone number': '',
  }
  expect(read('generic', asked)).toMatchObject({ outcome: 'rejected' })
  const taken = { ...asked, 'Help Request Type': 'Link Work', 'd.o.b': '01.02.1950' }
  expect(read('generic', taken)).toMatchObject({ outcome: 'accepted' })
})
