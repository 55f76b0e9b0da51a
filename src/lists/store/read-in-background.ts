// Who reads a file that a browser handed in? The server, beside its requests; how far it has come
// stands with the file, so that any page may ask.
import { sql } from 'kysely'
import type { Actor } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Node } from '../../node.ts'
import { type FileToRead, previewFile } from './preview.ts'

type Reading = { readonly node: Node; readonly actor: Actor }

const under = new Map<Id, Promise<void>>()
const failed = new Map<Id, unknown>()
const tellEveryMs = 500

/** Once at a time for each file. What went wrong is thrown by the next `failureOf`. */
export function readInBackground(reading: Reading, file: FileToRead): void {
  if (under.has(file.id)) return
  paces.set(file.id, { startedMs: performance.now(), rows: 0 })
  const run = previewFile({ ...reading, onRows: teller(reading, file.id) }, file)
    .then(() => {})
    .catch(error => {
      failed.set(file.id, error)
    })
    .finally(() => {
      under.delete(file.id)
      paces.delete(file.id)
    })
  under.set(file.id, run)
}

type Pace = { readonly startedMs: number; rows: number }
const paces = new Map<Id, Pace>()

/** Rows a second of a reading that goes on in this process; nothing of another's. */
export function paceOf(file: Id): number | undefined {
  const pace = paces.get(file)
  if (!pace || pace.rows === 0) return undefined
  return (pace.rows / (performance.now() - pace.startedMs)) * 1000
}

/** What stopped the reading of this file; told once, and then it is read again. */
export function failureOf(file: Id): unknown {
  const error = failed.get(file)
  failed.delete(file)
  return error
}

const silentMsMax = 60_000

/** A server that was stopped reads no more: whoever asks next takes the file up again. */
export function isForgotten(file: Id, touchedAt: Date | null, now: number): boolean {
  return !under.has(file) && (touchedAt === null || now - touchedAt.getTime() > silentMsMax)
}

/** In transactions of their own: the reading itself is one, and shows nothing until its end. */
function teller({ node, actor }: Reading, file: Id): (rows: number) => void {
  const who = { council: actor.council, actor: actor.id }
  let toldMs = 0
  return rows => {
    const nowMs = performance.now()
    const pace = paces.get(file)
    if (pace) pace.rows = rows
    if (nowMs - toldMs < tellEveryMs) return
    toldMs = nowMs
    const at = new Date(node.clock.now())
    node.store
      .transaction(who, tx =>
        sql`update list_files set rows_read = ${rows}, touched_at = ${at}
          where council = ${actor.council} and id = ${file} and state = 'arrived'`.execute(tx),
      )
      .catch(() => {})
  }
}
