// What would loading this file do? Every row is read, compared and given its outcome in a side
// table; the record is not touched. The load later writes exactly what this found.
import { hash } from 'node:crypto'
import { sql } from 'kysely'
import { allOf } from '../../events/index.ts'
import { idInOrder } from '../../kernel/ids.ts'
import { madeAhead } from '../../kernel/made-ahead.ts'
import { type Facts, type Judge, lastingKeys, type MatchDecision } from '../../matching/index.ts'
import { judgeOf } from '../../people/index.ts'
import { addressKey, type Placing, placeAddresses } from '../../places/index.ts'
import type { Tx } from '../../store/open.ts'
import {
  decideEntry,
  type EarlierEntry,
  type EntryDecision,
  needsMatch,
} from '../domain/decide-entry.ts'
import { entryKey, factsOf, twinKey } from '../domain/entry-key.ts'
import { outwardOf } from '../domain/read-postcode.ts'
import { type RawRow, type ReadRow, type RowContext, readRow } from '../domain/read-row.ts'
import type { ListFile } from '../reading/read-list-file.ts'
import { earlierEntries, ourOutwards, type StagedTwin } from './neighbours.ts'
import { openTwins, type Twins, type TwinsOfBatch } from './twins.ts'
import { whoTheyAre } from './who-they-are.ts'

export type Staging = {
  readonly council: string
  readonly list: string
  readonly file: string
  readonly context: Omit<RowContext, 'columns' | 'profile' | 'inDoubt'>
  readonly onRows?: (rows: number) => void
}

export type StagedRow = {
  readonly raw: RawRow
  readonly read: ReadRow
  readonly key: string
  readonly comparable: string
  readonly facts: Facts
  /** By which others are found who may be meant too. */
  readonly keys: readonly number[]
  readonly decision: EntryDecision
  readonly placing: Placing | undefined
}

/** Replaces what was staged for this file before. */
export async function stageRows(tx: Tx, staging: Staging, file: ListFile): Promise<void> {
  await sql`delete from staged_rows
    where council = ${staging.council} and file = ${staging.file}`.execute(tx)
  const outwards = await ourOutwards(tx, staging.council)
  const { columns, profile } = file.header
  const context = { ...staging.context, columns, profile, inDoubt: file.inDoubt }
  const kept = columns.filter(({ column }) => column.keep).map(({ at }) => at)
  const judge = await judgeOf(tx, staging.council)
  const desk = { staging, outwards, kept, judge, twins: openTwins(judge) }
  let rows = 0
  let before: Known | undefined
  for await (const read of madeAhead(file.rows, raw => readyRow(raw, readRow(raw, context)))) {
    // What is known of these is asked while the ones before are decided.
    const [known] = await allOf([knownOf(tx, desk, read), before && stageBatch(tx, desk, before)])
    before = known
    rows += read.length
    staging.onRows?.(rows)
  }
  if (before) await stageBatch(tx, desk, before)
}

export type ReadyRow = Omit<StagedRow, 'decision' | 'placing'>

function readyRow(raw: RawRow, read: ReadRow): ReadyRow {
  const comparable = hash('sha256', read.comparable, 'base64url')
  const key = entryKey(read.entry, comparable)
  const facts = factsOf(read.entry)
  // A door whose occupier nobody named is known by the door alone.
  const keys = read.entry.isUnnamed ? [] : lastingKeys(facts)
  return { raw, read, comparable, key, facts, keys }
}

type Desk = {
  readonly staging: Staging
  readonly outwards: ReadonlySet<string>
  /** Columns whose cells are kept as received. */
  readonly kept: readonly number[]
  readonly judge: Judge
  readonly twins: Twins
}

/** A batch of rows, and all that they are decided by. */
type Known = {
  readonly rows: readonly ReadyRow[]
  readonly earlier: ReadonlyMap<string, EarlierEntry>
  readonly twins: TwinsOfBatch
  readonly placings: ReadonlyMap<string, Placing>
  readonly matches: ReadonlyMap<ReadyRow, MatchDecision>
}

/** Rests on nothing that is decided meanwhile of the batch before, but for `twins`, who know. */
async function knownOf(tx: Tx, desk: Desk, rows: readonly ReadyRow[]): Promise<Known> {
  const { council, list, file } = desk.staging
  const keys = rows.flatMap(({ key, comparable }) => [key, twinKey(comparable)])
  const [earlier, twins, placings] = await allOf([
    earlierEntries(tx, { council, list, keys }),
    desk.twins.of(tx, { council, file, rows }),
    placeAddresses(tx, council, rows.map(wantedPlace)),
  ])
  const asked = rows.filter(({ key }) => needsMatch(earlier.get(key)))
  const matches = await whoTheyAre(tx, { council, judge: desk.judge, rows: asked })
  return { rows, earlier, twins, placings, matches }
}

