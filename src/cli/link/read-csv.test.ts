// Is each distinct cell kept once, the empty one too?
import { expect, test } from 'vitest'
import { readCsv } from './read-csv.ts'

test('however many cells of a column are empty, they are one value', () => {
  const lines = Array.from({ length: 1000 }, (_, at) => `${at % 3},`)
  const csv = readCsv(Buffer.from(`a,b\n${lines.join('\n')}\n`), 'list.csv', () => [0, 1])
  expect(csv.columns.map(({ values }) => values.toSorted())).toEqual([['0', '1', '2'], ['']])
})
