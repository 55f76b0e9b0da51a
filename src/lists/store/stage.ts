// What would loading this file do? Every row is read, compared and given its outcome in a side
// table; the record is not touched. The load later writes exactly what this found.
import { hash } from 'node:crypto'
import { sql } from 'kysely'
import { idInOrder } from '../../kernel/ids.ts'
import { madeAhead } from '../../kernel/made-ahead.ts'
import { carefulMatcher, type MatchDecision } from '../../matching/index.ts'
import { addressKey, type Placing, placeAddresses } from '../../places/index.ts'
import type { Tx } from '../../store/open.ts'
import { decideEntry, type EntryDecision, type Twin } from '../domain/decide-entry.ts'
import { entryKey, factsOf, nameBorn, twinKey } from '../domain/entry-key.ts'
import { outwardOf } from '../domain/read-postcode.ts'
import { type RawRow, type ReadRow, type RowContext, readRow } from '../domain/read-row.ts'
import type { ListFile } from '../reading/read-list-file.ts'
import {
  earlierEntries,
  knownPeople,
  ourOutwards,
  registerName,
  rowsOfFile,
  type StagedTwin,
} from './neighbours.ts'

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
  readonly nameBorn: string | null
  readonly comparable: string
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
  const seen: Seen = new Map()
  let rows = 0
  for await (const read of madeAhead(file.rows, raw => readyRow(raw, readRow(raw, context)))) {
    const staged = await decideBatch(tx, { staging, outwards, seen, rows: read })
    await insertStaged(tx, { staging, kept, rows: staged })
    rows += read.length
    staging.onRows?.(rows)
  }
}

type ReadyRow = Omit<StagedRow, 'decision' | 'placing'>

function readyRow(raw: RawRow, read: ReadRow): ReadyRow {
  const comparable = hash('sha256', read.comparable, 'base64url')
  const key = entryKey(read.entry, comparable)
  return { raw, read, comparable, key, nameBorn: nameBorn(read.entry) }
}

/** Keys of all rows so far, each with the rows that had it: small enough to hold. */
type Seen = Map<string, number[]>

type Batch = {
  staging: Staging
  outwards: ReadonlySet<string>
  seen: Seen
  rows: readonly ReadyRow[]
}

async function decideBatch(tx: Tx, { staging, outwards, seen, rows }: Batch): Promise<StagedRow[]> {
  const { council, list, file } = staging
  const keys = rows.map(({ key }) => key)
  const twinKeys = rows.map(({ comparable }) => twinKey(comparable))
  const earlier = await earlierEntries(tx, { council, list, keys: [...keys, ...twinKeys] })
  const before = rows.flatMap(row => keysOf(row).flatMap(key => seen.get(key) ?? []))
  const twins = twinIndex(await rowsOfFile(tx, { council, file, rows: [...new Set(before)] }))
  for (const row of rows) remember(seen, row)
  const people = await knownPeople(
    tx,
    council,
    rows.map(({ read }) => read.entry),
  )
  const byNumber = Map.groupBy(people, ({ nhsNumber }) => nhsNumber ?? '')
  const byName = Map.groupBy(people, person => person.nameKey)
  const placings = await placeAddresses(tx, council, rows.map(wantedPlace))
  return rows.map(row => {
    const { entry, issues } = row.read
    const placing = placings.get(String(row.raw.row))
    const candidates = [
      ...(byNumber.get(entry.nhsNumber ?? '-') ?? []),
      ...(byName.get(registerName(entry) || '-') ?? []),
    ]
    const once = [...new Map(candidates.map(one => [one.person, one])).values()]
    const found = earlier.get(row.key)
    const twin = findTwin(row, twins.of(row))
    const earlierTwin = earlier.get(twinKey(row.comparable))
    const decision = decideEntry({
      entry,
      comparable: row.comparable,
      issues: [...issues, ...placeIssues(row, placing, outwards)],
      ids: {
        entry: idInOrder('entry', file, row.raw.row),
        person: idInOrder('person', file, row.raw.row),
      },
      match: entry.isUnnamed ? nobodyKnown : carefulMatcher.decide(factsOf(entry), once),
      ...(twin ? { twin } : {}),
      ...(found ? { earlier: found } : {}),
      ...(earlierTwin ? { earlierTwin } : {}),
    })
    const staged = { ...row, decision, placing }
    twins.add(stagedTwin(staged))
    return staged
  })
}