async function stageBatch(tx: Tx, desk: Desk, known: Known): Promise<void> {
  const staged = known.rows.map(row => {
    const one = stagedRow(row, desk, known)
    known.twins.add(stagedTwin(one), row)
    return one
  })
  await insertStaged(tx, { staging: desk.staging, kept: desk.kept, rows: staged })
}

function stagedRow(row: ReadyRow, { staging, outwards }: Desk, known: Known): StagedRow {
  const { entry, issues } = row.read
  const placing = known.placings.get(String(row.raw.row))
  const earlier = known.earlier.get(row.key)
  const twin = known.twins.find(row)
  const earlierTwin = known.earlier.get(twinKey(row.comparable))
  const decision = decideEntry({
    entry,
    comparable: row.comparable,
    issues: [...issues, ...placeIssues(row, placing, outwards)],
    ids: {
      entry: idInOrder('entry', staging.file, row.raw.row),
      person: idInOrder('person', staging.file, row.raw.row),
    },
    match: known.matches.get(row) ?? { kind: 'new' },
    ...(twin ? { twin } : {}),
    ...(earlier ? { earlier } : {}),
    ...(earlierTwin ? { earlierTwin } : {}),
  })
  return { ...row, decision, placing }
}

function wantedPlace({ raw, read }: ReadyRow) {
  const { uprn, postcode, addressLines } = read.entry
  const [line = ''] = addressLines.filter(text => text !== '')
  const key = line && postcode ? addressKey(line, postcode) : ''
  return { ref: String(raw.row), uprn: uprn ?? null, key, postcode: postcode ?? null }
}

/** A postcode of other towns is outside; one of ours that we cannot find is only counted. */
function placeIssues(row: ReadyRow, placing: Placing | undefined, outwards: ReadonlySet<string>) {
  if (placing || outwards.size === 0) return []
  const { entry, issues } = row.read
  if (issues.some(({ code }) => code === 'other-authority')) return []
  if (entry.postcode && !outwards.has(outwardOf(entry.postcode))) {
    const isSaid = issues.some(({ code }) => code === 'outside-district')
    return isSaid ? [] : [{ code: 'outside-district' as const, got: entry.postcode }]
  }
  return [{ code: 'place-unknown' as const }]
}

function stagedTwin({ raw, read, comparable, decision }: StagedRow): StagedTwin {
  const { entry: entryId, outcome, person } = decision
  return { row: raw.row, comparable, entry: read.entry, entryId, outcome, person }
}

type Written = { staging: Staging; kept: readonly number[]; rows: readonly StagedRow[] }

async function insertStaged(tx: Tx, { staging, kept, rows }: Written): Promise<void> {
  const values = rows.map(row => ({
    row: row.raw.row,
    key: isOtherWords(row) ? twinKey(row.comparable) : row.key,
    comparable: row.comparable,
    entry: row.read.entry,
    raw: kept.map(at => row.raw.cells[at] ?? ''),
    outcome: row.decision.outcome,
    reasons: [...new Set(row.decision.issues.map(({ code }) => code))],
    issues: row.decision.issues,
    change: row.decision.change,
    entry_id: row.decision.entry,
    person: row.decision.person,
    is_known: row.decision.isKnown,
    candidates: row.decision.candidates,
    place: row.placing?.street ?? null,
    dwelling: row.placing?.dwelling ?? null,
    twin_row: row.decision.twinRow,
  }))
  await sql`insert into staged_rows (council, file, row, key, comparable, entry, raw,
      outcome, reasons, issues, change, entry_id, person, is_known, candidates, place, dwelling,
      twin_row)
    select ${staging.council}, ${staging.file}, r.row, r.key, r.comparable, r.entry,
      r.raw, r.outcome, r.reasons, r.issues, r.change, r.entry_id, r.person, r.is_known,
      r.candidates, r.place, r.dwelling, r.twin_row
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as r (row integer, key text,
      comparable text, entry jsonb, raw jsonb, outcome text, reasons text[],
      issues jsonb, change text, entry_id uuid, person uuid, is_known boolean, candidates uuid[],
      place uuid, dwelling uuid, twin_row integer)`.execute(tx)
}

function isOtherWords({ decision }: StagedRow): boolean {
  const isSame = decision.issues.some(({ code }) => code === 'same-row-again')
  return decision.twinRow !== null && !isSame
}
