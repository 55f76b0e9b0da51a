// Where is a received file of places kept until somebody says yes or no? In parts, as it came.
import { sql } from 'kysely'
import type { Actor, Scope } from '../../access/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'
import { type FileProblem, isFileProblem, type RowResult } from '../domain/terms.ts'
import type { Received } from '../reading/read-file.ts'
import { type Loaded, loadPlaces } from './load.ts'
import { planFile, type Summary, summaryOf } from './plan-file.ts'

export type FileOptions = {
  readonly isInMetres: boolean
  readonly takenAs: 'villages' | 'map' | null
}
export type WaitingFile = {
  readonly id: Id
  readonly name: string
  readonly receivedAt: Date
  readonly options: FileOptions
  readonly state: 'arriving' | 'read' | 'refused' | 'loaded'
  readonly reading: Summary | FileProblem | null
  readonly rowsRead: number
  /** When a server that reads it was last heard of. */
  readonly touchedAt: Date | null
}

/** Nobody said anything about the file that it does not say itself. */
export const asItSays: FileOptions = { isInMetres: false, takenAs: null }

const partBytes = 1024 * 1024
const nameLettersMax = 200
const stagedPerStatement = 5_000

export type Arriving = { readonly name: string; readonly chunks: AsyncIterable<Uint8Array> }

export async function keepFile(node: Node, actor: Actor, arriving: Arriving): Promise<Id> {
  const id = newId()
  const who = { council: actor.council, actor: actor.id }
  const name = (arriving.name.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '')
  const now = new Date(node.clock.now())
  await node.store.transaction(who, async tx => {
    await sql`insert into geo_files
        (council, id, name, received_at, touched_at, received_by, bytes, options, state)
      values (${actor.council}, ${id}, ${name.slice(0, nameLettersMax)},
        ${now}, ${now}, ${actor.id}, 0, ${JSON.stringify(asItSays)}, 'arriving')
    `.execute(tx)
    let nth = 0
    for await (const part of parts(arriving.chunks)) {
      await sql`insert into geo_file_parts (council, file, nth, bytes)
        values (${actor.council}, ${id}, ${nth}, ${part})`.execute(tx)
      await sql`update geo_files set bytes = bytes + ${part.length}
        where council = ${actor.council} and id = ${id}`.execute(tx)
      nth += 1
    }
  })
  return id
}

async function* parts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    held.push(chunk)
    bytes += chunk.length
    if (bytes < partBytes) continue
    yield Buffer.concat(held)
    held = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(held)
}

function openFile(tx: Tx, council: string, file: Id): Received {
  return {
    async *open() {
      for (let nth = 0; ; nth++) {
        const found = await sql<{ bytes: Buffer }>`select bytes from geo_file_parts
          where council = ${council} and file = ${file} and nth = ${nth}`.execute(tx)
        const part = found.rows[0]?.bytes
        if (!part) return
        yield part
      }
    },
  }
}

type ToPreview = {
  readonly file: Id
  readonly options: FileOptions
  readonly onRows?: (rows: number) => void
}

/** Reads the file and keeps what it would do, row by row; nothing enters the record. */
export async function previewFile(
  node: Node,
  actor: Actor,
  { file, options, onRows }: ToPreview,
): Promise<Summary | FileProblem> {
  const { council } = actor
  return node.store.transaction({ council, actor: actor.id }, async tx => {
    const received = openFile(tx, council, file)
    const asked = { file: received, options: { ...options, ...(onRows ? { onRows } : {}) } }
    const planned = await planFile(tx, council, asked)
    const isRefused = isFileProblem(planned)
    const reading = isRefused ? planned : summaryOf(planned)
    const kept = await sql`update geo_files set options = ${JSON.stringify(options)},
        reading = ${JSON.stringify(reading)}, state = ${isRefused ? 'refused' : 'read'}
      where council = ${council} and id = ${file} and state <> 'loaded'`.execute(tx)
    // Thrown away while it was read: nothing of it stays.
    if (kept.numAffectedRows === 0n) return reading
    await stage(tx, { council, file, results: isRefused ? [] : planned.plan.results })
    return reading
  })
}

type Staging = {
  readonly council: string
  readonly file: Id
  readonly results: readonly RowResult[]
}

