// How does something enter the record? One lock, one statement, then the read models follow.
import { sql } from 'kysely'
import { assert } from '../kernel/assert.ts'
import type { Id } from '../kernel/ids.ts'
import type { Tx } from '../store/open.ts'
import type { Draft, Recorded } from './kinds.ts'
import type { Registry } from './registry.ts'

export type AppendContext = {
  readonly council: string
  readonly command: Id
  readonly actor: Id
  /** Milliseconds since 1970 UTC. */
  readonly now: number
  /** Position of the first draft within its command; bulk loads append several times. */
  readonly firstNth: number
}

const draftsMax = 5_000

/** Appends drafts to the council's log and projects them. The log row stays locked to commit. */
export async function append(
  tx: Tx,
  registry: Registry,
  context: AppendContext,
  drafts: readonly Draft[],
): Promise<readonly Recorded[]> {
  return appendAll(tx, registry, [{ context, drafts }])
}

export type Part = { readonly context: AppendContext; readonly drafts: readonly Draft[] }

/** Parts of several commands of one council, in one go: a statement costs more than its rows. */
export async function appendAll(
  tx: Tx,
  registry: Registry,
  parts: readonly Part[],
): Promise<readonly Recorded[]> {
  const drafts = parts.flatMap(part => part.drafts)
  const council = parts[0]?.context.council ?? ''
  if (drafts.length === 0) return []
  assert(drafts.length <= draftsMax, 'an append holds at most 5,000 events')
  const isOneCouncil = parts.every(({ context }) => context.council === council)
  assert(isOneCouncil, 'an append is for one council')
  for (const draft of drafts) registry.check(draft)
  const head = await lockHead(tx, council)
  const recorded = await insert(tx, council, { head, rows: rowsOf(parts, head) })
  await registry.project(tx, recorded)
  return recorded
}

type Head = { seq: number; hash: Buffer; recorded_at: Date }

async function lockHead(tx: Tx, council: string): Promise<Head> {
  return tx
    .selectFrom('council_logs')
    .select(['seq', 'hash', 'recorded_at'])
    .where('council', '=', council)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** The record's own time never runs backwards, whatever a clock says. */
function rowsOf(parts: readonly Part[], head: Head) {
  let recordedMs = head.recorded_at.getTime()
  return parts.flatMap(({ context, drafts }) => {
    recordedMs = Math.max(recordedMs, context.now)
    const recordedAt = new Date(recordedMs).toISOString()
    return drafts.map((draft, index) => ({
      ...rowOf(draft, context),
      command: context.command,
      nth: context.firstNth + index,
      actor: context.actor,
      recorded_at: recordedAt,
    }))
  })
}

function rowOf(draft: Draft, context: AppendContext) {
  return {
    kind: draft.kind,
    version: draft.version,
    subjects: draft.subjects,
    place: draft.place ?? null,
    on_behalf_of: draft.onBehalfOf ?? null,
    happened_at: new Date(draft.happenedAt ?? context.now).toISOString(),
    device_offset_ms: draft.deviceOffsetMs ?? null,
    body: draft.body,
    words: draft.words ?? null,
  }
}

type Batch = { head: Head; rows: ReturnType<typeof rowsOf> }

/** Registers, commitments, hashes, events and the new head in one statement. */
async function insert(tx: Tx, council: string, { head, rows }: Batch): Promise<Recorded[]> {
  const recordedAt = rows.at(-1)?.recorded_at
  const result = await sql<Recorded>`
    with incoming as materialized (
      select (t.ord - 1)::integer as ord, d.*,
        case when d.words is not null
          then uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) end as salt
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as t (draft, ord),
        jsonb_to_record(t.draft) as d (command uuid, nth integer, actor uuid,
          recorded_at timestamptz, kind text, version integer, subjects uuid[], place uuid,
          on_behalf_of uuid, happened_at timestamptz, device_offset_ms integer,
          body jsonb, words jsonb)
    ), shaped as materialized (
      select ord, salt, words, row(${council}::text, ${head.seq}::bigint + ord + 1,
        command, nth, kind, version, actor, on_behalf_of,
        subjects, place, happened_at, recorded_at, device_offset_ms, body,
        commitment_of(salt, words), null::bytea, null::bytea)::events as e
      from incoming
    ), chained as materialized (
      select ord, salt, words, e,
        chain(event_digest(e), ${head.hash}::bytea) over (order by ord) as hash
      from shaped
    ), written as (
      insert into events
      select (e).council, (e).seq, (e).command, (e).nth, (e).kind, (e).version, (e).actor,
        (e).on_behalf_of, (e).subjects, (e).place, (e).happened_at, (e).recorded_at,
        (e).device_offset_ms, (e).body, (e).commitment,
        coalesce(lag(hash) over (order by ord), ${head.hash}::bytea), hash
      from chained
    ), kept as (
      insert into register (council, seq, subjects, salt, words)
      select (e).council, (e).seq, (e).subjects, salt, words from chained
      where words is not null
    ), moved as (
      update council_logs set
        seq = ${head.seq}::bigint + ${rows.length},
        hash = (select c.hash from chained c order by ord desc limit 1),
        recorded_at = ${recordedAt}
      where council = ${council}
    )
    select (e).council, (e).seq, (e).command, (e).kind, (e).version, (e).actor,
      (e).on_behalf_of as "onBehalfOf", (e).subjects, (e).place,
      (e).happened_at as "happenedAt", (e).recorded_at as "recordedAt", (e).body, words
    from chained order by ord`.execute(tx)
  return result.rows
}
