// A load is taken back: its entries say again what the versions that stand say of them.
import { sql } from 'kysely'
import type { Apply } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { EntryState } from '../domain/events.ts'
import type { undoAsked, versionPurged, versionUndone } from '../domain/version-events.ts'
import { removeEntryKeys, retellKeys } from './told-keys.ts'

export const projectUndone: Readonly<Record<string, Apply>> = {
  async 'lists.UndoAsked'(tx, events: readonly (typeof undoAsked.recorded)[]) {
    for (const { council, body, words, actor, recordedAt } of events) {
      await sql`update list_versions set undo_asked_at = ${recordedAt}, undo_asked_by = ${actor},
          undo_reason = ${words?.reason ?? null}
        where council = ${council} and id = ${body.version}`.execute(tx)
    }
  },
  async 'lists.VersionUndone'(tx, events: readonly (typeof versionUndone.recorded)[]) {
    for (const { council, body, words, actor, recordedAt } of events) {
      const { version, list } = body
      await sql`update list_versions set undone_at = ${recordedAt}, undone_by = ${actor},
          undo_reason = coalesce(${words?.reason ?? null}, undo_reason)
        where council = ${council} and id = ${version}`.execute(tx)
      await takeBack(tx, council, { version, list })
    }
  },
  async 'lists.VersionPurged'(tx, events: readonly (typeof versionPurged.recorded)[]) {
    for (const { council, body, actor, recordedAt } of events) {
      await sql`update list_versions set undone_at = ${recordedAt}, undone_by = ${actor},
          is_purged = true, file_name = null
        where council = ${council} and id = ${body.version}`.execute(tx)
      await takeBack(tx, council, body)
    }
  },
}

type TakingBack = { readonly version: Id; readonly list: string }

async function takeBack(tx: Tx, council: string, { version, list }: TakingBack): Promise<void> {
  await asksAsBefore(tx, council, version)
  await readAsBefore(tx, council, version)
  await listAsBefore(tx, council, { version, list })
}

/**
 * Whom it dropped and nobody has decided about, and whom it made withdraw, decided or not: that
 * rested on a wrong file. What was decided before it asked holds again.
 */
async function asksAsBefore(tx: Tx, council: string, version: Id): Promise<void> {
  const taken = sql`delete from basis_checks where council = ${council} and version = ${version}
    and (why = 'dropped' and state = 'open' or why = 'withdrawn' and state <> 'kept')
    returning before`
  await sql`with taken as (${taken}) insert into basis_checks
    select b.* from taken, jsonb_populate_record(null::basis_checks, taken.before) b
    where taken.before is not null
    on conflict do nothing`.execute(tx)
}

/** What this version read goes; what was read before it, if anything, is what the entry says. */
async function readAsBefore(tx: Tx, council: string, version: Id): Promise<void> {
  const read = await sql<{ entry: Id }>`select distinct entry from list_readings
    where council = ${council} and version = ${version}`.execute(tx)
  const entries = read.rows.map(({ entry }) => entry)
  await removeEntryKeys(tx, council, entries)
  await sql`delete from list_entries e using list_readings r
    where r.council = ${council} and r.version = ${version}
      and e.council = ${council} and e.id = r.entry
      and not exists (select from list_readings o
        join list_versions v on v.council = o.council and v.id = o.version and v.undone_at is null
        where o.council = ${council} and o.entry = r.entry and o.seq < r.seq)`.execute(tx)
  const told = await tellings(tx, council, version)
  const rows = [...Map.groupBy(told, ({ entry }) => entry).values()].map(folded)
  await sql`update list_entries e set key = r.key, comparable = r.comparable, facts = r.facts,
      raw = r.raw, loaded_facts = r.loaded_facts, state = r.state, reasons = r.reasons,
      candidates = r.candidates, person = r.person, read_at = r.read_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (entry uuid, key text,
      comparable text, facts jsonb, raw jsonb, loaded_facts jsonb, state text, reasons text[],
      candidates uuid[], person uuid, read_at timestamptz)
    where e.council = ${council} and e.id = r.entry`.execute(tx)
  await retellKeys(tx, council, entries)
}