async function stage(tx: Tx, { council, file, results }: Staging): Promise<void> {
  await lockFile(tx, council, file)
  await sql`delete from geo_staged_rows where council = ${council} and file = ${file}`.execute(tx)
  for (let from = 0; from < results.length; from += stagedPerStatement) {
    const rows = JSON.stringify(results.slice(from, from + stagedPerStatement))
    await sql`insert into geo_staged_rows (council, file, row, outcome, reasons, what, at)
      select ${council}, ${file}, row, outcome, reasons, what, at
      from jsonb_to_recordset(${rows}::jsonb)
        as r (row integer, outcome text, reasons text[], what text, at text)`.execute(tx)
  }
}

/** What was previewed is loaded, or somebody looks again. */
export async function loadWaiting(
  node: Node,
  actor: Actor,
  asked: { readonly id: Id; readonly file: Id; readonly digest: string },
): Promise<Loaded | FileProblem | Refusal> {
  const { council } = actor
  const who = { council, actor: actor.id }
  const waiting = await node.store.transaction(who, tx => waitingFile(tx, council, asked.file))
  if (!waiting || waiting.state === 'arriving') return refuse('not-found')
  return node.store.transaction(who, async tx => {
    const file = openFile(tx, council, asked.file)
    return loadPlaces(node, actor, {
      id: asked.id,
      name: waiting.name,
      file,
      options: waiting.options,
      digest: asked.digest,
      onLoaded: own => forget(own, council, asked.file),
    })
  })
}

/** What was read of it holds no more: it waits to be read again. */
export async function readAgain(
  tx: Tx,
  council: string,
  { file, options, now }: Pick<ToPreview, 'file' | 'options'> & { readonly now: number },
): Promise<void> {
  await sql`update geo_files set state = 'arriving', reading = null, rows_read = 0,
      options = ${JSON.stringify(options)}, touched_at = ${new Date(now)}
    where council = ${council} and id = ${file} and state <> 'loaded'`.execute(tx)
}

/** Its content is in the record now; the file itself is not kept twice. */
async function forget(tx: Tx, council: string, file: Id): Promise<void> {
  await sql`update geo_files set state = 'loaded'
    where council = ${council} and id = ${file}`.execute(tx)
  await dropParts(tx, council, file)
}

export async function throwAway(tx: Tx, council: string, file: Id): Promise<void> {
  await lockFile(tx, council, file)
  await dropParts(tx, council, file)
  await sql`delete from geo_files
    where council = ${council} and id = ${file} and state <> 'loaded'`.execute(tx)
}

/** Two who change one file go one after the other: its rows have no order of their own. */
async function lockFile(tx: Tx, council: string, file: Id): Promise<void> {
  await sql`select 1 from geo_files where council = ${council} and id = ${file}
    for update`.execute(tx)
}

async function dropParts(tx: Tx, council: string, file: Id): Promise<void> {
  await sql`delete from geo_file_parts where council = ${council} and file = ${file}`.execute(tx)
  await sql`delete from geo_staged_rows where council = ${council} and file = ${file}`.execute(tx)
}

/** Nobody answered: the file goes, as nothing of it entered the record. */
export const waitingMsMax = 30 * dayMs

/** How many went. */
export async function dropForgotten(tx: Tx, council: string, now: number): Promise<number> {
  const found = await sql<{ id: Id }>`select id from geo_files
    where council = ${council} and state <> 'loaded'
      and received_at < ${new Date(now - waitingMsMax)}
    order by id for update skip locked`.execute(tx)
  for (const { id } of found.rows) await throwAway(tx, council, id)
  return found.rows.length
}

export async function findFile(tx: Tx, scope: Scope, file: Id): Promise<WaitingFile | undefined> {
  return waitingFile(tx, scope.council, file)
}

const columns = sql`id, name, received_at as "receivedAt", options, state, reading,
  rows_read as "rowsRead", touched_at as "touchedAt"`

async function waitingFile(tx: Tx, council: string, file: Id): Promise<WaitingFile | undefined> {
  const found = await sql<WaitingFile>`
    select ${columns} from geo_files
    where council = ${council} and id = ${file} and state <> 'loaded'`.execute(tx)
  return found.rows[0]
}

export async function waitingFiles(tx: Tx, scope: Scope): Promise<readonly WaitingFile[]> {
  const found = await sql<WaitingFile>`
    select ${columns} from geo_files
    where council = ${scope.council} and state in ('arriving', 'read', 'refused')
    order by received_at desc limit 50`.execute(tx)
  return found.rows
}
