// Event in, rows changed: homes and places that are corrected, renamed, ended or begun again, and
// what somebody said about where an address lies.
import { sql } from 'kysely'
import type { Apply } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type {
  aliasRemembered,
  dwellingsCorrected,
  dwellingsEnded,
  placeRenamed,
  placesEnded,
  placesReopened,
  postcodesPlaced,
} from '../domain/events.ts'

type Corrected = readonly (typeof dwellingsCorrected.recorded)[]

export const projectChanges: Readonly<Record<string, Apply>> = {
  async 'places.DwellingsCorrected'(tx, events: Corrected) {
    const { council = '', command = '' } = events[0] ?? {}
    const rows = events.flatMap(({ place, body, words }) =>
      body.dwellings.map((one, at) => {
        return { ...one, street: place, ...(words?.addresses[at] ?? noWords) }
      }),
    )
    const ids = rows.map(row => row.id)
    await keepFormer(tx, { council, command, ids })
    await sql`update dwellings d set street = r.street, uprn = r.uprn, address = r.address,
        postcode = r.postcode, address_key = r.key, ended_at = null
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, street uuid,
        uprn text, address text, postcode text, key text)
      where d.council = ${council} and d.id = r.id`.execute(tx)
    await recountHomes(tx, council, ids)
  },
  async 'places.DwellingsEnded'(tx, events: readonly (typeof dwellingsEnded.recorded)[]) {
    for (const { council, command, body, recordedAt } of events) {
      await keepFormer(tx, { council, command, ids: body.dwellings })
      await sql`update dwellings set ended_at = ${recordedAt}
        where council = ${council} and id = any (${body.dwellings}::uuid[])`.execute(tx)
      await recountHomes(tx, council, body.dwellings)
    }
  },
  async 'places.PlacesEnded'(tx, events: readonly (typeof placesEnded.recorded)[]) {
    for (const { council, body, recordedAt } of events) {
      await sql`update places set ended_at = ${recordedAt}
        where council = ${council} and id = any (${body.places}::uuid[])`.execute(tx)
      // A postcode must lead nobody new into a street that is no more.
      await sql`delete from postcodes
        where council = ${council} and place = any (${body.places}::uuid[])`.execute(tx)
    }
  },
  async 'places.PlacesReopened'(tx, events: readonly (typeof placesReopened.recorded)[]) {
    for (const { council, body } of events) {
      await sql`update places set ended_at = null
        where council = ${council} and id = any (${body.places}::uuid[])`.execute(tx)
    }
  },
  async 'places.PlaceRenamed'(tx, events: readonly (typeof placeRenamed.recorded)[]) {
    for (const { council, seq, body, recordedAt } of events) {
      await sql`insert into place_former (council, place, seq, name, until_at)
        select council, id, ${seq}, name, ${recordedAt} from places
        where council = ${council} and id = ${body.place}`.execute(tx)
      await sql`update places set name = ${body.name}
        where council = ${council} and id = ${body.place}`.execute(tx)
    }
  },
  async 'places.PostcodesPlaced'(tx, events: readonly (typeof postcodesPlaced.recorded)[]) {
    const rows = events.flatMap(({ place, body }) =>
      body.postcodes.map(postcode => ({ postcode, place })),
    )
    await sql`insert into postcodes (council, postcode, place)
      select ${events[0]?.council ?? ''}, r->>'postcode', (r->>'place')::uuid
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as t (r, nth)
      order by nth on conflict do nothing`.execute(tx)
  },
  async 'places.AliasRemembered'(tx, events: readonly (typeof aliasRemembered.recorded)[]) {
    for (const { council, place, body, words } of events) {
      if (!words) continue
      await sql`insert into place_aliases (council, kind, key, place)
        values (${council}, ${body.kind}, ${words.key}, ${place})
        on conflict (council, kind, key) do update set place = excluded.place`.execute(tx)
    }
  },
}

const noWords = { address: '', postcode: '', key: '' }

type Changing = { council: string; command: Id; ids: readonly Id[] }

/** Of several changes by one command the first is kept: that is how it stood before. */
async function keepFormer(tx: Tx, { council, command, ids }: Changing): Promise<void> {
  await sql`insert into dwelling_former
      (council, dwelling, command, street, uprn, address, postcode, address_key, ended_at)
    select council, id, ${command}, street, uprn, address, postcode, address_key, ended_at
    from dwellings where council = ${council} and id = any (${ids}::uuid[])
    on conflict do nothing`.execute(tx)
}

/** Of the streets these homes lie in or lay in, and of everything above them. */
async function recountHomes(tx: Tx, council: string, ids: readonly Id[]): Promise<void> {
  await sql`with moved as (
      select street from dwellings where council = ${council} and id = any (${ids}::uuid[])
      union select street from dwelling_former
      where council = ${council} and dwelling = any (${ids}::uuid[])
    ), around as (
      select distinct unnest(s.path) as id from places s
      join moved m on m.street = s.id where s.council = ${council}
    ), counted as (
      select above.id, count(*) as n from dwellings d
      join places s on s.council = ${council} and s.id = d.street
      cross join lateral unnest(s.path) as above (id)
      where d.council = ${council} and d.ended_at is null group by above.id
    )
    update places p set homes = coalesce(c.n, 0)
    from around a left join counted c on c.id = a.id
    where p.council = ${council} and p.id = a.id`.execute(tx)
}
