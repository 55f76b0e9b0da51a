// Is the pace of a long import told rightly from what it says on its way?
import { expect, test } from 'vitest'
import { paceOf, type Sample } from './import-pace.ts'

const sample = (stage: string, rows: number, seconds: number): Sample => ({
  stage,
  rows,
  ms: seconds * 1000,
  importMb: 100 + rows / 50,
  databaseMb: 20,
})

/** 1,000 rows: read at 100 a second, then loaded at 100 a second, and at 50 from the half on. */
const read = [0, 250, 500, 1_000].map(rows => sample('Rows read', rows, rows / 100))
const loaded = [
  sample('Rows loaded', 0, 12),
  sample('Rows loaded', 250, 14.5),
  sample('Rows loaded', 500, 17),
  sample('Rows loaded', 1_000, 27),
]

test('each tenth counts reading and loading together', () => {
  const pace = paceOf([...read, ...loaded], 1_000)
  expect(pace?.first).toBeCloseTo(50)
  expect(pace?.last).toBeCloseTo(100 / 3)
  expect(pace?.importMb).toEqual([105, 120])
})

test('an import that was over before it said enough has no pace', () => {
  expect(paceOf(read, 1_000)).toBe(undefined)
  expect(paceOf([...read, ...loaded.slice(0, 2)], 1_000)).toBe(undefined)
})
