// How does something enter the record? One lock, one statement, then the read models follow.
import { sql } from 'kysely'
import { assert } from '../kernel/assert.ts'
import type { Id } from '../kernel/ids.ts'
import type { Tx } from '../store/open.ts'
import { allOf } from './all-of.ts'
import type { Answer } from './commands.ts'
import type { Draft, Recorded } from './kinds.ts'
import type { Registry } from './registry.ts'
import type { Noted } from './run.ts'

export type AppendContext = {
  readonly council: string
  readonly command: Id
  readonly actor: Id
  /** Milliseconds since 1970 UTC. */
  readonly now: number
  /** Position of the first draft within its command; bulk loads append several times. */
  readonly firstNth: number
  /** Notes the command down as done, with the events. Otherwise the caller does. */
  readonly note?: CommandNote
}

export type CommandNote = {
  readonly name: string
  /** Of what was asked, in hexadecimal. */
  readonly hash: string
  readonly answer: Answer
}

export const draftsMax = 5_000

/** Appends drafts to the council's log and projects them. The log row stays locked to commit. */
export async function append(
  tx: Tx,
  registry: Registry,
  context: AppendContext,
  drafts: readonly Draft[],
): Promise<readonly Recorded[]> {
  const recorded = await insert(tx, registry, [{ context, drafts }])
  await registry.project(tx, recorded)
  return recorded
}

export type Part = { readonly context: AppendContext; readonly drafts: readonly Draft[] }

/**
 * Parts of several commands of one council in one go, no two of them about one person or thing: a
 * statement costs more than its rows. `meanwhile` is asked once the log is locked, in the same
 * message.
 */
export async function appendApart(
  tx: Tx,
  registry: Registry,
  { parts, meanwhile }: { readonly parts: readonly Part[]; meanwhile?(): Promise<void> },
): Promise<readonly Recorded[]> {
  const [recorded] = await allOf([insert(tx, registry, parts), meanwhile?.()])
  await registry.projectApart(tx, recorded)
  return recorded
}

async function insert(
  tx: Tx,
  registry: Registry,
  parts: readonly Part[],
): Promise<readonly Recorded[]> {
  if (parts.every(({ drafts }) => drafts.length === 0)) return []
  const out = writeOut(registry, parts)
  return recordedOf(out, await insertWritten(tx, out))
}

/** Events that were checked, in the words in which they go to the database. */
export type WrittenOut = {
  readonly council: string
  readonly count: number
  readonly said: string
  readonly notes: string
}

export function writeOut(registry: Registry, parts: readonly Part[]): WrittenOut {
  const council = parts[0]?.context.council ?? ''
  const count = parts.reduce((sum, { drafts }) => sum + drafts.length, 0)
  assert(count <= draftsMax, 'an append holds at most 5,000 events')
  const isOneCouncil = parts.every(({ context }) => context.council === council)
  assert(isOneCouncil, 'an append is for one council')
  for (const { drafts } of parts) for (const draft of drafts) registry.check(draft)
  const rows = parts.flatMap(({ context, drafts }) =>
    drafts.map((draft, index) => rowOf(draft, context, context.firstNth + index)),
  )
  const notes = JSON.stringify(notesOf(parts))
  return { council, count, said: JSON.stringify(rows), notes }
}

function rowOf(draft: Draft, { command, actor, now }: AppendContext, nth: number) {
  return {
    command,
    nth,
    actor,
    now: new Date(now).toISOString(),
    kind: draft.kind,
    version: draft.version,
    subjects: draft.subjects,
    place: draft.place ?? null,
    on_behalf_of: draft.onBehalfOf ?? null,
    happened_at: new Date(draft.happenedAt ?? now).toISOString(),
    device_offset_ms: draft.deviceOffsetMs ?? null,
    body: draft.body,
    words: draft.words ?? null,
  }
}

function notesOf(parts: readonly Part[]) {
  return parts.flatMap(({ context: { command, actor, now, note } }) =>
    note ? [{ ...note, id: command, actor, recorded_at: new Date(now).toISOString() }] : [],
  )
}

