// Where is the copy of a whole council while it is made, and until it is fetched? In parts beside
// the record; once fetched or out of time it is destroyed.
import { sql } from 'kysely'
import { systemId } from '../../access/index.ts'
import { listCouncils, type Task } from '../../events/index.ts'
import { minuteMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'
import { councilCopy } from '../domain/events.ts'
import { agreedMsMax } from '../domain/file-request.ts'
import { exportCouncil, sizeOfCouncil } from './export-council.ts'

export type Copy = {
  readonly id: Id
  readonly state: 'being-made' | 'ready' | 'failed' | 'gone'
  readonly done: number
  readonly whole: number
  readonly bytes: number
}

const silentMsMax = 5 * minuteMs
const tellEveryMs = 1_000

/** Makes what was agreed to and is not made yet; destroys what was fetched or ran out. */
export const makeCopies: Task = {
  name: 'files-out.make-copies',
  everyMs: 15_000,
  async run(node) {
    for (const { id: council } of await listCouncils(node)) {
      await destroyOld(node, council)
      const copy = await nextToMake(node, council)
      if (copy) await makeCopy(node, council, copy)
    }
  },
}

function inCouncil<T>(node: Node, council: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return node.store.transaction({ council, actor: systemId }, work)
}

/** Taken by one server; a server that fell silent has let it go. */
function nextToMake(node: Node, council: string): Promise<Id | undefined> {
  const now = node.clock.now()
  return inCouncil(node, council, async tx => {
    const { rows: whole } = await sizeOfCouncil(tx, council)
    const found = await sql<{ id: Id }>`
      insert into council_copies (council, id, state, whole, touched_at)
      select f.council, f.id, 'being-made', ${whole}, ${new Date(now)}
      from file_requests f
      where f.council = ${council} and f.list = ${councilCopy} and f.state = 'agreed'
        and f.judged_at > ${new Date(now - agreedMsMax)}
        and not exists (select from council_copies c where c.council = f.council and c.id = f.id
          and (c.state <> 'being-made' or c.touched_at > ${new Date(now - silentMsMax)}))
      order by f.judged_at limit 1
      on conflict (council, id) do update set touched_at = excluded.touched_at, done = 0
        where council_copies.touched_at <= ${new Date(now - silentMsMax)}
      returning id`.execute(tx)
    return found.rows[0]?.id
  })
}

async function makeCopy(node: Node, council: string, copy: Id): Promise<void> {
  const put = putter(node, council, copy)
  try {
    await inCouncil(node, council, tx => dropParts(tx, council, copy))
    await exportCouncil(node, { council, write: put.write, onRows: put.onRows })
    await put.end()
  } catch (error) {
    await inCouncil(node, council, async tx => {
      await dropParts(tx, council, copy)
      await sql`update council_copies set state = 'failed'
        where council = ${council} and id = ${copy}`.execute(tx)
    })
    throw error
  }
}

const partBytes = 1024 * 1024

/** In transactions of their own: the reading is one, and shows nothing until its end. */
function putter(node: Node, council: string, copy: Id) {
  let [held, size, nth, bytes, done, toldMs] = [[] as Buffer[], 0, 0, 0, 0, 0]
  const flush = async () => {
    const part = Buffer.concat(held)
    const at = nth++
    held = []
    size = 0
    bytes += part.length
    await inCouncil(node, council, tx =>
      sql`insert into council_copy_parts (council, copy, nth, bytes)
        values (${council}, ${copy}, ${at}, ${part})`.execute(tx),
    )
  }
  const tell = (state: Copy['state']) =>
    inCouncil(node, council, tx =>
      sql`update council_copies set state = ${state}, done = ${done}, bytes = ${bytes},
          touched_at = ${new Date(node.clock.now())}
        where council = ${council} and id = ${copy}`.execute(tx),
    )
  return {
    async write(chunk: Buffer) {
      held.push(chunk)
      size += chunk.length
      if (size >= partBytes) await flush()
    },
    onRows(rows: number) {
      done = rows
      if (performance.now() - toldMs < tellEveryMs) return
      toldMs = performance.now()
      tell('being-made').catch(() => {})
    },
    async end() {
      if (size > 0) await flush()
      await tell('ready')
    },
  }
}

function destroyOld(node: Node, council: string): Promise<void> {
  const from = new Date(node.clock.now() - agreedMsMax)
  return inCouncil(node, council, async tx => {
    const old = await sql<{ id: Id }>`
      update council_copies c set state = 'gone' from file_requests f
      where c.council = ${council} and c.state in ('ready', 'failed') and f.council = c.council
        and f.id = c.id and (f.judged_at < ${from} or f.taken_at < ${new Date(
          node.clock.now() - silentMsMax,
        )})
      returning c.id`.execute(tx)
    for (const { id } of old.rows) await dropParts(tx, council, id)
  })
}

async function dropParts(tx: Tx, council: string, copy: Id): Promise<void> {
  await sql`delete from council_copy_parts
    where council = ${council} and copy = ${copy}`.execute(tx)
}

export async function copiesOf(tx: Tx, council: string): Promise<ReadonlyMap<Id, Copy>> {
  const found = await sql<Copy>`select id, state, done, whole, bytes from council_copies
    where council = ${council}`.execute(tx)
  return new Map(found.rows.map(one => [one.id, one]))
}

/** The bytes in their order, each part read when the last one went. */
export async function* bytesOf(node: Node, council: string, copy: Id): AsyncGenerator<Buffer> {
  for (let nth = 0; ; nth++) {
    const part = await inCouncil(node, council, async tx => {
      const found = await sql<{ bytes: Buffer }>`select bytes from council_copy_parts
        where council = ${council} and copy = ${copy} and nth = ${nth}`.execute(tx)
      return found.rows[0]?.bytes
    })
    if (!part) return
    yield part
  }
}
