// Event in, rows changed: versions and their rows, facts and how long they stood, codes, and rows
// that wait for an answer.
import { sql } from 'kysely'
import type { Apply } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type {
  codesGiven,
  factsSet,
  loadConfirmed,
  loadUndone,
  rowsAccounted,
  rowsHeld,
  whereAnswered,
} from '../domain/events.ts'

export const project: Readonly<Record<string, Apply>> = {
  async 'geography.LoadConfirmed'(tx, events: readonly (typeof loadConfirmed.recorded)[]) {
    for (const { council, command, body, words, actor, recordedAt } of events) {
      const { version, kind, number, counts } = body
      await sql`insert into geo_versions (council, id, kind, number, edition, file_name, checksum,
          taken_as, command, loaded_at, loaded_by, rows, accepted, changed, unchanged,
          needs_review, refused, remarks, unlisted)
        values (${council}, ${version}, ${kind}, ${number}, ${body.edition},
          ${words?.fileName ?? null}, ${body.checksum}, ${body.takenAs}, ${command},
          ${recordedAt}, ${actor}, ${counts.rows}, ${counts.accepted}, ${counts.changed},
          ${counts.unchanged}, ${counts.needs_review}, ${counts.refused},
          ${JSON.stringify(body.remarks)}, ${JSON.stringify(body.unlisted)})`.execute(tx)
    }
  },
  async 'geography.RowsAccounted'(tx, events: readonly (typeof rowsAccounted.recorded)[]) {
    const rows = events.flatMap(({ body, words }) =>
      body.rows.map((row, at) => {
        return { ...row, version: body.version, what: words?.whats[at] ?? null }
      }),
    )
    await sql`insert into geo_rows (council, version, row, outcome, reasons, what, at)
      select ${events[0]?.council ?? ''}, version, row, outcome, reasons, what, at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (version uuid, row integer,
        outcome text, reasons text[], what text, at text)`.execute(tx)
  },
  async 'geography.FactsSet'(tx, events: readonly (typeof factsSet.recorded)[]) {
    for (const { council, body, recordedAt } of events) {
      const { version, number, kind, facts } = body
      const keys = facts.map(fact => fact.key)
      await sql`update geo_facts set stands = false, until_at = ${recordedAt}
        where council = ${council} and kind = ${kind} and stands
          and key = any (${keys}::text[])`.execute(tx)
      await sql`insert into geo_facts (council, kind, key, version, number, value, from_at)
        select ${council}, ${kind}, key, ${version}, ${number}, nullif(value, 'null'),
          ${recordedAt}
        from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as r (key text, value jsonb)
      `.execute(tx)
    }
  },
  async 'geography.CodesGiven'(tx, events: readonly (typeof codesGiven.recorded)[]) {
    for (const { council, body, recordedAt } of events) {
      const rows = JSON.stringify(body.codes)
      await sql`update place_codes c set until_at = ${recordedAt}
        from jsonb_to_recordset(${rows}::jsonb) as r (place uuid, code text)
        where c.council = ${council} and c.place = r.place and c.code <> r.code
          and c.until_at is null`.execute(tx)
      await sql`insert into place_codes (council, place, code, edition, version, from_at)
        select ${council}, place, code, edition, ${body.version}, ${recordedAt}
        from jsonb_to_recordset(${rows}::jsonb) as r (place uuid, code text, edition text)
        on conflict (council, place, code) do update set until_at = null`.execute(tx)
    }
  },
  async 'geography.RowsHeld'(tx, events: readonly (typeof rowsHeld.recorded)[]) {
    for (const { council, body, words, recordedAt } of events) {
      const rows = body.held.map((held, at) => ({ ...held, ...(words?.rows[at] ?? {}) }))
      await sql`insert into geo_held (council, id, version, question, row, reason, near, code,
          edition, what, uprn, address, street, village, postcode, held_at, state)
        select ${council}, id, ${body.version}, question, row, reason, near, code, edition, what,
          uprn, address, street, village, postcode, ${recordedAt}, 'open'
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, question uuid,
          row integer, reason text, near uuid, code text, edition text, what text, uprn text,
          address text, street text, village text, postcode text)
        on conflict (council, id) do update set version = excluded.version, row = excluded.row,
          near = excluded.near, state = 'open', held_at = excluded.held_at`.execute(tx)
    }
  },
  async 'geography.WhereAnswered'(tx, events: readonly (typeof whereAnswered.recorded)[]) {
    for (const { council, place, body } of events) {
      await sql`update geo_held set state = ${body.answer}, place = ${place}
        where council = ${council} and question = ${body.question} and state = 'open'
      `.execute(tx)
    }
  },
  async 'geography.LoadUndone'(tx, events: readonly (typeof loadUndone.recorded)[]) {
    for (const { council, body, actor, recordedAt } of events) {
      await sql`update geo_versions set undone_at = ${recordedAt}, undone_by = ${actor},
          kept = ${body.kept}
        where council = ${council} and id = ${body.version}`.execute(tx)
      await restoreFacts(tx, { council, version: body.version, at: recordedAt })
      await restoreCodes(tx, { council, version: body.version, at: recordedAt })
      await sql`update geo_held set state = 'undone'
        where council = ${council} and version = ${body.version} and state = 'open'`.execute(tx)
    }
  },
}

type Undone = { readonly council: string; readonly version: Id; readonly at: Date }

/** What the version said stands no more; what the version before it said does again. */
async function restoreFacts(tx: Tx, { council, version, at }: Undone): Promise<void> {
  await sql`update geo_facts set undone = true, stands = false, until_at = coalesce(until_at, ${at})
    where council = ${council} and version = ${version}`.execute(tx)
  await sql`update geo_facts f set stands = true, until_at = null
    from (select distinct on (g.kind, g.key) g.kind, g.key, g.version
      from geo_facts mine
      join geo_facts g on g.council = mine.council and g.kind = mine.kind and g.key = mine.key
        and not g.undone
      where mine.council = ${council} and mine.version = ${version}
      order by g.kind, g.key, g.number desc) last
    where f.council = ${council} and f.kind = last.kind and f.key = last.key
      and f.version = last.version`.execute(tx)
}

async function restoreCodes(tx: Tx, { council, version, at }: Undone): Promise<void> {
  await sql`update place_codes c set until_at = null from place_codes mine
    where mine.council = ${council} and mine.version = ${version} and c.council = mine.council
      and c.place = mine.place and c.code <> mine.code and c.until_at = mine.from_at`.execute(tx)
  await sql`update place_codes set until_at = ${at}
    where council = ${council} and version = ${version} and until_at is null`.execute(tx)
}
