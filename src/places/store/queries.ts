// Where is this address, and what lies where?
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { PlaceKind } from '../domain/events.ts'

export type Place = {
  readonly id: Id
  readonly kind: PlaceKind
  readonly name: string
  readonly gss: string | null
  readonly parent: Id | null
  readonly homes: number
  readonly owner: Id | null
  readonly ownerName: string | null
}

const placeRow = sql<Place>`select p.id, p.kind, p.name, p.gss, p.parent, p.homes,
    o.user_id as owner, u.name as "ownerName"
  from places p
  left join place_owners o on o.council = p.council and o.place = p.id
  left join users u on u.council = o.council and u.id = o.user_id`

export async function findPlace(tx: Tx, scope: Scope, id: Id): Promise<Place | undefined> {
  const found = await sql<Place>`${placeRow}
    where p.council = ${scope.council} and p.id = ${id} and ${inScope(scope, 'p.id')}`.execute(tx)
  return found.rows[0]
}

/** Everything of one kind that lies in a place (or in the whole council), by name. */
export async function placesWithin(
  tx: Tx,
  scope: Scope,
  asked: { readonly kind: PlaceKind; readonly within: Id | null },
): Promise<readonly Place[]> {
  const within = asked.within === null ? sql`true` : sql`p.path @> array[${asked.within}::uuid]`
  const found = await sql<Place>`${placeRow}
    where p.council = ${scope.council} and p.kind = ${asked.kind} and ${within}
      and p.ended_at is null and ${inScope(scope, 'p.id')}
    order by p.name, p.id`.execute(tx)
  return found.rows
}

export type Placing = { readonly street: Id; readonly dwelling: Id | null }

/**
 * Places many addresses at once: address number first, then first line and postcode, then
 * what somebody said about this address, then the postcode alone (a street, no dwelling), then
 * what somebody said about the postcode. No match gives no entry: count and list it.
 */
export async function placeAddresses(
  tx: Tx,
  council: string,
  wanted: readonly { ref: string; uprn: string | null; key: string; postcode: string | null }[],
): Promise<ReadonlyMap<string, Placing>> {
  const found = await sql<{ ref: string } & Placing>`
    select w.ref, coalesce(u.street, a.street, said.place, p.place, around.place) as street,
      coalesce(u.id, a.id) as dwelling
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
      as w (ref text, uprn text, key text, postcode text)
    left join lateral (select id, street from dwellings d
      where d.council = ${council} and d.uprn in (w.uprn, lpad(w.uprn, 12, '0'))
        and d.ended_at is null
      limit 1) u on true
    left join lateral (select id, street from dwellings d
      where d.council = ${council} and d.address_key = w.key and d.ended_at is null
      limit 1) a on true
    left join place_aliases said on said.council = ${council} and said.kind = 'address'
      and said.key = w.key
    left join postcodes p on p.council = ${council} and p.postcode = w.postcode
    left join place_aliases around on around.council = ${council} and around.kind = 'postcode'
      and around.key = w.postcode
    where coalesce(u.street, a.street, said.place, p.place, around.place) is not null`.execute(tx)
  return new Map(found.rows.map(({ ref, street, dwelling }) => [ref, { street, dwelling }]))
}
