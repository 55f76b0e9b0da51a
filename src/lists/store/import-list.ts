// One file from door to record: kept, read, previewed, and loaded if that is wanted. The command
// line, the demo and the tests come this way; the upload page takes the same steps one by one.
import { sql } from 'kysely'
import type { Actor } from '../../access/index.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import type { Node } from '../../node.ts'
import { type FileProblem, isFileProblem } from '../domain/file-problems.ts'
import type { HeaderProblem } from '../domain/header.ts'
import type { Profile } from '../domain/profile.ts'
import { noRows, type RowCounts } from '../domain/reasons.ts'
import { dropFile, keepFile } from './files.ts'
import { loadFile } from './load.ts'
import { type Preview, previewFile } from './preview.ts'
import { versionOfChecksum } from './queries.ts'

export type ImportOptions = {
  /** None where the list is to be recognised by its columns. */
  readonly profile?: Profile | undefined
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array>
  readonly isPreviewOnly?: boolean
  /** Why a list that shrinks by half is right all the same. */
  readonly shrinkReason?: string
  readonly onProgress?: (stage: 'reading' | 'loading', rows: number) => void
  readonly onPreview?: (preview: Preview) => void
}
export type Imported = {
  readonly version: Id | null
  /** False when this very file was loaded before: nothing was written. */
  readonly isNew: boolean
  readonly counts: RowCounts
  readonly preview: Preview | null
}

export async function importList(
  node: Node,
  actor: Actor,
  options: ImportOptions,
): Promise<Imported | FileProblem | HeaderProblem | Refusal> {
  const { profile, name, chunks, onProgress } = options
  const kept = await keepFile(node, actor, { profile, name, chunks })
  if (isFileProblem(kept)) return kept
  const known = await repeated(node, actor, kept)
  if (known) return known
  const onRows = (rows: number) => onProgress?.('reading', rows)
  const preview = await previewFile({ node, actor, onRows }, kept)
  if (isFileProblem(preview)) return preview
  const again = profile ? undefined : await repeated(node, actor, { ...kept, list: preview.list })
  if (again) return again
  options.onPreview?.(preview)
  const { counts } = preview
  if (options.isPreviewOnly) {
    await forget(node, actor, kept.id)
    return { version: null, isNew: true, counts, preview }
  }
  const loaded = await loadFile(node, actor, {
    id: newId(),
    file: kept.id,
    digest: preview.digest,
    onRows: rows => onProgress?.('loading', rows),
    ...(options.shrinkReason === undefined ? {} : { shrinkReason: options.shrinkReason }),
  })
  if (isRefusal(loaded)) return loaded
  return { version: loaded.version, isNew: loaded.isNew, counts, preview }
}

/** What loading a known file again says: what was done stays done, what was held is still held. */
async function repeated(
  node: Node,
  actor: Actor,
  file: { id: Id; list: string; checksum: string },
): Promise<Imported | undefined> {
  const who = { council: actor.council, actor: actor.id }
  const found = await node.store.transaction(who, tx => versionOfChecksum(tx, actor.council, file))
  if (!found) return undefined
  await forget(node, actor, file.id)
  const { rows, needs_review, rejected } = found
  const unchanged = rows - needs_review - rejected
  const counts = { ...noRows, rows, unchanged, needs_review, rejected }
  return { version: found.id, isNew: false, counts, preview: null }
}

async function forget(node: Node, actor: Actor, file: Id): Promise<void> {
  const who = { council: actor.council, actor: actor.id }
  await node.store.transaction(who, async tx => {
    await dropFile(tx, actor.council, file)
    await sql`delete from list_files
      where council = ${actor.council} and id = ${file}`.execute(tx)
  })
}
