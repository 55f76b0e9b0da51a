// Rows in = accepted + changed + unchanged + review + rejected, whatever dirt: reading and deciding
// alone. ROWS=1000000 for a whole million, which takes minutes. With the database: rows-accounted
// for many small files, ./doorstep bench lists for large ones.
import { expect, test } from 'vitest'
import { dirtyList } from '../../testing/dirty-list.ts'
import { decideEntry, type EarlierEntry, type EntryQuestion } from '../domain/decide-entry.ts'
import { profiles } from '../domain/profiles/index.ts'
import { type ReadRow, type RowContext, readRow } from '../domain/read-row.ts'
import { noRows, type Outcome, outcomes, type Reason } from '../domain/reasons.ts'
import { readListFile } from './read-list-file.ts'

const rows = Number(process.env.ROWS ?? 100_000)
const minutes = 60_000

test(
  'each of very many dirty rows is read once and has one outcome, and they add up',
  async () => {
    const file = await readListFile({ open: () => dirtyList(rows) }, { profiles, list: 'spl' })
    if ('problem' in file) throw new Error(file.problem)
    const { columns, profile } = file.header
    const today = '2026-01-15'
    const districtCodes = ['E07000012']
    const context: RowContext = { columns, profile, today, districtCodes, inDoubt: file.inDoubt }
    const counts: Record<Outcome, number> & { rows: number } = { ...noRows }
    const reasons = new Set<Reason>()
    let last = 1
    for await (const batch of file.rows) {
      for (const raw of batch) {
        if (raw.row <= last) expect(raw.row).toBeGreaterThan(last)
        last = raw.row
        counts.rows += 1
        const decided = decideEntry(questionOf(raw.row, readRow(raw, context)))
        counts[decided.outcome] += 1
        for (const { code } of decided.issues) reasons.add(code)
      }
    }
    const sum = outcomes.reduce((total, outcome) => total + counts[outcome], 0)
    expect([counts.rows, sum, file.ending().rows]).toEqual([rows, rows, rows])
    expect(outcomes.filter(outcome => counts[outcome] === 0)).toEqual([])
    expect(reasons.size).toBeGreaterThan(kindsMin)
  },
  20 * minutes,
)

/** So many of the things that can be said about a row are said of some of these. */
const kindsMin = 25

/** What lists and register said before: each of all the ways in turn. */
function questionOf(row: number, { entry, issues, comparable }: ReadRow): EntryQuestion {
  const ids = { entry: `entry-${row}`, person: `person-${row}` }
  const before = { entry: `before-${row}`, wasOutside: row % 5 === 0, isDropped: row % 4 === 0 }
  const known: EarlierEntry = {
    ...before,
    comparable: row % 2 === 0 ? comparable : 'other words',
    state: row % 3 === 0 ? 'held' : 'loaded',
    person: row % 3 === 0 ? null : 'somebody',
    ...(row % 7 === 0 ? {} : { loaded: { ...entry, dateOfBirth: '1948-11-12' } }),
  }
  const twin = {
    row: row - 1,
    entry: 'twin',
    isSameWords: row % 2 === 0,
    outcome: outcomes[row % outcomes.length] ?? 'accepted',
    person: null,
  }
  const match = matches[row % matches.length] ?? { kind: 'new' }
  const shared = { entry, comparable, issues, ids, match }
  if (row % 11 === 0) return { ...shared, twin }
  return row % 13 < 6 ? { ...shared, earlier: known } : shared
}

const matches: EntryQuestion['match'][] = [
  { kind: 'new' },
  { kind: 'new' },
  { kind: 'same', person: 'somebody', reasons: ['nhs-number'] },
  { kind: 'doubtful', persons: ['one', 'other'], reasons: [] },
]
