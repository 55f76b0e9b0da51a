// How does a previewed file enter the record? All of it or none, deaths first, in one transaction
// that holds the list: a second file for the same list waits, and is then told if things moved.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../access/index.ts'
import {
  actInBulk,
  answerBefore,
  type BulkDone,
  type BulkRun,
  type Draft,
} from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Node } from '../../node.ts'
import { cohortDrafts, letGoDrafts, takesIn } from '../../reach/index.ts'
import type { Tx } from '../../store/open.ts'
import { decideBy } from '../domain/decide-by.ts'
import { entriesDropped, versionLoaded } from '../domain/events.ts'
import { isHalfGone } from '../domain/half-gone.ts'
import type { Renamed } from '../domain/header.ts'
import { profiles } from '../domain/profiles/index.ts'
import { namedAgain } from './basis.ts'

import { deciderOf } from './decider-of.ts'
import { forgetCopies } from './files.ts'
import { draftsOfPage, type FileToLoad, type LoadedPage, stagedPages } from './load-page.ts'
import { expectFewRows, type Preview, previewFile, stageFile } from './preview.ts'
import { backAgain, stopDrafts } from './stop-contact.ts'

export type LoadRequest = {
  /** The command's id: the same load asked twice is done once. */
  readonly id: Id
  readonly file: Id
  /** The mark of the preview that the person saw. */
  readonly digest: string
  readonly onRows?: (rows: number) => void
  /** Why a list that shrinks by half is right all the same. */
  readonly shrinkReason?: string
}
export type Loaded = { readonly version: Id; readonly isNew: boolean }

/** The caller has checked the permission. */
export async function loadFile(
  node: Node,
  actor: Actor,
  request: LoadRequest,
): Promise<Loaded | Refusal> {
  const contentHash = createHash('sha256').update(`${request.file}:${request.digest}`).digest()
  const run = { id: request.id, name: 'lists.load-version', contentHash }
  const done = await answerBefore(node, actor, run)
  if (done) return loadedBy(done)
  const before = await loadedBefore(node, actor, request.file)
  if (before) return before
  try {
    const work: BulkRun['work'] = (tx, append) => loadAll({ tx, append, node, actor, request })
    return loadedBy(await actInBulk(node, actor, { ...run, work }))
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    if (error.file) await previewFile({ node, actor, isAgain: true }, error.file)
    return (await loadedBefore(node, actor, request.file)) ?? refuse(error.code)
  }
}

function loadedBy(done: BulkDone | Refusal): Loaded | Refusal {
  if (isRefusal(done)) return done
  return { version: String(done.answer.version), isNew: done.outcome === 'accepted' }
}

type Load = {
  tx: Tx
  append: (drafts: readonly Draft[]) => Promise<void>
  node: Node
  actor: Actor
  request: LoadRequest
}

type StopCode = 'stale-preview' | 'not-found' | 'list-halved'

/** Undoes the transaction and says why; nothing else may be thrown away with it. */
class Stopped extends Error {
  readonly code: StopCode
  readonly file: FileRow | undefined
  constructor(code: StopCode, file?: FileRow) {
    super(code)
    this.code = code
    this.file = file
  }
}

async function loadAll(load: Load) {
  const { tx, append, node, actor, request } = load
  const { council } = actor
  await expectFewRows(tx)
  const file = await holdFile(tx, council, request.file)
  const preview = await stillTrue(load, file)
  const shrinkReason = request.shrinkReason?.trim() ?? ''
  if (isHalfGone(preview) && shrinkReason === '') throw new Stopped('list-halved')
  const version = newId()
  await append(await stopDrafts(tx, council, { file: file.id, list: file.list, version }))
  const decider = await deciderOf(tx, node, actor)
  const now = node.clock.now()
  const number = await nextNumber(tx, council, file.list)
  await append([versionDraft({ version, number, file, preview, decider, now, shrinkReason })])
  const whole = { council, file: file.id, list: file.list, version }
  const done = await loadPages(load, whole)
  if (preview.covers !== 'additions') {
    for (const drafts of await drops(tx, { council, file, version })) await append(drafts)
  }
  await append(await letGoDrafts(tx, council, file.list))
  await sql`update list_files set state = 'loaded'
    where council = ${council} and id = ${file.id}`.execute(tx)
  await sql`delete from staged_rows
    where council = ${council} and file = ${file.id}`.execute(tx)
  await forgetCopies(tx, council, file)
  return { version, rows: done }
}

/** Each page is made ready while the one before it is written. */
async function loadPages(load: Load, file: FileToLoad): Promise<number> {
  const { tx, append, request } = load
  const isTakenIn = await takesIn(tx, file.council, file.list)
  let writing: Promise<void> = Promise.resolve()
  const written = () => writing
  let isFollowed = false
  let done = 0
  try {
    for await (const rows of stagedPages(tx, file, written)) {
      const page = await draftsOfPage({ tx, file, written }, rows)
      // What follows from a page comes before the next one.
      if (isFollowed) await writing
      isFollowed = isTakenIn || page.known.length > 0
      const appended = append(page.drafts)
      await writing
      writing = isFollowed ? appended.then(() => writeRest(load, file.list, page)) : appended
      writing.catch(() => {})
      done += page.rows
      request.onRows?.(done)
    }
  } finally {
    await writing.catch(() => {})
  }
  await writing
  return done
}

