// Event in, rows changed: the tree of places, the homes, and who looks after what.
import { sql } from 'kysely'
import type { Apply } from '../../events/capability.ts'
import type { Tx } from '../../store/open.ts'
import type { dwellingsAdded, ownerNamed, placeAdded } from '../domain/events.ts'

export const project: Readonly<Record<string, Apply>> = {
  async 'places.PlaceAdded'(tx, events: readonly (typeof placeAdded.recorded)[]) {
    for (const { council, body } of events) {
      const { place, kind, parent, name, gss, postcodes } = body
      await sql`insert into places (council, id, kind, parent, path, name, gss)
        select ${council}, ${place}, ${kind}, ${parent},
          coalesce((select path from places where council = ${council} and id = ${parent}), '{}')
            || ${place}::uuid, ${name}, ${gss}`.execute(tx)
      await addPostcodes(tx, council, place, postcodes)
    }
  },
  async 'places.DwellingsAdded'(tx, events: readonly (typeof dwellingsAdded.recorded)[]) {
    for (const { council, place, body, words } of events) {
      const rows = body.dwellings.map((dwelling, at) => ({
        ...dwelling,
        ...(words?.addresses[at] ?? { address: '', postcode: '', key: '' }),
      }))
      await sql`insert into dwellings (council, id, street, uprn, address, postcode, address_key)
        select ${council}, id, ${place}, uprn, address, postcode, key
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as d (id uuid, uprn text, address text, postcode text, key text)`.execute(tx)
      await sql`update places set homes = homes + ${rows.length}
        where council = ${council} and id = any (
          (select path from places where council = ${council} and id = ${place})::uuid[])
      `.execute(tx)
    }
  },
  async 'places.OwnerNamed'(tx, events: readonly (typeof ownerNamed.recorded)[]) {
    for (const { council, place, body, recordedAt } of events) {
      await sql`delete from place_owners
        where council = ${council} and place = ${place}`.execute(tx)
      if (body.owner === null) continue
      await sql`insert into place_owners (council, place, user_id, since)
        values (${council}, ${place}, ${body.owner}, ${recordedAt})`.execute(tx)
    }
  },
}

async function addPostcodes(
  tx: Tx,
  council: string,
  place: string,
  postcodes: readonly string[],
): Promise<void> {
  if (postcodes.length === 0) return
  await sql`insert into postcodes (council, postcode, place)
    select ${council}, unnest(${postcodes}::text[]), ${place}
    on conflict do nothing`.execute(tx)
}
