// On which versions of which lists does a record stand? Told entry by entry.
import type { Id } from '../../kernel/ids.ts'
import { matesOf, type Records } from './fold-records.ts'
import { idIn, type LogEntry } from './log-entry.ts'
import type { CoverageHead } from './proof-form.ts'

export type Version = {
  readonly list: string
  readonly number: number
  readonly checksum: string
  readonly entry: number
  /** What became of its rows when it was loaded: some may name nobody yet. */
  readonly rows: CoverageHead['versions'][number]['rows']
}

type Row = { readonly version: Id; readonly isHeld: boolean }
type Entry = { person: Id | null; isLoaded: boolean; readonly rows: Row[] }

export type Lists = {
  readonly versions: Map<Id, Version>
  /** Taken back or closed again: they name nobody any more. */
  readonly undone: Set<Id>
  readonly entries: Map<Id, Entry>
}

export const listKinds = [
  'lists.VersionLoaded',
  'lists.EntryRead',
  'lists.RowsAccounted',
  'lists.HeldDecided',
  'lists.EntryAscribed',
  'lists.VersionUndone',
  'lists.VersionPurged',
]

export function noLists(): Lists {
  return { versions: new Map(), undone: new Set(), entries: new Map() }
}

type Told = { readonly lists: Lists; readonly records: Records }

export function tellLists(told: Told, entry: LogEntry): void {
  teller[entry.kind]?.(told, entry)
}

type Loaded = Pick<Version, 'list' | 'number' | 'checksum'> & {
  readonly counts: { rows: number; needs_review: number; rejected: number }
}
type Accounted = { outcome: string; entry: Id; person: Id | null }

const teller: Readonly<Record<string, (told: Told, entry: LogEntry) => void>> = {
  'lists.VersionLoaded'({ lists }, entry) {
    const { list, number, checksum, counts } = entry.body as unknown as Loaded
    const { rows: all, needs_review: held, rejected } = counts
    const rows = { all, held, rejected }
    lists.versions.set(idIn(entry, 'version'), { list, number, checksum, rows, entry: entry.seq })
  },
  'lists.EntryRead'(told, entry) {
    const read = entryOf(told.lists, idIn(entry, 'entry'))
    read.isLoaded = entry.body.state === 'loaded'
    name(told, read, entry.body.person as Id | null)
  },
  'lists.RowsAccounted'(told, entry) {
    const version = idIn(entry, 'version')
    for (const row of entry.body.rows as readonly Accounted[]) {
      if (row.outcome === 'rejected') continue
      const read = entryOf(told.lists, row.entry)
      read.rows.push({ version, isHeld: row.outcome === 'needs_review' })
      name(told, read, row.person)
    }
  },
  'lists.HeldDecided'(told, entry) {
    const read = entryOf(told.lists, idIn(entry, 'entry'))
    read.isLoaded = entry.body.decision !== 'leave-out'
    name(told, read, entry.body.person as Id | null)
  },
  'lists.EntryAscribed'({ lists }, entry) {
    entryOf(lists, idIn(entry, 'entry')).person = idIn(entry, 'person')
  },
  'lists.VersionUndone': ({ lists }, entry) => lists.undone.add(idIn(entry, 'version')),
  'lists.VersionPurged': ({ lists }, entry) => lists.undone.add(idIn(entry, 'version')),
}

function entryOf({ entries }: Lists, id: Id): Entry {
  const known = entries.get(id) ?? { person: null, isLoaded: false, rows: [] }
  entries.set(id, known)
  return known
}

/** A row stays with the record that it made, also while that one is joined into another. */
function name({ records }: Told, entry: Entry, person: Id | null): void {
  if (person === null) return
  const isSame = entry.person !== null && matesOf(records, entry.person).includes(person)
  if (!isSame) entry.person = person
}

/** The versions that name each record. A row that was held names nobody until it is decided. */
export function versionsByRecord({ entries, undone }: Lists): ReadonlyMap<Id, ReadonlySet<Id>> {
  const found = new Map<Id, Set<Id>>()
  for (const { person, isLoaded, rows } of entries.values()) {
    if (person === null) continue
    const mine = found.get(person) ?? new Set<Id>()
    found.set(person, mine)
    for (const { version, isHeld } of rows) {
      if (!undone.has(version) && (isLoaded || !isHeld)) mine.add(version)
    }
  }
  return found
}
