// Who shares a key with any of these? For a whole batch of rows in one statement; the engine weighs
// them afterwards.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Candidate } from '../../matching/index.ts'
import type { Tx } from '../../store/open.ts'
import { matchFacts, type Recorded } from '../domain/match-facts.ts'

/** A key that more people share says nothing about any of them: a hostel, the phone of a ward. */
const heapMax = 40

export type KeyedCandidate = Candidate & { readonly keys: readonly number[] }

/** Who is found by a key that is not of a record of theirs: another capability knows it of them. */
export type Lead = { readonly person: Id; readonly key: number }

type Row = Omit<Recorded, 'contacts'> & {
  readonly person: string
  readonly keys: readonly number[]
  readonly contacts: Recorded['contacts']
}

/** Each record of everybody who is found by one, as the person it stands for now. */
export async function findCandidates(
  tx: Tx,
  council: string,
  { keys, leads = [] }: { keys: readonly number[]; leads?: readonly Lead[] },
): Promise<readonly KeyedCandidate[]> {
  if (keys.length === 0) return []
  const found = await sql<Row>`
    with hits as materialized (
      select w.key, h.person, count(*) over (partition by w.key) as size
      from (select distinct unnest(${keys}::integer[]) as key) w
      cross join lateral (select k.person from person_keys k
        where k.council = ${council} and k.key = w.key limit ${heapMax + 1}) h
    ), roots as materialized (
      select p.root, array_agg(distinct h.key) as keys
      from (select key, person from hits where size <= ${heapMax}
        union all select key, person from jsonb_to_recordset(${JSON.stringify(leads)}::jsonb)
          as l (key integer, person uuid)) h
      join people p on p.council = ${council} and p.id = h.person and p.erased_at is null
      group by p.root
    )
    select q.root as person, r.keys, q.given, q.middle, q.family, q.nhs, q.address, q.postcode,
      to_char(q.born, 'YYYY-MM-DD') as born, d.uprn, coalesce(c.contacts, '[]') as contacts
    from roots r
    join people q on q.council = ${council} and q.root = r.root and q.erased_at is null
    left join dwellings d on d.council = ${council} and d.id = q.dwelling
    left join lateral (
      select jsonb_agg(jsonb_build_object('kind', k.kind, 'value', k.value)) as contacts
      from contact_points k where k.council = ${council} and k.person = r.root) c on true
    order by q.number`.execute(tx)
  return found.rows.map(({ person, keys: own, ...record }) => ({
    ...matchFacts(record),
    person,
    keys: own,
  }))
}
