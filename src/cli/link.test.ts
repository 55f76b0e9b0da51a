// Does `link` answer as promised: the two files, the counts, and a plain sentence for bad input?
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entries } from './commands.ts'
import { runCommand } from './run-command.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorstep-link-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const header = 'ref,first name,surname,dob,postcode,nhs'
const mapping = {
  id: 'ref',
  columns: {
    'first name': 'given name',
    surname: 'family name',
    dob: 'date of birth',
    postcode: 'postcode',
    nhs: 'national id',
  },
}
const rows = [
  '1,Margaret,Ellison,02/03/1941,CB24 8RX,9990487715',
  '2,Peggy,Ellison,02/03/1941,CB24 8RX,999 048 7715',
  '3,Arthur,Marsh,11/12/1938,CB23 1AA,',
  '4,Artur,Marsh,12/11/1938,CB23 1AA,',
  '5,Siân,Price,30/01/1970,CB1 1AB,9991042687',
]

async function run(words: string[]) {
  const said: string[] = []
  const stdout = { write: (text: string) => said.push(text) }
  const stderr = { write: () => true }
  const code = await runCommand(['link', ...words, '--json'], entries, { stdout, stderr })
  return { code, answer: JSON.parse(said.join('')) }
}

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

function linkFile(text: string | Uint8Array, map: unknown = mapping) {
  const list = file('list.csv', text)
  const isWritten = typeof map === 'string' || map instanceof Uint8Array
  const columns = file('map.json', isWritten ? map : JSON.stringify(map))
  const out = join(folder, 'pairs.csv')
  return run([list, '--columns', columns, '--out', out, '--clusters', join(folder, 'clusters.csv')])
}

const linesOf = (name: string) => readFileSync(join(folder, name), 'utf8').trim().split('\n')

describe('one list', () => {
  test('every row comes out once, in a group, and pairs carry their evidence', async () => {
    const { code, answer } = await linkFile([header, ...rows].join('\n'))
    expect(code).toBe(0)
    expect(answer.counts.records).toEqual([5])
    const [head, ...pairs] = linesOf('pairs.csv')
    expect(head).toBe('id_a,id_b,weight,probability,decision,why')
    expect(pairs.join('\n')).toMatch(/[12],[12],.*,same,.*given name=nickname/)
    expect(linesOf('clusters.csv').map(line => line.split(',')[0])).toEqual([
      'id',
      '1',
      '2',
      '3',
      '4',
      '5',
    ])
    expect(Object.keys(answer)).toEqual(
      expect.arrayContaining(['counts', 'thresholds', 'expected', 'seconds']),
    )
  })

  test('one row, twins, and forty rows with one false number join nobody', async () => {
    const twins = ['1,Razia,Khan,02/03/1981,CB24 8RX,', '2,Shazia,Khan,02/03/1981,CB24 8RX,']
    const forty = Array.from({ length: 40 }, (_, i) => {
      const [first, last] = [`A${'bcdefghiklmnopqrstuv'[i % 20]}a`, `Marsh${i < 20 ? '' : 'all'}`]
      return `${i},${first},${last},${1 + (i % 28)}/0${1 + (i % 9)}/19${40 + i},CB24 8RX,9999999999`
    })
    for (const list of [rows.slice(0, 1), twins, forty]) {
      const { code, answer } = await linkFile([header, ...list].join('\n'))
      expect([code, answer.counts.records]).toEqual([0, [list.length]])
      expect(linesOf('pairs.csv').filter(line => line.includes(',same,'))).toEqual([])
    }
  })

  test('a list in Windows-1252 or UTF-16 is read as well', async () => {
    const text = [header, ...rows].join('\r\n')
    const old = await linkFile(Buffer.from(text, 'latin1'))
    expect([old.code, old.answer.remarks.length]).toEqual([0, 1])
    const wide = await linkFile(Buffer.from(`\ufeff${text}`, 'utf16le'))
    expect(wide.code).toBe(0)
  })
})

test('one row and two rows are answered, and two lists may share their ids', async () => {
  for (const list of [rows.slice(0, 1), rows.slice(0, 2)]) {
    const { code, answer } = await linkFile([header, ...list].join('\n'))
    expect([code, answer.counts.records]).toEqual([0, [list.length]])
  }
  const one = file('one.csv', [header, ...rows].join('\n'))
  const columns = file('map.json', JSON.stringify(mapping))
  const [out, clusters] = [join(folder, 'pairs.csv'), join(folder, 'clusters.csv')]
  const words = [one, one, '--columns', columns, '--out', out, '--clusters', clusters]
  expect((await run(words)).code).toBe(0)
  const ids = linesOf('clusters.csv').slice(1)
  expect(ids).toHaveLength(rows.length * 2)
  for (const line of ids) expect(line).toMatch(/^[12]:\d+,[12]:\d+$/)
})

describe('bad input gets one plain sentence', () => {
  const good = [header, ...rows].join('\n')
  test.each([
    ['an unknown role', good, { ...mapping, columns: { nhs: 'nhs number' } }, 'role-unknown'],
    ['no id column', good, { columns: mapping.columns }, 'no-id-column'],
    [
      'a column that is not there',
      good,
      { ...mapping, columns: { town: 'other' } },
      'column-missing',
    ],
    ['a key given twice', good, '{"id":"ref","columns":{"a":"other","a":"email"}}', 'key-doubled'],
    ['no JSON', good, '{"id":', 'mapping-wrong'],
    ['a mapping in UTF-16', good, Buffer.from('\ufeff{}', 'utf16le'), 'mapping-wrong'],
    ['an empty file', '', mapping, 'file-empty'],
    ['a header alone', header, mapping, 'no-rows'],
    ['an id given twice', `${good}\n1,A,B,,,`, mapping, 'id-doubled'],
    ['an empty id', `${good}\n,A,B,,,`, mapping, 'id-empty'],
    ['a row that is cut', `${good}\n6,Ann,Lo`, mapping, 'row-cut'],
    ['an open quote', `${good}\n6,"Ann,Lo,,,`, mapping, 'quote-open'],
    [
      'bytes that are no text',
      Buffer.from([1, 0, 200, 7, 9, 9, 9, 9, 9, 9]),
      mapping,
      'encoding-unreadable',
    ],
    ['a spreadsheet', Buffer.from('504b030400000000', 'hex'), mapping, 'not-csv'],
  ])('%s', async (...[, text, map, code]) => {
    const result = await linkFile(text, map)
    expect(result.answer.error.code).toBe(code)
    expect(result.answer.error.message).toMatch(/^[A-Z/].*\.$/s)
    expect(result.code).toBe(2)
  })
})

test('two lists are linked across, and the first id is of the first list', async () => {
  const first = file('first.csv', [header, ...rows.slice(0, 1), rows[2]].join('\n'))
  const second = file('second.csv', [header, rows[1], rows[3], rows[4]].join('\n'))
  const columns = file('map.json', JSON.stringify(mapping))
  const out = join(folder, 'pairs.csv')
  const { code, answer } = await run([first, second, '--columns', columns, '--out', out])
  expect([code, answer.counts.records]).toEqual([0, [2, 3]])
  for (const line of linesOf('pairs.csv').slice(1)) expect(line).toMatch(/^[13],[245],/)
})
