// What does a page of staged rows say to the record? People first, then their entries, then the
// account of every row: each kind in one run, so that it is written in one statement.
import { sql } from 'kysely'
import type { Draft } from '../../events/index.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Entry, EntryChange } from '../domain/entry.ts'
import { type EntryState, entryRead, rowsAccounted } from '../domain/events.ts'
import { addedPerson, correctedPerson } from '../domain/person-drafts.ts'
import type { Outcome, Reason } from '../domain/reasons.ts'

export type PageToLoad = {
  readonly council: string
  readonly file: Id
  readonly list: string
  readonly version: Id
  readonly after: number
}
export type LoadedPage = {
  readonly runs: readonly Draft[][]
  /** Who is on this list now and was not before. */
  readonly people: readonly Id[]
  /** Whom this page names and who were ours before. */
  readonly known: readonly Id[]
  /** Of those, whom it says something new about, other than that they withdrew. */
  readonly news: readonly Id[]
  readonly rows: number
  readonly last: number
}

const rowsPerPage = 500
const rowsPerAccount = 500

export async function draftsOfPage(tx: Tx, page: PageToLoad): Promise<LoadedPage> {
  const rows = await stagedPage(tx, page)
  const written = rows.filter(row => row.twin_row === null || row.outcome !== 'unchanged')
  const isNewPerson = (row: Row) => row.outcome === 'accepted' && !row.is_known
  const runs = [
    written.filter(isNewPerson).map(row => added(row, page.list)),
    written.flatMap(row => corrected(row, page.list) ?? []),
    written.filter(row => row.is_news).map(row => read(row, page)),
    accounts(rows, page.version),
  ]
  const people = written.flatMap(({ outcome, change, person }) =>
    (outcome === 'accepted' || change === 'back') && person ? [person] : [],
  )
  const isNamed = ({ outcome, entry }: Row) =>
    outcome !== 'needs_review' && outcome !== 'rejected' && !entry.isWithdrawn
  const known = rows.flatMap(row => (isNamed(row) && row.is_known ? (row.person ?? []) : []))
  const news = written.flatMap(({ outcome, is_known, entry, person }) => {
    const isNews = outcome === 'accepted' || outcome === 'changed'
    return isNews && is_known && !entry.isWithdrawn && person ? [person] : []
  })
  return { runs, people, known, news, rows: rows.length, last: rows.at(-1)?.row ?? page.after }
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
  before: Entry | null
  contacts: string[]
  /** The record does not hold these very words for this entry yet. */
  is_news: boolean
}

async function stagedPage(tx: Tx, { council, file, after }: PageToLoad): Promise<readonly Row[]> {
  const found = await sql<Row>`
    select s.*, e.loaded_facts as before,
      s.outcome <> 'unchanged' and (s.twin_row is null or s.outcome = 'needs_review'
          and 'twice-in-file' = any (s.reasons))
        and (e.id is null or e.comparable is distinct from s.comparable
          or e.reasons is distinct from s.reasons) as is_news,
      coalesce((select array_agg(c.value) from contact_points c
        where c.council = s.council and c.person = s.person), '{}') as contacts
    from staged_rows s
    left join list_entries e on e.council = s.council and e.id = s.entry_id
    where s.council = ${council} and s.file = ${file} and s.row > ${after}
    order by s.row limit ${rowsPerPage}`.execute(tx)
  return found.rows
}

function added(row: Row, list: string): Draft {
  const { person, entry, place, dwelling } = row
  return addedPerson({ person: person ?? '', list, entry, place, dwelling, newId })
}

function corrected(row: Row, list: string): Draft | undefined {
  const { person, entry, place, dwelling, before, contacts, outcome, is_known } = row
  const isLoaded = outcome === 'accepted' || outcome === 'changed'
  if (!person || !is_known || !isLoaded) return undefined
  const known = { person, list, entry, place, dwelling, newId, contacts }
  return correctedPerson(before ? { ...known, before } : known)
}

const states: Record<Outcome, EntryState> = {
  accepted: 'loaded',
  changed: 'loaded',
  unchanged: 'loaded',
  needs_review: 'held',
  rejected: 'rejected',
}

function read(row: Row, { list, version }: PageToLoad): Draft {
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