/** A command that changes nothing is done all the same. */
export async function noteAlone(
  tx: Tx,
  { council, command, actor, now, note }: Noted,
): Promise<void> {
  await sql`insert into commands (council, id, name, actor, content_hash, answer, recorded_at)
    values (${council}, ${command}, ${note.name}, ${actor}, decode(${note.hash}, 'hex'),
      ${JSON.stringify(note.answer)}, ${new Date(now)})`.execute(tx)
}

/**
 * The lock, the command's own row, registers, commitments, hashes, events and the new head in one
 * statement: while the log is locked everybody waits for every message between us and the database.
 * The record's own time never runs backwards, whatever a clock says. `later`: so many events of
 * this command came before those that were counted.
 */
export async function insertWritten(
  tx: Tx,
  { council, said, notes }: WrittenOut,
  later = 0,
): Promise<readonly Placed[]> {
  const result = await sql<Placed>`
    with head as materialized (
      select * from lock_log(${council})
    ), noted as (
      insert into commands (council, id, name, actor, content_hash, answer, recorded_at)
      select head.council, n.id, n.name, n.actor, decode(n.hash, 'hex'), n.answer, n.recorded_at
      from head, jsonb_to_recordset(${notes}::jsonb) as n
        (id uuid, name text, actor uuid, hash text, answer jsonb, recorded_at timestamptz)
    ), incoming as materialized (
      select d.*, d.own_nth + ${later}::integer as nth, max(d.now) over (order by d.ord) as latest,
        case when d.words is not null then uuid_send(gen_random_uuid())
          || uuid_send(gen_random_uuid()) end as salt
      from rows from (jsonb_to_recordset(${said}::jsonb) as (command uuid, nth integer, actor uuid,
          now timestamptz, kind text, version integer, subjects uuid[], place uuid,
          on_behalf_of uuid, happened_at timestamptz, device_offset_ms integer, body jsonb,
          words jsonb)) with ordinality as d (command, own_nth, actor, now, kind, version,
        subjects, place, on_behalf_of, happened_at, device_offset_ms, body, words, ord)
    ), placed as materialized (
      select i.*, head.council, head.seq + i.ord as seq, head.hash as start,
        greatest(i.latest, head.recorded_at) as recorded_at,
        commitment_of(i.salt, i.words) as commitment
      from head, incoming i
    ), chained as materialized (
      select p.*, chain(event_digest(row(council, seq, command, nth, kind, version, actor,
          on_behalf_of, subjects, place, happened_at, recorded_at, device_offset_ms, body,
          commitment, null::bytea, null::bytea)::events), start) over (order by ord) as hash
      from placed p
    ), written as (
      insert into events
      select council, seq, command, nth, kind, version, actor, on_behalf_of, subjects, place,
        happened_at, recorded_at, device_offset_ms, body, commitment,
        coalesce(lag(hash) over (order by ord), start), hash
      from chained
    ), kept as (
      insert into register (council, seq, subjects, salt, words)
      select council, seq, subjects, salt, words from chained
      where words is not null
    ), moved as materialized (
      select move_log(council, seq, hash, recorded_at)
      from (select * from chained order by ord desc limit 1) as last
    )
    select seq, recorded_at as "recordedAt" from chained, moved order by ord`.execute(tx)
  return result.rows
}

/** What only the log can say about an event. */
export type Placed = { readonly seq: number; readonly recordedAt: Date }
type Row = ReturnType<typeof rowOf>

/** Told again from what was sent, not sent back: a whole list would cross the wire twice. */
export function recordedOf({ council, said }: WrittenOut, placed: readonly Placed[]): Recorded[] {
  const written = JSON.parse(said) as Row[]
  return written.map((row, at) => recordedRow(council, row, placed[at] as Placed))
}

function recordedRow(council: string, row: Row, { seq, recordedAt }: Placed): Recorded {
  const { command, kind, version, actor, subjects, place, body, words } = row
  const happenedAt = new Date(row.happened_at)
  const about = { onBehalfOf: row.on_behalf_of, subjects, place, happenedAt, recordedAt }
  return { council, seq, command, kind, version, actor, ...about, body, words }
}
