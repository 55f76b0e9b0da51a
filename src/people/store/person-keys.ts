// The keys by which records are found again, one row each: written with what they follow from.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export type Keyed = { readonly id: Id; readonly keys: readonly number[] }

/** Of people who were added this moment, or whose old keys are gone. In order, as the index is. */
export async function addKeys(tx: Tx, council: string, people: readonly Keyed[]): Promise<void> {
  const rows = people.flatMap(({ id, keys }) => keys.map(key => ({ id, key })))
  if (rows.length === 0) return
  rows.sort((a, b) => a.key - b.key)
  await sql`insert into person_keys (council, key, person)
    select ${council}, key, person
    from unnest(${rows.map(({ key }) => key)}::integer[], ${rows.map(({ id }) => id)}::uuid[])
      as r (key, person)
    on conflict do nothing`.execute(tx)
}

/** Which keys a record has is kept with it, so nothing has to be searched for. */
export async function removeKeys(tx: Tx, council: string, people: readonly Id[]): Promise<void> {
  await sql`delete from person_keys k
    using (select p.id, unnest(p.match_keys) as key from people p
      where p.council = ${council} and p.id = any (${[...people]}::uuid[])) old
    where k.council = ${council} and k.key = old.key and k.person = old.id`.execute(tx)
}

export async function changeKeys(tx: Tx, council: string, people: readonly Keyed[]): Promise<void> {
  if (people.length === 0) return
  const ids = people.map(({ id }) => id)
  await removeKeys(tx, council, ids)
  const rows = JSON.stringify(people)
  await sql`update people p set match_keys = r.keys
    from jsonb_to_recordset(${rows}::jsonb) as r (id uuid, keys integer[])
    where p.council = ${council} and p.id = any (${ids}::uuid[]) and p.id = r.id
      and p.match_keys is distinct from r.keys`.execute(tx)
  await addKeys(tx, council, people)
}
