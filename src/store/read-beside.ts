// Who reads a file that a browser handed in? The server, beside its requests; how far it has come
// stands with the file, so that any page may ask.
import type { Clock } from '../kernel/clock.ts'
import type { Id } from '../kernel/ids.ts'
import type { Store, Tx } from './open.ts'

export type Reader = {
  readonly node: { readonly store: Store; readonly clock: Clock }
  readonly actor: { readonly council: string; readonly id: Id }
}
export type Told = {
  readonly council: string
  readonly file: Id
  readonly rows: number
  readonly at: Date
}
export type ToRead<R, F> = {
  /** In one transaction, which shows nothing until its end. */
  read(reader: R, file: F, onRows: (rows: number) => void): Promise<unknown>
  /** In a transaction of its own: as long as the file is not read, it says how far this came. */
  tell(tx: Tx, told: Told): Promise<unknown>
}

type Pace = { readonly startedMs: number; rows: number }

const tellEveryMs = 500
const silentMsMax = 60_000

export function readBeside<R extends Reader, F extends { readonly id: Id }>(toRead: ToRead<R, F>) {
  const under = new Map<Id, Pace>()
  const failed = new Map<Id, unknown>()
  return {
    /** Once at a time for each file. What went wrong is thrown by the next `failureOf`. */
    readInBackground(reader: R, file: F): void {
      if (under.has(file.id)) return
      const pace = { startedMs: performance.now(), rows: 0 }
      under.set(file.id, pace)
      toRead
        .read(reader, file, teller(toRead, reader, { file: file.id, pace }))
        .catch(error => {
          failed.set(file.id, error)
        })
        .finally(() => under.delete(file.id))
    },

    /** Rows a second of a reading that goes on in this process; nothing of another's. */
    paceOf(file: Id): number | undefined {
      const pace = under.get(file)
      if (!pace || pace.rows === 0) return undefined
      return (pace.rows / (performance.now() - pace.startedMs)) * 1000
    },

    /** What stopped the reading of this file; told once, and then it is read again. */
    failureOf(file: Id): unknown {
      const error = failed.get(file)
      failed.delete(file)
      return error
    },

    /** A server that was stopped reads no more: whoever asks next takes the file up again. */
    isForgotten(file: Id, touchedAt: Date | null, now: number): boolean {
      return !under.has(file) && (touchedAt === null || now - touchedAt.getTime() > silentMsMax)
    },
  }
}

type Teller = { readonly file: Id; readonly pace: Pace }

function teller<R extends Reader, F>(
  { tell }: ToRead<R, F>,
  { node, actor }: R,
  { file, pace }: Teller,
): (rows: number) => void {
  const { council } = actor
  let toldMs = 0
  return rows => {
    const nowMs = performance.now()
    pace.rows = rows
    if (nowMs - toldMs < tellEveryMs) return
    toldMs = nowMs
    const at = new Date(node.clock.now())
    node.store
      .transaction({ council, actor: actor.id }, tx => tell(tx, { council, file, rows, at }))
      .catch(() => {})
  }
}
