// What do we know already that a batch of rows may be about? Earlier versions, other rows of the
// same file, people, and places: one question each for the whole batch.
import { sql } from 'kysely'
import type { Candidate } from '../../matching/index.ts'
import { nameKeyOf } from '../../people/index.ts'
import type { Tx } from '../../store/open.ts'
import type { EarlierEntry } from '../domain/decide-entry.ts'
import type { Entry } from '../domain/entry.ts'
import { nameKey } from '../domain/read-name.ts'
import type { Outcome } from '../domain/reasons.ts'

/** An entry's latest words on this list, by its key. */
export async function earlierEntries(
  tx: Tx,
  asked: { council: string; list: string; keys: readonly string[] },
): Promise<ReadonlyMap<string, EarlierEntry>> {
  const found = await sql<EarlierEntry & { key: string; loaded: Entry | null }>`
    select e.key, e.id as entry, e.comparable, e.loaded_facts as loaded, e.state,
      'outside-district' = any (e.reasons) as "wasOutside", e.dropped_by is not null as "isDropped",
      coalesce(p.root, e.person) as person
    from list_entries e
    left join people p on p.council = e.council and p.id = e.person
    where e.council = ${asked.council} and e.list = ${asked.list}
      and e.key = any (${asked.keys}::text[])`.execute(tx)
  return new Map(
    found.rows.map(({ key, loaded, ...rest }) => [key, { ...rest, ...(loaded ? { loaded } : {}) }]),
  )
}

export type StagedTwin = {
  readonly row: number
  readonly key: string
  readonly nameBorn: string | null
  readonly comparable: string
  readonly entry: Entry
  readonly entryId: string
  readonly outcome: Outcome
  readonly person: string | null
}

/** Rows of this file that were read before. */
export async function rowsOfFile(
  tx: Tx,
  asked: { council: string; file: string; rows: readonly number[] },
): Promise<readonly StagedTwin[]> {
  if (asked.rows.length === 0) return []
  const found = await sql<StagedTwin>`
    select row, key, name_born as "nameBorn", comparable, entry, entry_id as "entryId", outcome,
      person
    from staged_rows
    where council = ${asked.council} and file = ${asked.file}
      and row = any (${asked.rows}::integer[])
    order by row`.execute(tx)
  return found.rows
}

export type KnownPerson = Candidate & { readonly nameKey: string }

/** People with the same NHS number or the same full name: every rule needs one of the two. */
export async function knownPeople(
  tx: Tx,
  council: string,
  entries: readonly Entry[],
): Promise<readonly KnownPerson[]> {
  const numbers = entries.flatMap(({ nhsNumber }) => nhsNumber ?? [])
  const names = entries.map(registerName).filter(name => name !== '')
  const found = await sql<PersonRow>`
    select p.id as person, p.nhs, p.given, p.family, p.name_key as "nameKey", p.postcode,
      to_char(p.born, 'YYYY-MM-DD') as born, d.uprn,
      coalesce(c.emails, '{}') as emails, coalesce(c.phones, '{}') as phones
    from (
      select * from people where council = ${council} and nhs = any (${numbers}::text[])
      union select * from people
        where council = ${council} and name_key = any (${names}::text[])) p
    left join dwellings d on d.council = p.council and d.id = p.dwelling
    left join lateral (
      select array_agg(lower(value)) filter (where kind = 'email') as emails,
        array_agg(value) filter (where kind <> 'email') as phones
      from contact_points k where k.council = p.council and k.person = p.id) c on true
    where p.merged_into is null and p.erased_at is null`.execute(tx)
  return found.rows.map(knownOf)
}

/** The register's own form of a full name; empty where there is none. */
export function registerName({ firstName, surname }: Entry): string {
  return firstName && surname ? nameKeyOf(firstName, surname) : ''
}

type PersonRow = {
  person: string
  nhs: string | null
  given: string
  family: string
  nameKey: string
  postcode: string
  born: string | null
  uprn: string | null
  emails: string[]
  phones: string[]
}

function knownOf(row: PersonRow): KnownPerson {
  const { person, nhs, given, family, postcode, born, uprn, emails, phones } = row
  return {
    person,
    nameKey: row.nameKey,
    firstName: nameKey(given),
    surname: nameKey(family),
    ...(nhs ? { nhsNumber: nhs } : {}),
    ...(born ? { dateOfBirth: born } : {}),
    ...(uprn ? { uprn } : {}),
    ...(postcode ? { postcode } : {}),
    emails,
    phones,
  }
}

/** First halves of the postcodes that lie in the district; empty when no places are loaded. */
export async function ourOutwards(tx: Tx, council: string): Promise<ReadonlySet<string>> {
  const found = await sql<{ outward: string }>`
    select distinct split_part(postcode, ' ', 1) as outward from postcodes
    where council = ${council}
    union select distinct split_part(postcode, ' ', 1) from dwellings
    where council = ${council}`.execute(tx)
  return new Set(found.rows.map(({ outward }) => outward))
}
