// A run of corrections changes rows: only what each one names, later ones last.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { personCorrected } from '../domain/events.ts'
import { fold, nameKeyOf } from '../domain/keys.ts'
import { addContactPoints, contactRowsOf, fullName, householdOf } from './add-people.ts'
import { homeKey } from './first-line.ts'
import { changeWords } from './write-words.ts'

type Corrected = typeof personCorrected.recorded
type Change = { id: Id; set: Record<string, unknown> }

export async function correctPeople(tx: Tx, events: readonly Corrected[]): Promise<void> {
  const council = events[0]?.council ?? ''
  const changes = new Map<Id, Change>()
  for (const event of events) {
    const id = event.body.person
    const before = changes.get(id)?.set ?? {}
    changes.set(id, { id, set: { ...before, ...setOf(event) } })
  }
  const people = [...changes.keys()]
  await changeRows(tx, council, [...changes.values()])
  await removeContactPoints(
    tx,
    council,
    events.flatMap(({ body }) => body.removed ?? []),
  )
  await addContactPoints(
    tx,
    council,
    events.flatMap(event => contactRowsOf({ ...event, source: event.body.source ?? 'staff' })),
  )
  await changeWords(tx, council, people)
}

async function removeContactPoints(tx: Tx, council: string, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from contact_points
    where council = ${council} and id = any (${[...ids]}::uuid[])`.execute(tx)
}

function setOf({ body, words }: Corrected): Record<string, unknown> {
  const { contacts: _, ...said } = words ?? {}
  const isMoved = body.dwelling !== undefined || body.household !== undefined
  return {
    ...said,
    ...(body.place === undefined ? {} : { place: body.place }),
    ...(body.dwelling === undefined ? {} : { dwelling: body.dwelling }),
    ...(isMoved ? { household: householdOf(body) } : {}),
  }
}

const texts = ['given', 'middle', 'family', 'address', 'postcode'] as const
const types = {
  place: sql`uuid`,
  dwelling: sql`uuid`,
  household: sql`uuid`,
  born: sql`date`,
  nhs: sql`text`,
  language: sql`text`,
}

async function changeRows(tx: Tx, council: string, changes: readonly Change[]): Promise<void> {
  const kept = texts.map(
    name => sql`${sql.ref(name)} = coalesce(r.set->>${name}, p.${sql.ref(name)})`,
  )
  const set = Object.entries(types).map(
    ([name, type]) => sql`${sql.ref(name)} = case when r.set ? ${name}
      then (r.set->>${name})::${type} else p.${sql.ref(name)} end`,
  )
  const changed = await sql<Named>`update people p set ${sql.join([...kept, ...set])}
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as r (id uuid, set jsonb)
    where p.council = ${council} and p.id = r.id and p.erased_at is null
    returning p.id, p.given, p.family, p.address, p.postcode`.execute(tx)
  await changeKeys(tx, council, changed.rows)
}

type Named = { id: Id; given: string; family: string; address: string; postcode: string }

async function changeKeys(tx: Tx, council: string, named: readonly Named[]): Promise<void> {
  const rows = named.map(({ id, given, family, address, postcode }) => ({
    id,
    name: fullName(given, family),
    name_key: nameKeyOf(given, family),
    family_key: fold(family),
    address_key: homeKey(address, postcode),
  }))
  await sql`update people p set name = r.name, name_key = r.name_key, family_key = r.family_key,
      address_key = r.address_key
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (id uuid, name text, name_key text, family_key text, address_key text)
    where p.council = ${council} and p.id = r.id`.execute(tx)
}
