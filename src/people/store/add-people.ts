// A run of added people becomes rows: person, contact points, flags and words to find them by.
import { sql } from 'kysely'
import { allOf } from '../../events/index.ts'
import { type Id, idFrom } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { personAdded } from '../domain/events.ts'
import { fold, nameKeyOf } from '../domain/keys.ts'
import { matchKeys } from '../domain/match-facts.ts'
import { homeKey } from './first-line.ts'
import { addKeys } from './person-keys.ts'
import { wordsOf } from './write-words.ts'

type Added = typeof personAdded.recorded

export async function addPeople(tx: Tx, events: readonly Added[]): Promise<void> {
  const council = events[0]?.council ?? ''
  const contacts = events.map(contactRows)
  const facts = events.map(personRow)
  const rows = facts.map((row, at) => {
    const found = { ...row, contacts: inOrder(contacts[at] ?? []) }
    return { ...row, words: wordsOf(found), match_keys: matchKeys(found) }
  })
  const added =
    sql`insert into people (council, id, number, place, dwelling, household, name, given,
      middle, family, born, nhs, address, postcode, address_key, language, name_key, family_key,
      flags, source, root, added_at, words, match_keys)
    select ${council}, id, number, place, dwelling, household, name, given, middle, family, born,
      nhs, address, postcode, address_key, language, name_key, family_key, flags, source, id,
      added_at, words, match_keys
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, number bigint,
      place uuid, dwelling uuid, household uuid, name text, given text, middle text, family text,
      born date, nhs text, address text, postcode text, address_key text, language text,
      name_key text, family_key text, flags text[], source text, added_at timestamptz,
      words text, match_keys integer[])`.execute(tx)
  const keyed = rows.map(({ id, match_keys }) => ({ id, keys: match_keys }))
  await allOf([
    added,
    addKeys(tx, council, keyed),
    addFirstContactPoints(tx, council, contacts.flat()),
  ])
  await addFlags(tx, council, events.flatMap(flagRows))
}

/** As they are found again later: of very many, the same ones make words. */
function inOrder(contacts: readonly ContactRow[]): ContactRow[] {
  return [...contacts].sort((one, other) => (one.id < other.id ? -1 : 1))
}

/** The household of a known dwelling follows from it; others are told in the event. */
export function householdOf(body: {
  readonly dwelling?: Id | null | undefined
  readonly household?: Id | null | undefined
}): Id | null {
  if (body.household) return body.household
  return body.dwelling ? idFrom('household', body.dwelling) : null
}

function personRow({ body, words, place, seq, recordedAt }: Added) {
  const given = words?.given ?? ''
  const middle = words?.middle ?? ''
  const family = words?.family ?? ''
  const address = words?.address ?? ''
  const postcode = words?.postcode ?? ''
  return {
    id: body.person,
    number: seq,
    place,
    dwelling: body.dwelling,
    household: householdOf(body),
    name: fullName(given, family),
    given,
    middle,
    family,
    born: words?.born ?? null,
    nhs: words?.nhs ?? null,
    address,
    postcode,
    address_key: homeKey(address, postcode),
    language: words?.language ?? null,
    name_key: nameKeyOf(given, family),
    family_key: fold(family),
    flags: [...new Set(body.flags)].sort(),
    source: body.source,
    added_at: recordedAt,
  }
}

export function fullName(given: string, family: string): string {
  return `${given} ${family}`.trim()
}

function contactRows({ body, words, recordedAt }: Added): ContactRow[] {
  return contactRowsOf({ body, words, recordedAt, source: body.source })
}

type ContactsGiven = {
  readonly body: {
    readonly person: Id
    readonly contactPoints?: readonly { id: Id; kind: string }[] | undefined
  }
  readonly words: { readonly contacts?: readonly { value: string }[] | undefined } | null
  readonly recordedAt: Date
  readonly source: string
}

export type ContactRow = {
  id: Id
  person: Id
  kind: string
  value: string
  source: string
  added_at: Date
}

export function contactRowsOf({ body, words, recordedAt, source }: ContactsGiven): ContactRow[] {
  return (body.contactPoints ?? []).map(({ id, kind }, at) => ({
    id,
    person: body.person,
    kind,
    value: words?.contacts?.[at]?.value ?? '',
    source,
    added_at: recordedAt,
  }))
}

/** Of people who were added this moment: each record stands for itself. */
async function addFirstContactPoints(
  tx: Tx,
  council: string,
  rows: readonly ContactRow[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into contact_points
      (council, id, person, belongs_to, kind, value, source, state, added_at)
    select ${council}, r.id, r.person, r.person, r.kind, r.value, r.source, 'untested', r.added_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, person uuid,
      kind text, value text, source text, added_at timestamptz)`.execute(tx)
}

/** New contact points go to whoever the record stands for now. Erased people get none. */
export async function addContactPoints(
  tx: Tx,
  council: string,
  rows: readonly ContactRow[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into contact_points
      (council, id, person, belongs_to, kind, value, source, state, added_at)
    select ${council}, r.id, p.root, r.person, r.kind, r.value, r.source, 'untested', r.added_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, person uuid,
      kind text, value text, source text, added_at timestamptz)
    join people p on p.council = ${council} and p.id = r.person and p.erased_at is null
  `.execute(tx)
}

function flagRows({ body, actor, recordedAt }: Added): FlagRow[] {
  return [...new Set(body.flags)].map(flag => ({
    person: body.person,
    flag,
    source: body.source,
    raised_by: actor,
    raised_at: recordedAt,
    note: null,
  }))
}

export type FlagRow = {
  person: Id
  flag: string
  source: string
  raised_by: Id
  raised_at: Date
  note: string | null
}

/** A flag raised twice keeps who raised it first. */
export async function addFlags(tx: Tx, council: string, rows: readonly FlagRow[]): Promise<void> {
  if (rows.length === 0) return
  // The ids by themselves, each looked up: in a long load all people would be read every time.
  const people = [...new Set(rows.map(({ person }) => person))]
  await sql`insert into person_flags (council, person, flag, source, raised_by, raised_at, note)
    select ${council}, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (person uuid, flag text, source text, raised_by uuid, raised_at timestamptz, note text)
    where r.person = any (array(select p.id from people p
      where p.council = ${council} and p.id = any (${people}::uuid[]) and p.erased_at is null))
    on conflict do nothing`.execute(tx)
}
