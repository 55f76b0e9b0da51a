// Do names come out as they went in, whatever the script and however many words?
import { expect, test } from 'vitest'
import { findHeader, type Header } from './header.ts'
import { profiles } from './profiles/index.ts'
import { readRow } from './read-row.ts'
import { outcomeOf } from './reasons.ts'

const names = ['NHS number', 'First name', 'Surname', 'Date of birth', 'Postcode', 'Phone']
const found = findHeader({ rows: [names], profiles }) as Header

function read(first: string, surname: string, more: readonly string[] = []) {
  const [nhs = '9990487715', born = '17/09/1948', postcode = 'CB24 8RX'] = more
  const cells = [nhs, first, surname, born, postcode, '07700 900361']
  const { columns, profile } = found
  const context = { columns, profile, today: '2026-04-16', districtCodes: [] }
  const { entry, issues } = readRow({ row: 2, cells, flaws: [] }, context)
  const codes = issues.map(({ code }) => code)
  return { entry, codes, outcome: outcomeOf(issues, 'accepted') }
}

test.each([
  ['محمد', 'العلي'],
  ['Зоя', 'Ильинична'],
  ['美玲', '陳'],
  ['MARY-JANE', "O'BRIEN"],
  ['Siân', 'ap Rhys-Jones'],
  ['mcdonald', 'McDonald'],
])('%s %s stays as it was given', (first, surname) => {
  const { entry, outcome } = read(first, surname)
  expect(outcome).toBe('accepted')
  expect(entry).toMatchObject({ firstName: first, surname })
})

test('a name of one word is one where number and birthday are beyond doubt, and is said', () => {
  const { entry, codes, outcome } = read('', 'Suharto')
  expect(outcome).toBe('accepted')
  expect(codes).toContain('name-is-one-word')
  expect(entry).toMatchObject({ firstName: '', surname: 'Suharto' })
  expect(read('', 'Suharto', ['']).outcome).toBe('needs_review')
})

test('a row without a name waits, or is not loaded where nothing else is known', () => {
  expect(read('', '')).toMatchObject({ outcome: 'needs_review' })
  expect(read(' ', '\u00a0', [''])).toMatchObject({ outcome: 'rejected' })
})

test('a number with a wrong check digit is not used, and the row waits', () => {
  const { entry, codes, outcome } = read('Ann', 'Ray', ['9990487716'])
  expect(entry.nhsNumber).toBeUndefined()
  expect(codes).toContain('nhs-number-wrong')
  expect(outcome).toBe('needs_review')
})
