// How is a version undone? What stood before stands again, by events of its own: nothing is
// deleted, and where somebody lives or answers for a street by now, it stays.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../access/index.ts'
import { actInBulk, type BulkDone, type Draft } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Node } from '../../node.ts'
import { dwellingsEnded, placeRenamed, placesEnded } from '../../places/index.ts'
import type { Tx } from '../../store/open.ts'
import { loadUndone } from '../domain/events.ts'
import { homesCorrected } from '../domain/version-drafts.ts'
import { batches } from './load.ts'

export type UndoAsked = { readonly id: Id; readonly version: Id }

/** The caller has checked the permission. */
export async function undoVersion(
  node: Node,
  actor: Actor,
  { id, version }: UndoAsked,
): Promise<BulkDone | Refusal> {
  return actInBulk(node, actor, {
    id,
    name: 'geography.undo',
    contentHash: createHash('sha256').update(version).digest(),
    async work(tx, append) {
      const command = await latestCommand(tx, actor.council, version)
      if (isRefusal(command)) return command
      const made = await draftsOf(tx, { council: actor.council, command, version })
      for (const batch of batches(made.drafts)) await append(batch)
      return { version, kept: made.kept }
    },
  })
}

/** Only the newest of a kind: a later one may have been built upon it. */
async function latestCommand(tx: Tx, council: string, version: Id): Promise<Id | Refusal> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${council}/geography`}, 11))`.execute(
    tx,
  )
  const found = await sql<{ id: Id; command: Id; isUndone: boolean; isLater: boolean }>`
    select v.id, v.command, v.undone_at is not null as "isUndone", exists (
      select from geo_versions o where o.council = v.council and o.kind = v.kind
        and o.undone_at is null and o.number > v.number) as "isLater"
    from geo_versions v where v.council = ${council} and v.id = ${version}`.execute(tx)
  const [row] = found.rows
  if (!row) return refuse('not-found')
  return row.isUndone || row.isLater ? refuse('already-done') : row.command
}

type Undoing = { readonly council: string; readonly command: Id; readonly version: Id }

async function draftsOf(tx: Tx, undoing: Undoing) {
  const homes = await homesAddedBy(tx, undoing)
  const ends = homes.filter(one => !one.isLivedIn).map(one => one.id)
  const former = await formerHomes(tx, undoing)
  const names = await formerNames(tx, undoing)
  const places = await placesAddedBy(tx, undoing, ends)
  const endsPlaces = places.filter(one => !one.isUsed).map(one => one.id)
  const kept = homes.length - ends.length + places.length - endsPlaces.length
  const restored = [...former.values()].reduce((all, one) => all + one.length, 0) + names.length
  const ended = ends.length + endsPlaces.length
  const drafts: Draft[] = [
    loadUndone({
      subjects: [],
      body: { version: undoing.version, restored, ended, kept },
    }),
    ...slices(ends).map(dwellings => dwellingsEnded({ subjects: [], body: { dwellings } })),
    ...[...former].map(([street, own]) => homesCorrected(street, own)),
    ...names.map(body => placeRenamed({ subjects: [], place: body.place, body })),
    ...slices(endsPlaces).map(own => placesEnded({ subjects: [], body: { places: own } })),
  ]
  return { drafts, kept }
}

const idsPerEvent = 2_000

function slices(ids: readonly Id[]): Id[][] {
  const starts = Array.from({ length: Math.ceil(ids.length / idsPerEvent) }, (_, at) => at)
  return starts.map(at => ids.slice(at * idsPerEvent, (at + 1) * idsPerEvent))
}

async function homesAddedBy(tx: Tx, { council, command }: Undoing) {
  const found = await sql<{ id: Id; isLivedIn: boolean }>`
    with mine as (
      select (d ->> 'id')::uuid as id from events e
      cross join lateral jsonb_array_elements(e.body -> 'dwellings') as d
      where e.council = ${council} and e.command = ${command}
        and e.kind = 'places.DwellingsAdded'
      union select dwelling from dwelling_former where council = ${council}
        and command = ${command} and ended_at is not null
    ), lived as (
      select distinct dwelling from people where council = ${council} and dwelling is not null
        and erased_at is null
    )
    select m.id, l.dwelling is not null as "isLivedIn" from mine m
    join dwellings d on d.council = ${council} and d.id = m.id and d.ended_at is null
    left join lived l on l.dwelling = m.id order by m.id`.execute(tx)
  return found.rows
}

type Former = {
  readonly id: Id
  readonly street: Id
  readonly uprn: string | null
  readonly address: string
  readonly postcode: string
  readonly key: string
}

/** Homes that the version wrote otherwise, as they were before it, by their street of then. */
async function formerHomes(
  tx: Tx,
  { council, command }: Undoing,
): Promise<ReadonlyMap<Id, readonly Former[]>> {
  const found = await sql<Former>`
    select dwelling as id, street, uprn, address, postcode, address_key as key
    from dwelling_former where council = ${council} and command = ${command}
      and ended_at is null order by street, dwelling`.execute(tx)
  return Map.groupBy(found.rows, one => one.street)
}

async function formerNames(tx: Tx, { council, command }: Undoing) {
  const found = await sql<{ place: Id; name: string }>`
    select f.place, f.name from events e
    join place_former f on f.council = e.council and f.seq = e.seq
    where e.council = ${council} and e.command = ${command}
      and e.kind = 'places.PlaceRenamed' order by f.place`.execute(tx)
  return found.rows
}

/** A place is used while people, members, homes, an owner or a grant are in it or below it. */
async function placesAddedBy(tx: Tx, { council, command }: Undoing, ends: readonly Id[]) {
  const found = await sql<{ id: Id; isUsed: boolean }>`
    with used as (
      select place from people where council = ${council} and erased_at is null
      union select place from members where council = ${council}
      union select place from place_owners where council = ${council}
      union select place from grants where council = ${council} and place is not null
      union select place from organisations where council = ${council}
      union select coalesce(f.street, d.street) from dwellings d
        left join dwelling_former f on f.council = d.council and f.dwelling = d.id
          and f.command = ${command}
        where d.council = ${council} and d.ended_at is null and d.id <> all (${ends}::uuid[])
    ), above as (
      select distinct unnest(p.path) as id from places p join used u on u.place = p.id
      where p.council = ${council}
    ), mine as (
      select e.place as id from events e where e.council = ${council}
        and e.command = ${command} and e.kind = 'places.PlaceAdded'
      union select one::uuid from events e
      cross join lateral jsonb_array_elements_text(e.body -> 'places') as one
      where e.council = ${council} and e.command = ${command} and e.kind = 'places.PlacesReopened'
    ), kept_below as (
      select distinct unnest(p.path) as id from places p
      where p.council = ${council} and p.ended_at is null and p.id not in (select id from mine)
    )
    select m.id, m.id in (select id from above) or m.id in (select id from kept_below) as "isUsed"
    from mine m join places p on p.council = ${council} and p.id = m.id and p.ended_at is null
    order by m.id`.execute(tx)
  return found.rows
}
