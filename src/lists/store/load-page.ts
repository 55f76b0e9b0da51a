// What does a page of staged rows say to the record? People first, then their entries, then the
// account of every row: each kind in one run, and all in one append.
import { sql } from 'kysely'
import type { Draft } from '../../events/index.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Entry, EntryChange } from '../domain/entry.ts'
import { type EntryState, entryRead, rowsAccounted } from '../domain/events.ts'
import { addedPerson, correctedPerson } from '../domain/person-drafts.ts'
import type { Outcome, Reason } from '../domain/reasons.ts'

export type FileToLoad = {
  readonly council: string
  readonly file: Id
  readonly list: string
  readonly version: Id
}
export type LoadedPage = {
  /** In the order in which they are to be written. */
  readonly drafts: readonly Draft[]
  /** Who is on this list now and was not before. */
  readonly people: readonly Id[]
  /** Whom this page names and who were ours before. */
  readonly known: readonly Id[]
  /** Of those, whom it says something new about, other than that they withdrew. */
  readonly news: readonly Id[]
  readonly rows: number
}

/** An account and up to two events for each row: well below what one append holds. */
const rowsPerPage = 500
const rowsPerAccount = 500

/**
 * Rows as they were staged, some at a time; nothing that is loaded changes them. The next page is
 * asked for while the ones before are written, and once more, when they are, where it is about an
 * entry of theirs.
 */
export async function* stagedPages(
  tx: Tx,
  { council, file }: FileToLoad,
  written: () => Promise<void>,
): AsyncGenerator<readonly Row[], void> {
  const pageAfter = (after: number) => {
    const asked = stagedPage(tx, { council, file, after })
    asked.catch(() => {})
    return asked
  }
  let rows = await pageAfter(0)
  let before: readonly Row[] = []
  while (rows.length > 0) {
    const after = rows.at(-1)?.row ?? 0
    const ahead = pageAfter(after)
    try {
      yield rows
    } finally {
      await ahead.catch(() => {})
    }
    const next = await ahead
    const entries = new Set([...before, ...rows].map(row => row.entry_id))
    const isMoved = next.some(row => entries.has(row.entry_id))
    if (isMoved) await written()
    before = rows
    rows = isMoved ? await pageAfter(after) : next
  }
}

/** `written`: when all before it stands in the record. */
export async function draftsOfPage(
  { tx, file, written: before }: { tx: Tx; file: FileToLoad; written: () => Promise<void> },
  rows: readonly Row[],
): Promise<LoadedPage> {
  const written = rows.filter(row => row.twin_row === null || row.outcome !== 'unchanged')
  const isNewPerson = (row: Row) => row.outcome === 'accepted' && !row.is_known
  const known = written.filter(isToCorrect)
  if (known.length > 0) await before()
  const facts = await factsBefore(tx, file.council, known)
  const drafts = [
    ...written.filter(isNewPerson).map(row => added(row, file.list)),
    ...known.flatMap(row => corrected(row, file.list, facts.get(row.row))),
    ...written.filter(row => row.is_news).map(row => read(row, file)),
    ...accounts(rows, file.version),
  ]
  const people = written.flatMap(({ outcome, change, person }) =>
    (outcome === 'accepted' || change === 'back') && person ? [person] : [],
  )
  const isNamed = ({ outcome, entry }: Row) =>
    outcome !== 'needs_review' && outcome !== 'rejected' && !entry.isWithdrawn
  const named = rows.flatMap(row => (isNamed(row) && row.is_known ? (row.person ?? []) : []))
  const isNews = (row: Row) => isToCorrect(row) && !row.entry.isWithdrawn
  const news = written.filter(isNews).flatMap(({ person }) => person ?? [])
  return { drafts, people, known: named, news, rows: rows.length }
}

type Row = {
  row: number
  key: string
  comparable: string
  entry: Entry
  raw: string[]
  outcome: Outcome
  reasons: Reason[]
  change: EntryChange | null
  entry_id: Id
  person: Id | null
  is_known: boolean
  candidates: Id[]
  place: Id | null
  dwelling: Id | null
  twin_row: number | null
  /** The record does not hold these very words for this entry yet. */
  is_news: boolean
}

