// One file under an id that its sender chose: kept, read, and loaded if that is wanted. Sent again,
// by a sender that never heard the answer, it is done once.
import { sql } from 'kysely'
import type { Actor } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'
import { type FileProblem, isFileProblem } from '../domain/file-problems.ts'
import type { HeaderProblem } from '../domain/header.ts'
import { type Arriving, dropFile, keepFile, unknownList } from './files.ts'
import { loadFile } from './load.ts'
import { type Preview, previewFile } from './preview.ts'
import { listsKnownTo } from './profiles-of.ts'
import { type Version, versionOfChecksum } from './queries.ts'

export type HandIn = Pick<Arriving, 'name' | 'chunks'> & {
  readonly id: Id
  /** None where the list is to be recognised by its columns. */
  readonly list?: string | undefined
  readonly isLoaded: boolean
  /** Why a list that shrinks by half is right all the same. */
  readonly shrinkReason?: string | undefined
}
export type HandedIn = {
  readonly file: Id
  readonly list: string
  /** The version that it became, now or before; null where it waits for a person. */
  readonly version: Version | null
  readonly isNew: boolean
  readonly preview: Preview | null
}
type Refused = FileProblem & { readonly file?: Id }

/** The caller has checked the permission. */
export async function handIn(
  node: Node,
  actor: Actor,
  given: HandIn,
): Promise<HandedIn | Refused | Refusal> {
  const { name, chunks, list } = given
  const profile = await within(node, actor, tx => profileOf(tx, actor.council, list))
  if (list !== undefined && !profile) return refuse('invalid', { list: 'unknown' })
  const kept = await keepFile(node, actor, { profile, name, chunks })
  if (isFileProblem(kept)) return kept
  const mine = await within(node, actor, tx => claim(tx, actor.council, { ...kept, key: given.id }))
  return mine ? goOn(node, actor, { ...given, file: mine }) : refuse('id-reuse')
}

async function profileOf(tx: Tx, council: string, list: string | undefined) {
  return (await listsKnownTo(tx, council)).profiles.find(({ id }) => id === list)
}

type Kept = { readonly id: Id; readonly checksum: string; readonly key: Id }

/** The file that came first under this id: it goes on. Nothing where that one said other words. */
async function claim(
  tx: Tx,
  council: string,
  { id, checksum, key }: Kept,
): Promise<Id | undefined> {
  const lock = `${council}/${key}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 11))`.execute(tx)
  const before = await sql<{ id: Id; checksum: string }>`select id, checksum from list_files
    where council = ${council} and handed_in = ${key} and state <> 'thrown-away'`.execute(tx)
  const [first] = before.rows
  if (first) {
    await dropFile(tx, council, id)
    return first.checksum === checksum ? first.id : undefined
  }
  await sql`update list_files set handed_in = ${key}
    where council = ${council} and id = ${id}`.execute(tx)
  return id
}

type Waiting = { id: Id; list: string; checksum: string; state: string; reading: Preview | Refused }

async function goOn(
  node: Node,
  actor: Actor,
  given: HandIn & { readonly file: Id },
): Promise<HandedIn | Refused | Refusal> {
  const { file, id, isLoaded, shrinkReason } = given
  const found = await read(node, actor, file)
  if (isFileProblem(found)) return { ...found, file }
  const { preview, version, list } = found
  if (version) return { file, list, version, isNew: false, preview }
  if (!isLoaded || !preview) return { file, list, version: null, isNew: true, preview }
  const asked = { id, file, digest: preview.digest }
  const loaded = await loadFile(node, actor, shrinkReason ? { ...asked, shrinkReason } : asked)
  if (isRefusal(loaded)) return loaded
  const done = await within(node, actor, tx => versionOf(tx, actor.council, file))
  return { file, list, version: done ?? null, isNew: loaded.isNew, preview }
}

/** What was found when it was read; read now where that never came about. */
async function read(node: Node, actor: Actor, file: Id) {
  const row = await within(node, actor, tx => waiting(tx, actor.council, file))
  if (!row) throw new Error('Broken: a file that was claimed is there')
  if (row.state === 'arrived') {
    const preview = await previewFile({ node, actor }, { id: file, list: row.list })
    if (isFileProblem(preview)) return preview as HeaderProblem
  }
  const version = await within(node, actor, tx => versionOf(tx, actor.council, file))
  const now = await within(node, actor, tx => waiting(tx, actor.council, file))
  const found = now?.reading ?? null
  if (isFileProblem(found)) return found as HeaderProblem
  return { preview: found as Preview | null, version, list: now?.list ?? unknownList }
}

async function waiting(tx: Tx, council: string, file: Id): Promise<Waiting | undefined> {
  const found = await sql<Waiting>`select id, list, checksum, state, reading from list_files
    where council = ${council} and id = ${file}`.execute(tx)
  return found.rows[0]
}

/** These very bytes, loaded under any id or name. */
async function versionOf(tx: Tx, council: string, file: Id): Promise<Version | undefined> {
  const row = await waiting(tx, council, file)
  return row && versionOfChecksum(tx, council, row)
}

function within<T>(node: Node, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return node.store.transaction({ council: actor.council, actor: actor.id }, work)
}
