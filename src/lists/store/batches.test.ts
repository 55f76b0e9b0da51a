// A file of several batches and pages, of which the next is asked for while one is written: does a
// row still know the rows just before it, and does the record hold all of it once and in order?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyCouncil } from '../../events/index.ts'
import { type Cells, listFile, loadFileOf, rowsOf, someone } from '../../testing/loading-lists.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
})
afterAll(() => t.close())

const rowsCount = 1_700
/** Each in a home of their own. Some are alike enough to be held, which is no matter here. */
const person = (n: number): Cells =>
  someone(n, { mobile: '', PatientAddress_Line1: `${n} Mill Lane`, PatientAddress_PostCode: '' })

/** From which row on the people of another row come again: in the batch before, and two before. */
const again = new Map([
  [620, 300],
  [640, 480],
  [1_120, 20],
  [1_690, 1_100],
])
const inOtherWords = new Map([
  [700, 410],
  [1_300, 30],
])

function cellsOf(row: number, said: Cells = {}): Cells {
  const [same, other] = [again.get(row), inOtherWords.get(row)]
  if (other) return { ...person(other), ...said, PatientAddress_Line1: 'The Mill' }
  return { ...person(same ?? row), ...said }
}
const fileOf = (said: Cells) =>
  listFile(Array.from({ length: rowsCount }, (_, at) => cellsOf(at + 1, said)))

type Row = { version: string; row: number; outcome: string; reasons: string[]; entry: string }
/** The first row of the file is its header. */
const lineOf = (row: number) => row + 1

test('rows that repeat rows of the batches before are known as that', async () => {
  const { version, counts } = await loadFileOf(t, fileOf({ SPL_Version: '1' }))
  const rows = (await rowsOf<Row>(t, 'list_rows')).filter(row => row.version === version)
  const at = new Map(rows.map(row => [row.row, row]))
  for (const [row, first] of again) {
    expect(at.get(lineOf(row))?.reasons).toContain('same-row-again')
    expect(at.get(lineOf(row))?.entry).toBe(at.get(lineOf(first))?.entry)
  }
  for (const row of inOtherWords.keys()) {
    expect(at.get(lineOf(row))?.reasons).toContain('twice-in-file')
  }
  expect(rows).toHaveLength(rowsCount)
  expect(counts).toMatchObject({ rows: rowsCount, unchanged: again.size })
})

test('a version of which every page changes people follows page by page', async () => {
  const { counts } = await loadFileOf(t, fileOf({ SPL_Version: '2', mobile: '07700 900123' }))
  const { rows, accepted, changed, unchanged, needs_review, rejected } = counts
  expect(accepted + changed + unchanged + needs_review + rejected).toBe(rows)
  expect(changed).toBeGreaterThan(1_400)
})

test('the log has no gap in it and gives the same rows again', async () => {
  const events = await rowsOf<{ seq: number; command: string; nth: number }>(t, 'events')
  events.sort((one, other) => one.seq - other.seq)
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1))
  for (const [, told] of Map.groupBy(events, ({ command }) => command)) {
    expect(told.map(({ nth }) => nth)).toEqual(told.map((_, at) => at))
  }
  const checks = await verifyCouncil(t.node, council)
  expect(checks.flatMap(({ wrong }) => wrong)).toEqual([])
})
