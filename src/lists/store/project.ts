// Event in, rows changed: versions, the account of their rows, and what each entry says now.
import { type RawBuilder, sql } from 'kysely'
import { type Apply, allOf } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { contactPointMoved, erased, personCorrected } from '../../people/index.ts'
import type { Tx } from '../../store/open.ts'
import type { Entry } from '../domain/entry.ts'
import type {
  entriesDropped,
  entryRead,
  fileDestroyed,
  heldDecided,
  rowsAccounted,
  versionLoaded,
} from '../domain/events.ts'
import { forgetAscribed } from './part-entries.ts'
import { askForDropped, projectBases } from './project-bases.ts'
import { projectProfiles } from './project-profiles.ts'
import { projectPurged } from './project-purged.ts'
import { keepDecisions, keepReadings } from './project-readings.ts'
import { projectUndone } from './project-undone.ts'
import { addEntryKeys, retellKeys, retellOf, type Told, toldKeys } from './told-keys.ts'

export const project: Readonly<Record<string, Apply>> = {
  ...projectBases,
  ...projectPurged,
  ...projectUndone,
  ...projectProfiles,
  async 'lists.VersionLoaded'(tx, events: readonly (typeof versionLoaded.recorded)[]) {
    for (const { council, body, words, actor, recordedAt } of events) {
      const { version, list, number, counts } = body
      await sql`insert into list_versions (council, id, list, number, profile_version, checksum,
          file, file_name, decider, received_at, loaded_at, loaded_by, decide_by, shrink_reason,
          rows, accepted, changed, unchanged, needs_review, rejected, added_people,
          died, dropped, remarks)
        values (${council}, ${version}, ${list}, ${number}, ${body.profileVersion},
          ${body.checksum}, ${body.file}, ${words?.fileName ?? null}, ${body.decider},
          ${new Date(body.receivedAt)}, ${recordedAt}, ${actor}, ${new Date(body.decideBy)},
          ${words?.shrinkReason ?? null},
          ${counts.rows}, ${counts.accepted}, ${counts.changed}, ${counts.unchanged},
          ${counts.needs_review}, ${counts.rejected},
          ${body.addedPeople}, ${body.died}, ${body.dropped}, ${JSON.stringify(body.remarks)})
      `.execute(tx)
    }
  },
  async 'lists.EntryRead'(tx, events: readonly (typeof entryRead.recorded)[]) {
    const council = events[0]?.council ?? ''
    const last = new Map(events.map(event => [event.body.entry, event]))
    const rows = [...last.values()].map(({ body, words, recordedAt }) => ({
      id: body.entry,
      list: body.list,
      key: words?.key ?? null,
      comparable: words?.comparable ?? null,
      facts: words?.facts ?? null,
      raw: words?.raw ?? null,
      state: body.state,
      reasons: body.reasons,
      candidates: body.candidates,
      person: body.person,
      version: body.version,
      read_at: recordedAt,
    }))
    const keys = await toldKeys(tx, council, rows.map(asTold))
    const keyed = rows.map(row => ({ ...row, told_keys: keys.get(row.id) ?? [] }))
    const writing = sql<Written>`insert into list_entries (council, id, list, key,
        comparable, facts, raw, loaded_facts, state, reasons, candidates, person, first_version,
        last_version, read_at, told_keys)
      select ${council}, r.id, r.list, r.key, r.comparable, r.facts, r.raw,
        case when r.state = 'loaded' then r.facts end, r.state, r.reasons, r.candidates, r.person,
        r.version, r.version, r.read_at, r.told_keys
      from jsonb_to_recordset(${JSON.stringify(keyed)}::jsonb) as r (id uuid, list text, key text,
        comparable text, facts jsonb, raw jsonb, state text, reasons text[],
        candidates uuid[], person uuid, version uuid, read_at timestamptz, told_keys integer[])
      on conflict (council, id) do update set key = excluded.key,
        comparable = excluded.comparable, facts = excluded.facts, raw = excluded.raw,
        loaded_facts = case when excluded.state = 'loaded' then excluded.facts
          else list_entries.loaded_facts end,
        state = excluded.state, reasons = excluded.reasons, candidates = excluded.candidates,
        person = ${ownRecord(sql`excluded.person`)},
        last_version = excluded.last_version, read_at = excluded.read_at, dropped_by = null
      returning id, xmax <> 0 as "isKnown"
    `.execute(tx)
    const [written] = await allOf([writing, keepReadings(tx, council, events)])
    await keepKeys(tx, council, { keys, written: written.rows })
  },
  async 'lists.RowsAccounted'(tx, events: readonly (typeof rowsAccounted.recorded)[]) {
    const council = events[0]?.council ?? ''
    const rows = events.flatMap(({ body: { version, rows } }) =>
      rows.map(row => ({ ...row, version })),
    )
    await sql`insert into list_rows
        (council, version, row, outcome, reasons, change, entry, person)
      select ${council}, r.version, r.row, r.outcome, r.reasons, r.change, r.entry, r.person
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (version uuid, row integer,
        outcome text, reasons text[], change text, entry uuid, person uuid)`.execute(tx)
    for (const [version, some] of Map.groupBy(rows, row => row.version)) {
      const entries = [...new Set(some.map(({ entry }) => entry))]
      // Most were written a moment ago with this very version, and stay as they are.
      await sql`update list_entries set last_version = ${version}, dropped_by = null
        where council = ${council} and id = any (${entries}::uuid[])
          and (last_version <> ${version} or dropped_by is not null)`.execute(tx)
    }
  },
  async 'lists.FileDestroyed'(tx, events: readonly (typeof fileDestroyed.recorded)[]) {
    for (const { council, body, recordedAt } of events) {
      await sql`update list_versions set file_destroyed_at = ${recordedAt}
        where council = ${council} and file = ${body.file}`.execute(tx)
    }
  },
  async 'lists.EntriesDropped'(tx, events: readonly (typeof entriesDropped.recorded)[]) {
    for (const { council, body, recordedAt } of events) {
      await sql`update list_entries set dropped_by = ${body.version}
        where council = ${council} and id = any (${body.entries}::uuid[])`.execute(tx)
      await askForDropped(tx, { council, body, recordedAt })
    }
  },
  async 'lists.HeldDecided'(tx, events: readonly (typeof heldDecided.recorded)[]) {
    await keepDecisions(tx, events)
    for (const { council, body } of events) {
      const isLeftOut = body.decision === 'leave-out'
      await sql`update list_entries set state = ${isLeftOut ? 'left-out' : 'loaded'},
          person = ${ownRecord(sql`${body.person}::uuid`)},
          loaded_facts = case when ${isLeftOut} then loaded_facts else facts end
        where council = ${council} and id = ${body.entry}`.execute(tx)
      await retellKeys(tx, council, [body.entry])
    }
  },
  async 'people.PersonCorrected'(tx, events: readonly (typeof personCorrected.recorded)[]) {
    const people = [...new Set(events.map(({ body }) => body.person))]
    await retellOf(tx, events[0]?.council ?? '', people)
  },
  async 'people.ContactPointMoved'(tx, events: readonly (typeof contactPointMoved.recorded)[]) {
    const people = [...new Set(events.flatMap(({ subjects }) => subjects))]
    await retellOf(tx, events[0]?.council ?? '', people)
  },
  /** The words go; that there was a row, and what became of it, stays. */
  async 'people.Erased'(tx, events: readonly (typeof erased.recorded)[]) {
    for (const { council, subjects, seq } of events) {
      const ascribed = await forgetAscribed(tx, council, { subjects, seq })
      // A row that was held had no person yet: its words lie under the entry's own id.
      await sql`delete from register r where r.council = ${council} and r.seq < ${seq}
        and r.subjects && array(select id from list_entries
          where council = ${council} and person = any (${subjects}::uuid[]))`.execute(tx)
      const forgotten = await sql<{ id: Id }>`update list_entries
        set key = null, comparable = null, facts = null, raw = null, loaded_facts = null
        where council = ${council}
          and (person = any (${subjects}::uuid[]) or id = any (${subjects}::uuid[]))
        returning id`.execute(tx)
      await retellKeys(tx, council, [...ascribed, ...forgotten.rows.map(({ id }) => id)])
      await sql`delete from basis_checks
        where council = ${council} and person = any (${subjects}::uuid[])`.execute(tx)
    }
  },
}

