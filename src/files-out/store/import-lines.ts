// How do the lines of an archive become rows? As they were written: text in, and the database
// reads it, so that no number or letter passes through another form.
import { sql } from 'kysely'
import type { Tx } from '../../store/open.ts'

type Lines = readonly string[]

export async function addEntries(tx: Tx, council: string, lines: Lines): Promise<void> {
  await sql`
    with entry as materialized (
      select d.* from unnest(${lines}::text[]) as l (line),
        jsonb_to_record(l.line::jsonb) as d (seq bigint, command uuid, nth integer, kind text,
          version integer, actor uuid, "onBehalfOf" uuid, subjects uuid[], place uuid,
          "happenedAt" timestamptz, "recordedAt" timestamptz, "deviceOffsetMs" integer,
          body jsonb, commitment text, "prevHash" text, hash text, salt text, words jsonb)
    ), kept as (
      insert into register (council, seq, subjects, salt, words)
      select ${council}, seq, subjects, decode(salt, 'hex'), words from entry
      where words is not null
    )
    insert into events (council, seq, command, nth, kind, version, actor, on_behalf_of, subjects,
      place, happened_at, recorded_at, device_offset_ms, body, commitment, prev_hash, hash)
    select ${council}, seq, command, nth, kind, version, actor, "onBehalfOf", subjects, place,
      "happenedAt", "recordedAt", "deviceOffsetMs", body, decode(commitment, 'hex'),
      decode("prevHash", 'hex'), decode(hash, 'hex')
    from entry order by seq`.execute(tx)
}

export async function addCommands(tx: Tx, council: string, lines: Lines): Promise<void> {
  await sql`
    insert into commands (council, id, name, actor, content_hash, answer, recorded_at)
    select ${council}, d.id, d.name, d.actor, decode(d."contentHash", 'hex'), d.answer,
      d."recordedAt"
    from unnest(${lines}::text[]) as l (line), jsonb_to_record(l.line::jsonb) as d (id uuid,
      name text, actor uuid, "contentHash" text, answer jsonb, "recordedAt" timestamptz)
    `.execute(tx)
}

export async function addReads(tx: Tx, council: string, lines: Lines): Promise<void> {
  await sql`
    insert into reads (council, id, at, actor, what, purpose, route, subjects)
    select ${council}, d.id, d.at, d.actor, d.what, d.purpose, d.route, d.subjects
    from unnest(${lines}::text[]) as l (line), jsonb_to_record(l.line::jsonb) as d (id uuid,
      at timestamptz, actor uuid, what text, purpose text, route text, subjects uuid[])
    `.execute(tx)
}
