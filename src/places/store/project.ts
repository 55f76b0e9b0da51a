// Event in, rows changed: the tree of places, the homes, and who looks after what. A district
// comes with thousands of streets at once, so each run of events is a few statements, not many.
import { sql } from 'kysely'
import type { Apply } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type {
  dwellingsAdded,
  organisationAdded,
  organisationCorrected,
  ownerNamed,
  placeAdded,
} from '../domain/events.ts'
import { projectChanges } from './project-changes.ts'

type PlacesAdded = readonly (typeof placeAdded.recorded)[]
type HomesAdded = readonly (typeof dwellingsAdded.recorded)[]
type Corrected = typeof organisationCorrected.recorded
type OwnersNamed = readonly (typeof ownerNamed.recorded)[]

export const project: Readonly<Record<string, Apply>> = {
  ...projectChanges,
  async 'places.PlaceAdded'(tx, events: PlacesAdded) {
    const council = events[0]?.council ?? ''
    const pathOf = await pathsAbove(tx, council, events)
    const rows = events.map(({ body: { postcodes: _postcodes, ...place } }) => {
      const path = [...((place.parent && pathOf.get(place.parent)) || []), place.place]
      pathOf.set(place.place, path)
      return { ...place, path }
    })
    await sql`insert into places (council, id, kind, parent, path, name, gss)
      select ${council}, place, kind, parent, path, name, gss
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (place uuid, kind text,
        parent uuid, path uuid[], name text, gss text)`.execute(tx)
    await addPostcodes(tx, council, events)
  },
  async 'places.DwellingsAdded'(tx, events: HomesAdded) {
    const council = events[0]?.council ?? ''
    const rows = events.flatMap(dwellingRows)
    await sql`insert into dwellings (council, id, street, uprn, address, postcode, address_key)
      select ${council}, id, street, uprn, address, postcode, key
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id uuid, street uuid,
        uprn text, address text, postcode text, key text)`.execute(tx)
    await countHomes(tx, council, events)
  },
  async 'places.OrganisationAdded'(tx, events: readonly (typeof organisationAdded.recorded)[]) {
    const rows = events.map(({ council, place, body, words }) => ({
      council,
      id: body.organisation,
      kind: body.kind,
      place: place ?? '',
      name: words?.name ?? null,
      phone: words?.phone ?? null,
    }))
    await tx.insertInto('organisations').values(rows).execute()
  },
  async 'places.OrganisationCorrected'(tx, events: readonly Corrected[]) {
    for (const { council, body, words } of events) {
      await tx
        .updateTable('organisations')
        .set({ kind: body.kind, name: words?.name ?? null, phone: words?.phone ?? null })
        .where('council', '=', council)
        .where('id', '=', body.organisation)
        .execute()
    }
  },
  async 'places.OwnerNamed'(tx, events: OwnersNamed) {
    const council = events[0]?.council ?? ''
    const last = new Map(events.map(event => [event.place, event]))
    await sql`delete from place_owners
      where council = ${council} and place = any (${[...last.keys()]}::uuid[])`.execute(tx)
    const rows = [...last.values()].map(({ place, body, recordedAt }) => {
      return { place, owner: body.owner, since: recordedAt }
    })
    await sql`insert into place_owners (council, place, user_id, since)
      select ${council}, place, owner, since
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (place uuid, owner uuid, since timestamptz)
      where owner is not null`.execute(tx)
  },
}

/** The paths of parents that were there before; those of this run are added as it goes. */
async function pathsAbove(
  tx: Tx,
  council: string,
  events: PlacesAdded,
): Promise<Map<Id, readonly Id[]>> {
  const parents = [...new Set(events.flatMap(({ body }) => body.parent ?? []))]
  const found = await sql<{ id: Id; path: Id[] }>`select id, path from places
    where council = ${council} and id = any (${parents}::uuid[])`.execute(tx)
  return new Map(found.rows.map(({ id, path }) => [id, path]))
}

/** A postcode of several streets stays with the first. */
async function addPostcodes(tx: Tx, council: string, events: PlacesAdded): Promise<void> {
  const rows = events.flatMap(({ body: { place, postcodes } }) =>
    postcodes.map(postcode => ({ postcode, place })),
  )
  if (rows.length === 0) return
  await sql`insert into postcodes (council, postcode, place)
    select ${council}, r->>'postcode', (r->>'place')::uuid
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as t (r, nth)
    order by nth
    on conflict do nothing`.execute(tx)
}

function dwellingRows({ place, body, words }: HomesAdded[number]) {
  return body.dwellings.map((dwelling, at) => ({
    ...dwelling,
    street: place,
    ...(words?.addresses[at] ?? { address: '', postcode: '', key: '' }),
  }))
}

async function countHomes(tx: Tx, council: string, events: HomesAdded): Promise<void> {
  const rows = events.map(({ place, body }) => ({ street: place, homes: body.dwellings.length }))
  await sql`update places p set homes = p.homes + more.homes
    from (select above.id, sum(r.homes)::integer as homes
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (street uuid, homes integer)
      join places s on s.council = ${council} and s.id = r.street
      cross join lateral unnest(s.path) as above (id)
      group by above.id) more
    where p.council = ${council} and p.id = more.id`.execute(tx)
}
