// How do many batches of one command enter the record, the next made ready while one is written?
import { assert } from '../kernel/assert.ts'
import type { Tx } from '../store/open.ts'
import { allOf } from './all-of.ts'
import {
  type AppendContext,
  insertWritten,
  type Placed,
  recordedOf,
  type WrittenOut,
  writeOut,
} from './append.ts'
import type { Draft } from './kinds.ts'
import type { Registry } from './registry.ts'

export type InOrder = {
  /** Written, and in the read models. Checked at once, and written when all before it are. */
  append(drafts: readonly Draft[]): Promise<void>
  /** Nothing of it goes on after this, whatever became of it. */
  settled(): Promise<void>
}

/** One at a time within a transaction: nobody else may append in it. */
export function appendInOrder(tx: Tx, registry: Registry, context: AppendContext): InOrder {
  let last: Promise<unknown> = Promise.resolve()
  let head: Placed | undefined
  let done = 0

  async function write(out: WrittenOut): Promise<void> {
    if (head) head = await writeBehind(tx, registry, { out, later: done, head })
    else head = await writeFirst(tx, registry, { out, later: done })
    done += out.count
  }

  return {
    append(drafts) {
      if (drafts.length === 0) return last.then(() => {})
      const out = writeOut(registry, [{ context, drafts }])
      const written = last.then(() => write(out))
      written.catch(() => {})
      last = written
      return written
    },
    settled: () =>
      last.then(
        () => {},
        () => {},
      ),
  }
}

type Turn = { readonly out: WrittenOut; readonly later: number }

async function writeFirst(tx: Tx, registry: Registry, { out, later }: Turn): Promise<Placed> {
  const placed = await insertWritten(tx, out, later)
  await registry.project(tx, recordedOf(out, placed))
  return lastOf(placed)
}

/**
 * The log is ours until the transaction ends, so where the next events stand in it is known before
 * it says so: the read models follow in the same message.
 */
async function writeBehind(
  tx: Tx,
  registry: Registry,
  { out, later, head }: Turn & { readonly head: Placed },
): Promise<Placed> {
  const { seq, recordedAt } = head
  const places = Array.from({ length: out.count }, (_, at) => ({ seq: seq + at + 1, recordedAt }))
  const inserted = insertWritten(tx, out, later)
  inserted.catch(() => {})
  await leaving()
  const [placed] = await allOf([inserted, registry.project(tx, recordedOf(out, places))])
  const end = lastOf(placed)
  assert(end.seq === seq + out.count, 'the log goes on where it ended')
  assert(+end.recordedAt === +recordedAt, 'the time of one command stands still')
  return end
}

/** What was asked is on its way: the database has something to do while we think. */
function leaving(): Promise<void> {
  return new Promise(go => setImmediate(go))
}

function lastOf(placed: readonly Placed[]): Placed {
  const last = placed.at(-1)
  assert(last, 'every event has its place in the log')
  return last
}