type Words = { key: string; comparable: string; facts: unknown; raw: string[] }
type Telling = {
  readonly entry: Id
  readonly at: Date
  readonly body: {
    readonly state?: EntryState
    readonly reasons?: readonly string[]
    readonly candidates?: readonly Id[]
    readonly person: Id | null
    readonly decision?: string
  }
  readonly words: Words | null
  /** For whom the person that it names stands now. */
  readonly root: Id | null
  /** Whose it turned out to be when two records were parted. */
  readonly whose: Id | null
}

/** Readings by versions that stand, and decisions, each from before this version read the entry. */
async function tellings(tx: Tx, council: string, version: Id): Promise<readonly Telling[]> {
  const found = await sql<Telling>`
    with mine as (
      select entry, min(seq) as seq from list_readings
      where council = ${council} and version = ${version} group by entry
    ), told as (
      select o.entry, o.seq from mine m
      join list_readings o on o.council = ${council} and o.entry = m.entry and o.seq < m.seq
      join list_versions v on v.council = ${council} and v.id = o.version and v.undone_at is null
      union all
      select d.entry, d.seq from mine m
      join list_decisions d on d.council = ${council} and d.entry = m.entry and d.seq < m.seq
    )
, ascribed as materialized (
      select (body ->> 'entry')::uuid as entry, (body ->> 'person')::uuid as person,
        jsonb_array_elements_text(body -> 'told')::bigint as seq
      from events where council = ${council} and kind = 'lists.EntryAscribed'
    )
    select t.entry, e.recorded_at as at, e.body, r.words, p.root, (select a.person from ascribed a
      where a.entry = t.entry and a.seq = t.seq limit 1) as whose
    from told t
    join events e on e.council = ${council} and e.seq = t.seq
    left join register r on r.council = ${council} and r.seq = t.seq
    left join people p on p.council = ${council} and p.id = (e.body ->> 'person')::uuid
    order by t.entry, t.seq`.execute(tx)
  return found.rows
}

/** As the projections of each telling, one after the other, would leave the entry. */
function folded(told: readonly Telling[]) {
  const row = {
    state: 'held',
    person: null as Id | null,
    root: null as Id | null,
    loaded_facts: null as unknown,
  }
  let said: Words | null = null
  let reading: Telling | undefined
  for (const one of told) {
    const { decision, state } = one.body
    Object.assign(row, ownOf(row, one))
    if (decision === undefined) {
      reading = one
      said = one.words
      row.state = state ?? row.state
      if (state === 'loaded') row.loaded_facts = said?.facts ?? null
    } else {
      row.state = decision === 'leave-out' ? 'left-out' : 'loaded'
      if (decision !== 'leave-out') row.loaded_facts = said?.facts ?? null
    }
  }
  const { root: _, ...entry } = row
  return {
    ...entry,
    entry: told[0]?.entry,
    key: said?.key ?? null,
    comparable: said?.comparable ?? null,
    facts: said?.facts ?? null,
    raw: said?.raw ?? null,
    reasons: reading?.body.reasons ?? [],
    candidates: reading?.body.candidates ?? [],
    read_at: reading?.at,
  }
}

type Own = { readonly person: Id | null; readonly root: Id | null }

/** The record that it made first stays its own while that one is joined, and after a parting. */
function ownOf(before: Own, { body, root, whose }: Telling): Own {
  if (whose) return { person: whose, root: whose }
  if (body.person === null || (before.root !== null && before.root === root)) return before
  return { person: body.person, root }
}

/** On which of the versions that stand was each entry last, and which of them dropped it? */
async function listAsBefore(
  tx: Tx,
  council: string,
  { version, list }: { version: Id; list: string },
): Promise<void> {
  await sql`with mine as (
      select entry from list_rows where council = ${council} and version = ${version}
      union select id from list_entries where council = ${council} and dropped_by = ${version}
    ), last as (
      select distinct on (l.entry) l.entry, l.version, v.number from mine m
      join list_rows l on l.council = ${council} and l.entry = m.entry
      join list_versions v on v.council = ${council} and v.id = l.version and v.undone_at is null
      order by l.entry, v.number desc
    )
    update list_entries e set last_version = last.version, dropped_by = case
        when e.state in ('loaded', 'held') then (select n.id from list_versions n
          where n.council = ${council} and n.list = ${list} and n.undone_at is null
            and n.number > last.number order by n.number limit 1) end
    from last where e.council = ${council} and e.id = last.entry`.execute(tx)
}
