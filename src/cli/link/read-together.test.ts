// Are lists that several threads read the same lists, whatever stands in them?
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { link } from '../../matching/index.ts'
import { readTable } from './read-table.ts'
import { readTogether } from './read-together.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorstep-together-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const mapping = {
  id: 'ref',
  columns: new Map([
    ['first', 'given name'],
    ['last', 'family name'],
    ['born', 'date of birth'],
    ['home', 'address'],
  ] as const),
}
const firsts = ['Margaret', 'Peggy', 'Yusuf', 'Agnieszka', 'Siân', 'Ann']
const lasts = ['Ellison', 'Marsh', 'Ahmad', 'Kowalska', 'Price', 'Smith-Jones', 'Jones']

function list(rowOf: (i: number) => string = plain): string {
  const rest = 'x'.repeat(100)
  const rows = Array.from({ length: 160 }, (_, i) => `${rowOf(i)},${rest}`)
  return ['ref,first,last,born,home,rest', ...rows, ''].join('\n')
}

function plain(i: number): string {
  const [first, last] = [firsts[i % firsts.length], lasts[(i >> 1) % lasts.length]]
  return `p${i},${first},${last},${10 + (i % 18)}/0${1 + (i % 9)}/1950,${i >> 1} Mill Lane`
}

async function readAs(texts: readonly string[], threads: number) {
  const files = texts.map((text, at) => ({ file: `${at}.csv`, bytes: Buffer.from(text) }))
  return readTogether({ files, mapping, threads })
}

async function readAlone(texts: readonly string[]) {
  const files = texts.map((text, at) => {
    const file = join(folder, `${at}.csv`)
    writeFileSync(file, text)
    return file
  })
  return readTable(files, { mapping, withCells: true })
}

const american = (i: number) => plain(i).replace(/,\d\d.0/, ',03/2')
const many = '\n'.repeat(20_000)
const inLines = (i: number) => plain(i).replace(/,(\w+|Siân),/, `,"$1${many}",`)

test.each([
  ['one list', [list()]],
  ['two lists that share ids', [list(), list(i => plain(i).replace('Lane', 'Road'))]],
  ['a list with American dates', [list(american)]],
  ['cells with lines in them', [list(inLines)]],
])('the same pairs and groups come out of %s, however many read it', async (_, texts) => {
  const alone = await readAlone(texts)
  const expected = await link(alone.table)
  for (const threads of [2, 8]) {
    const together = await readAs(texts, threads)
    expect(together?.rows).toEqual(alone.rows)
    expect(together?.table.ids).toEqual(alone.table.ids)
    const linked = together && (await link(together.table))
    expect(linked?.pairs).toEqual(expected.pairs)
    expect(linked?.clusters).toEqual(expected.clusters)
  }
})

test.each([
  ['an id comes twice', (i: number) => plain(i === 150 ? 3 : i)],
  ['an id is missing', (i: number) => (i === 150 ? plain(i).replace('p150', '') : plain(i))],
  ['a row is cut', (i: number) => (i === 150 ? 'p150,Ann' : plain(i))],
  ['all of it is one open cell', (i: number) => (i === 3 ? `"${plain(i)}` : plain(i))],
])('one thread reads it all where %s', async (_, rowOf) => {
  expect(await readAs([list(rowOf)], 3)).toBeUndefined()
})