type Page = Pick<FileToLoad, 'council' | 'file'> & { readonly after: number }

async function stagedPage(tx: Tx, { council, file, after }: Page): Promise<readonly Row[]> {
  const found = await sql<Row>`
    select s.row, s.key, s.comparable, s.entry, s.raw, s.outcome, s.reasons, s.change, s.entry_id,
      s.person, s.is_known, s.candidates, s.place, s.dwelling, s.twin_row,
      s.outcome <> 'unchanged' and (s.twin_row is null or s.outcome = 'needs_review'
          and 'twice-in-file' = any (s.reasons))
        and (e.id is null or e.comparable is distinct from s.comparable
          or e.reasons is distinct from s.reasons) as is_news
    from staged_rows s
    left join list_entries e on e.council = s.council and e.id = s.entry_id
    where s.council = ${council} and s.file = ${file} and s.row > ${after}
    order by s.row limit ${rowsPerPage}`.execute(tx)
  return found.rows
}

type Before = {
  readonly row: number
  /** What this list said before. */
  readonly said: Entry | null
  /** Values of the contact points that we have already. */
  readonly contacts: string[]
}

/** Asked when their page is written: the page before may have said something of the same people. */
async function factsBefore(
  tx: Tx,
  council: string,
  rows: readonly Row[],
): Promise<ReadonlyMap<number, Before>> {
  if (rows.length === 0) return new Map()
  const asked = rows.map(({ row, entry_id, person }) => ({ row, entry: entry_id, person }))
  const found = await sql<Before>`
    select a.row, e.loaded_facts as said, coalesce((select array_agg(c.value)
      from contact_points c where c.council = ${council} and c.person = a.person), '{}') as contacts
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      as a (row integer, entry uuid, person uuid)
    left join lateral (select loaded_facts from list_entries
      where council = ${council} and id = a.entry offset 0) e on true`.execute(tx)
  return new Map(found.rows.map(one => [one.row, one]))
}

function isToCorrect({ person, is_known, outcome }: Row): boolean {
  return person !== null && is_known && (outcome === 'accepted' || outcome === 'changed')
}

function added(row: Row, list: string): Draft {
  const { person, entry, place, dwelling } = row
  return addedPerson({ person: person ?? '', list, entry, place, dwelling, newId })
}

function corrected(row: Row, list: string, facts: Before | undefined): Draft[] {
  const { person, entry, place, dwelling } = row
  const contacts = facts?.contacts ?? []
  const known = { person: person ?? '', list, entry, place, dwelling, newId, contacts }
  const draft = correctedPerson(facts?.said ? { ...known, before: facts.said } : known)
  return draft ? [draft] : []
}

const states: Record<Outcome, EntryState> = {
  accepted: 'loaded',
  changed: 'loaded',
  unchanged: 'loaded',
  needs_review: 'held',
  rejected: 'rejected',
}

function read(row: Row, { list, version }: FileToLoad): Draft {
  const { key, comparable, entry, raw, person, candidates } = row
  return entryRead({
    // Where the person is known from elsewhere, these words may have to go without them.
    subjects: person === null ? [row.entry_id] : row.is_known ? [person, row.entry_id] : [person],
    place: row.place,
    body: {
      version,
      list,
      entry: row.entry_id,
      row: row.row,
      state: states[row.outcome],
      reasons: row.reasons,
      change: row.change,
      person,
      candidates,
    },
    words: { key, comparable, facts: entry, raw },
  })
}

function accounts(rows: readonly Row[], version: Id): Draft[] {
  const drafts: Draft[] = []
  for (let at = 0; at < rows.length; at += rowsPerAccount) {
    const some = rows.slice(at, at + rowsPerAccount)
    const accounted = some.map(({ row, outcome, reasons, change, entry_id, person }) => ({
      row,
      outcome,
      reasons,
      change,
      entry: entry_id,
      person,
    }))
    drafts.push(rowsAccounted({ subjects: [], body: { version, rows: accounted } }))
  }
  return drafts
}