type Written = { readonly id: Id; readonly isKnown: boolean }
type Reading = {
  readonly keys: ReadonlyMap<Id, readonly number[]>
  readonly written: readonly Written[]
}

/**
 * An entry of an earlier version (its row has a predecessor: xmax) may be about another record than
 * this row says by itself.
 */
async function keepKeys(tx: Tx, council: string, { keys, written }: Reading): Promise<void> {
  const isNew = ({ isKnown }: Written) => !isKnown
  const fresh = written.filter(isNew).map(({ id }) => ({ id, keys: keys.get(id) ?? [] }))
  await addEntryKeys(tx, council, fresh)
  const known = written.filter(({ isKnown }) => isKnown).map(({ id }) => id)
  await retellKeys(tx, council, known)
}

type Row = { readonly id: Id; readonly person: Id | null; readonly state: string }

function asTold({ id, person, state, facts }: Row & { readonly facts: unknown }): Told {
  return { id, person, facts: state === 'loaded' ? (facts as Entry | null) : null }
}

/**
 * A row stays with the record that it made, also while that one is joined into another: so a
 * parting knows by itself whose it is.
 */
function ownRecord(person: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case when exists (select from people p where p.council = list_entries.council
    and p.id = list_entries.person and p.root = ${person}) then list_entries.person
    else coalesce(${person}, list_entries.person) end`
}
