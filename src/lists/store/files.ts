// Where is a received file kept? In parts beside the record, as it came, until its retention ends.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../access/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'
import type { FileProblem } from '../domain/file-problems.ts'
import type { Renamed } from '../domain/header.ts'
import { fileBytesMax } from '../domain/limits.ts'
import type { Profile } from '../domain/profile.ts'
import type { Received } from '../reading/read-list-file.ts'

export type Arriving = {
  /** None where the list is to be recognised by its columns. */
  readonly profile?: Profile | undefined
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array>
}
export type KeptFile = {
  readonly id: Id
  readonly list: string
  readonly name: string
  readonly checksum: string
  readonly receivedAt: Date
  readonly bytes: number
}

/** A file whose list nobody said yet; it is set when the file is recognised. */
export const unknownList = ''
const unknownKeptDays = 31
const partBytes = 1024 * 1024
const nameCharactersMax = 200

/** Keeps a file part by part; one that is too large is let go again and leaves nothing. */
export async function keepFile(
  node: Node,
  actor: Actor,
  arriving: Arriving,
): Promise<KeptFile | FileProblem> {
  const id = newId()
  const who = { council: actor.council, actor: actor.id }
  const write = (work: (tx: Tx) => Promise<unknown>) => node.store.transaction(who, work)
  await write(tx => insertFile(tx, actor, { id, arriving, now: node.clock.now() }))
  const hash = createHash('sha256')
  let bytes = 0
  let lines = 0
  let nth = 0
  const drop = () => write(tx => dropFile(tx, actor.council, id))
  try {
    for await (const part of parts(arriving.chunks)) {
      bytes += part.length
      if (bytes > fileBytesMax) {
        await drop()
        return { problem: 'file-too-large' }
      }
      hash.update(part)
      lines += lineEndsIn(part)
      const at = nth++
      await write(tx =>
        sql`insert into list_file_parts (council, file, nth, bytes)
          values (${actor.council}, ${id}, ${at}, ${part})`.execute(tx),
      )
    }
  } catch (error) {
    // Broken off on its way here: nothing of it is of use.
    await drop()
    throw error
  }
  const checksum = hash.digest('hex')
  await write(tx =>
    sql`update list_files set state = 'arrived', bytes = ${bytes}, lines = ${lines},
        checksum = ${checksum}
      where council = ${actor.council} and id = ${id}`.execute(tx),
  )
  const receivedAt = new Date(node.clock.now())
  const { profile, name } = arriving
  return {
    id,
    list: profile?.id ?? unknownList,
    name: shortName(name),
    checksum,
    receivedAt,
    bytes,
  }
}

/** The bytes again, from the start, each part in turn. */
export function openFile(tx: Tx, council: string, file: Id): Received {
  return {
    async *open() {
      for (let nth = 0; ; nth++) {
        const found = await sql<{ bytes: Buffer }>`select bytes from list_file_parts
          where council = ${council} and file = ${file} and nth = ${nth}`.execute(tx)
        const part = found.rows[0]?.bytes
        if (!part) return
        yield part
      }
    },
  }
}

/** A thrown-away file leaves a line that it was here, and no words. */
export async function dropFile(tx: Tx, council: string, file: Id): Promise<void> {
  // Two who throw away one file go one after the other: its rows have no order of their own.
  await sql`select 1 from list_files where council = ${council} and id = ${file}
    for update`.execute(tx)
  await sql`delete from list_file_parts where council = ${council} and file = ${file}`.execute(tx)
  await sql`delete from staged_rows where council = ${council} and file = ${file}`.execute(tx)
  await sql`update list_files set state = 'thrown-away', name = ''
    where council = ${council} and id = ${file} and state <> 'loaded'`.execute(tx)
}

/**
 * The same bytes handed in before, by a load that was stopped or by a second pair of hands: once
 * they are loaded nobody has to decide about the others.
 */
export async function forgetCopies(
  tx: Tx,
  council: string,
  { id, list, checksum }: { id: Id; list: string; checksum: string },
): Promise<void> {
  const found = await sql<{ id: Id }>`select id from list_files
    where council = ${council} and list = ${list} and checksum = ${checksum} and id <> ${id}
      and state in ('arrived', 'read', 'refused')`.execute(tx)
  for (const copy of found.rows) await dropFile(tx, council, copy.id)
}

/** The list that a file turned out to be; it is kept as long as that list's files are. */
export async function nameList(
  tx: Tx,
  { council, file }: { council: string; file: Id },
  { id, rawKeptDays }: Pick<Profile, 'id' | 'rawKeptDays'>,
): Promise<void> {
  await sql`update list_files set list = ${id},
      kept_until = received_at + make_interval(days => ${rawKeptDays})
    where council = ${council} and id = ${file} and list = ${unknownList}`.execute(tx)
}

/** What a person said about its columns, or which list it is, is kept until the file is read. */
export async function readAgain(
  tx: Tx,
  { council, file, list }: { council: string; file: Id; list?: string },
  renamed: readonly Renamed[],
): Promise<void> {
  await sql`update list_files set state = 'arrived', rows_read = 0, touched_at = null,
      list = coalesce(${list ?? null}, list), reading = ${JSON.stringify({ renamed })}::jsonb
    where council = ${council} and id = ${file} and state <> 'loaded'`.execute(tx)
}

type NewFile = { id: Id; arriving: Arriving; now: number }

function insertFile(tx: Tx, actor: Actor, { id, arriving, now }: NewFile) {
  const { profile, name } = arriving
  const keptUntil = new Date(now + (profile?.rawKeptDays ?? unknownKeptDays) * dayMs)
  const list = profile?.id ?? unknownList
  return sql`insert into list_files
      (council, id, list, name, received_at, received_by, kept_until, state)
    values (${actor.council}, ${id}, ${list}, ${shortName(name)}, ${new Date(now)},
      ${actor.id}, ${keptUntil}, 'arriving')`.execute(tx)
}

/** Browsers may send a path; the last part is the name. */
function shortName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return last.replace(/\p{Cc}/gu, '').slice(0, nameCharactersMax)
}

function lineEndsIn(part: Buffer): number {
  let count = 0
  for (let at = part.indexOf(lineFeed); at !== -1; at = part.indexOf(lineFeed, at + 1)) count += 1
  return count
}

const lineFeed = 10

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