/** A door whose occupier nobody named is known by the door alone. */
const nobodyKnown: MatchDecision = { kind: 'new' }

function keysOf({ key, nameBorn: name }: ReadyRow): string[] {
  return name ? [key, `born:${name}`] : [key]
}

function remember(seen: Seen, row: ReadyRow): void {
  for (const key of keysOf(row)) {
    const rows = seen.get(key)
    if (rows) rows.push(row.raw.row)
    else seen.set(key, [row.raw.row])
  }
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

function twinIndex(known: readonly StagedTwin[]) {
  const byKey = Map.groupBy(known, ({ key }) => key)
  const byName = Map.groupBy(known, twin => twin.nameBorn ?? '')
  const push = (map: Map<string, StagedTwin[]>, key: string, twin: StagedTwin) => {
    const had = map.get(key)
    if (had) had.push(twin)
    else map.set(key, [twin])
  }
  return {
    of: (row: ReadyRow) => [
      ...(byKey.get(row.key) ?? []),
      ...(byName.get(row.nameBorn ?? '-') ?? []),
    ],
    add(twin: StagedTwin) {
      push(byKey, twin.key, twin)
      if (twin.nameBorn) push(byName, twin.nameBorn, twin)
    },
  }
}

/** Within a file the same rules hold as against the people we know. */
function findTwin(row: ReadyRow, others: readonly StagedTwin[]): Twin | undefined {
  const same = others.find(({ comparable }) => comparable === row.comparable)
  if (same) return twinOf(same, true)
  const candidates = others.map(other => ({ ...factsOf(other.entry), person: String(other.row) }))
  const unique = [...new Map(candidates.map(one => [one.person, one])).values()]
  const match = carefulMatcher.decide(factsOf(row.read.entry), unique)
  if (match.kind === 'new') return undefined
  const first = match.kind === 'same' ? match.person : match.persons[0]
  const found = others.find(({ row: at }) => String(at) === first)
  return found && twinOf(found, false)
}

function twinOf({ row, entryId, outcome, person }: StagedTwin, isSameWords: boolean): Twin {
  return { row, entry: entryId, outcome, person, isSameWords }
}

function stagedTwin({
  raw,
  read,
  key,
  nameBorn: name,
  comparable,
  decision,
}: StagedRow): StagedTwin {
  const { entry: entryId, outcome, person } = decision
  return {
    row: raw.row,
    key,
    nameBorn: name,
    comparable,
    entry: read.entry,
    entryId,
    outcome,
    person,
  }
}

type Written = { staging: Staging; kept: readonly number[]; rows: readonly StagedRow[] }

async function insertStaged(tx: Tx, { staging, kept, rows }: Written): Promise<void> {
  const values = rows.map(row => ({
    row: row.raw.row,
    key: isOtherWords(row) ? twinKey(row.comparable) : row.key,
    name_born: row.nameBorn,
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
  await sql`insert into staged_rows (council, file, row, key, name_born, comparable, entry, raw,
      outcome, reasons, issues, change, entry_id, person, is_known, candidates, place, dwelling,
      twin_row)
    select ${staging.council}, ${staging.file}, r.row, r.key, r.name_born, r.comparable, r.entry,
      r.raw, r.outcome, r.reasons, r.issues, r.change, r.entry_id, r.person, r.is_known,
      r.candidates, r.place, r.dwelling, r.twin_row
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as r (row integer, key text,
      name_born text, comparable text, entry jsonb, raw jsonb, outcome text, reasons text[],
      issues jsonb, change text, entry_id uuid, person uuid, is_known boolean, candidates uuid[],
      place uuid, dwelling uuid, twin_row integer)`.execute(tx)
}

function isOtherWords({ decision }: StagedRow): boolean {
  const isSame = decision.issues.some(({ code }) => code === 'same-row-again')
  return decision.twinRow !== null && !isSame
}