async function writeRest(load: Load, list: string, page: LoadedPage): Promise<void> {
  const { tx, append, actor } = load
  const { council } = actor
  await append(await namedAgain(tx, council, { list, people: page.known }))
  await append(await backAgain(tx, council, { list, people: page.news }))
  await joinCampaigns(load, list, page.people)
}

/** Open campaigns that name the list take in whoever it brought; their rows are there by now. */
async function joinCampaigns(load: Load, list: string, people: readonly Id[]): Promise<void> {
  if (people.length === 0) return
  const { tx, append, node, actor } = load
  const drafts = await cohortDrafts(tx, actor.council, { list, people, now: node.clock.now() })
  for (let at = 0; at < drafts.length; at += draftsPerAppend) {
    await append(drafts.slice(at, at + draftsPerAppend))
  }
}

const draftsPerAppend = 5_000

type FileRow = {
  id: Id
  list: string
  name: string
  checksum: string
  received_at: Date
  reading: Preview & { renamed: readonly Renamed[] }
  renamed: readonly Renamed[]
}

async function holdFile(tx: Tx, council: string, file: Id): Promise<FileRow> {
  const found = await sql<FileRow>`select id, list, name, checksum, received_at, reading
    from list_files where council = ${council} and id = ${file} and state = 'read'
    for update`.execute(tx)
  const [row] = found.rows
  if (!row) throw new Stopped('not-found')
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${council}/${row.list}`}, 7))`.execute(
    tx,
  )
  return { ...row, renamed: row.reading.renamed }
}

/** The preview that was confirmed must be what loading does now, or a person looks again. */
async function stillTrue({ tx, node, actor, request }: Load, file: FileRow): Promise<Preview> {
  if (file.reading.digest !== request.digest) throw new Stopped('stale-preview')
  const moved = await sql`select 1 from events
    where council = ${actor.council} and seq > ${file.reading.seq}
      and (kind like 'people.%' or kind like 'lists.%' or kind like 'places.%')
    limit 1`.execute(tx)
  if (moved.rows.length === 0) return file.reading
  const again = await stageFile(tx, { node, actor }, file)
  if ('problem' in again || again.digest !== request.digest)
    throw new Stopped('stale-preview', file)
  return again
}

/** Versions that were taken back keep their number. */
async function nextNumber(tx: Tx, council: string, list: string): Promise<number> {
  const found = await sql<{ number: number }>`select coalesce(max(number), 0) + 1 as number
    from list_versions where council = ${council} and list = ${list}`.execute(tx)
  return found.rows[0]?.number ?? 1
}

type NewVersion = {
  version: Id
  number: number
  shrinkReason: string
  file: FileRow
  preview: Preview
  decider: Id | null
  now: number
}

function versionDraft(given: NewVersion): Draft {
  const { version, number, file, preview, decider, now, shrinkReason } = given
  const { counts, addedPeople, died, dropped, remarks } = preview
  return versionLoaded({
    subjects: [],
    body: {
      version,
      decider,
      list: file.list,
      number,
      profileVersion: profiles.find(({ id }) => id === file.list)?.version ?? 0,
      file: file.id,
      checksum: file.checksum,
      receivedAt: file.received_at.getTime(),
      decideBy: decideBy(now),
      counts,
      addedPeople,
      died,
      dropped,
      remarks: remarks.map(({ remark, count }) =>
        count === undefined ? { remark } : { remark, count },
      ),
    },
    words: { fileName: file.name, ...(shrinkReason === '' ? {} : { shrinkReason }) },
  })
}

const dropsPerEvent = 2_000

async function drops(
  tx: Tx,
  { council, file, version }: { council: string; file: FileRow; version: Id },
): Promise<Draft[][]> {
  // The rows of this file are accounted for by now: what still points at an older version is gone.
  const found = await sql<{ id: Id }>`
    select id from list_entries
    where council = ${council} and list = ${file.list} and dropped_by is null
      and state in ('loaded', 'held') and last_version <> ${version}
    order by id`.execute(tx)
  const ids = found.rows.map(({ id }) => id)
  const starts = Array.from({ length: Math.ceil(ids.length / dropsPerEvent) }, (_, at) => at)
  return starts.map(at => {
    const entries = ids.slice(at * dropsPerEvent, (at + 1) * dropsPerEvent)
    return [entriesDropped({ subjects: [], body: { version, list: file.list, entries } })]
  })
}

/** The same file again, under any name, is the version that it was. */
async function loadedBefore(node: Node, actor: Actor, file: Id): Promise<Loaded | undefined> {
  const who = { council: actor.council, actor: actor.id }
  return node.store.transaction(who, async tx => {
    const found = await sql<{ version: Id }>`
      select v.id as version from list_files f
      join list_versions v on v.council = f.council and v.checksum = f.checksum and v.list = f.list
        and v.undone_at is null
      where f.council = ${actor.council} and f.id = ${file}
      order by v.number desc limit 1`.execute(tx)
    const [row] = found.rows
    return row && { version: row.version, isNew: false }
  })
}
