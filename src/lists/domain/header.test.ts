// Is the right list recognised, and is a wrong column named?
import { expect, test } from 'vitest'
import { findHeader, type Header } from './header.ts'
import { profiles, spl } from './profiles/index.ts'

const names = spl.columns.map(({ name }) => name)
const junk = [['Official sensitive'], [], ['Extract of 14 April', '', '']]

test('the shielded patient list is recognised by its columns', () => {
  const header = findHeader({ rows: [names], profiles }) as Header
  expect(header.profile.id).toBe('spl')
  expect(header.columns.map(({ at }) => at)).toEqual(names.map((_, at) => at))
  expect(header.remarks).toEqual([])
})

test('neither order nor case nor rows above matter', () => {
  const shuffled = [...names].reverse().map(name => ` ${name.toUpperCase()} `)
  const header = findHeader({ rows: [...junk, shuffled], profiles }) as Header
  expect(header.rowsAbove).toBe(4)
  expect(header.columns[0]?.at).toBe(names.length - 1)
  expect(header.remarks).toEqual([{ remark: 'rows-above-header', count: 3 }])
})

test('a header below the tenth row is not looked for', () => {
  const rows = [...Array.from({ length: 10 }, () => ['note']), names]
  expect(findHeader({ rows, profiles })).toEqual({ problem: 'header-not-found' })
})

test('a column twice is refused by name', () => {
  const rows = [[...names, 'dateofbirth']]
  expect(findHeader({ rows, profiles })).toEqual({
    problem: 'column-twice',
    columns: ['dateofbirth'],
  })
})

test('a missing column is refused by name, and a name that is like it is suggested', () => {
  const renamed = names.map(name => (name === 'DateOfBirth' ? 'Birth_Date_Of' : name))
  expect(findHeader({ rows: [renamed], profiles })).toMatchObject({
    problem: 'column-missing',
    columns: ['DateOfBirth'],
    suggestions: [{ column: 'DateOfBirth', header: 'Birth_Date_Of' }],
  })
  const chosen = [{ column: 'DateOfBirth', header: 'Birth_Date_Of' }]
  const header = findHeader({ rows: [renamed], profiles, renamed: chosen }) as Header
  expect(header.columns[4]).toMatchObject({ at: 4, header: 'Birth_Date_Of' })
})

test('a name under which a column has come before is taken, and said', () => {
  const renamed = names.map(name => (name === 'landline' ? 'telephone_home' : name))
  const header = findHeader({ rows: [renamed], profiles }) as Header
  expect(header.remarks).toEqual([
    { remark: 'column-renamed', columns: ['landline', 'telephone_home'] },
  ])
})

test('columns that we do not know and columns that we can do without are named', () => {
  const rows = [[...names.filter(name => name !== 'uprn'), 'Shoe_size']]
  const header = findHeader({ rows, profiles }) as Header
  expect(header.remarks).toEqual([
    { remark: 'column-unknown', columns: ['Shoe_size'] },
    { remark: 'column-absent', columns: ['uprn'] },
  ])
})
