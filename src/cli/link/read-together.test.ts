// Is a file that several threads read the same list, whatever stands in it?
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

async function readAs(text: string, threads: number) {
  return readTogether({ file: 'list.csv', bytes: Buffer.from(text), mapping, threads })
}

test('the same pairs and groups come out, however many read it', async () => {
  const file = join(folder, 'list.csv')
  writeFileSync(file, list())
  const alone = await readTable([file], { mapping, withCells: true })
  const expected = await link(alone.table)
  for (const threads of [2, 3]) {
    const together = await readAs(list(), threads)
    expect(together?.ids).toEqual(alone.table.ids)
    const linked = together && (await link(together))
    expect(linked?.pairs).toEqual(expected.pairs)
    expect(linked?.clusters).toEqual(expected.clusters)
  }
})

test.each([
  ['an id comes twice', (i: number) => plain(i === 150 ? 3 : i)],
  ['an id is missing', (i: number) => (i === 150 ? plain(i).replace('p150', '') : plain(i))],
  ['a row is cut', (i: number) => (i === 150 ? 'p150,Ann' : plain(i))],
  ['dates are American', (i: number) => plain(i).replace(/,\d\d.0/, ',03/2')],
  ['all of it is one open cell', (i: number) => (i === 3 ? `"${plain(i)}` : plain(i))],
])('one thread reads it all where %s', async (_, rowOf) => {
  expect(await readAs(list(rowOf), 3)).toBeUndefined()
})

test('a cell with lines in it is read whole, wherever the file is cut', async () => {
  const file = join(folder, 'lines.csv')
  const many = '\n'.repeat(20_000)
  const text = list(i => plain(i).replace(/,(\w+|Siân),/, `,"$1${many}",`))
  writeFileSync(file, text)
  expect(await readAs(text, 3)).toBeUndefined()
  const { table } = await readTable([file], { mapping, withCells: false })
  expect(table.ids).toHaveLength(160)
})
