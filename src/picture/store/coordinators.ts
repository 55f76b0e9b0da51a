// Who coordinates each village? Whoever took it; else whoever was given its coordination.
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { type Place, placesWithin } from '../../places/index.ts'
import type { Tx } from '../../store/open.ts'

export type Village = { readonly id: Id; readonly name: string; readonly owner: string | null }

/** The villages that the reader may see, each with who looks after it. */
export async function villagesSeen(tx: Tx, scope: Scope, now: number): Promise<readonly Village[]> {
  const villages = await placesWithin(tx, scope, { kind: 'village', within: null })
  const coordinators = await coordinatorsOf(tx, scope, now)
  return villages.map(village => ({
    id: village.id,
    name: village.name,
    owner: ownerOf(village, coordinators),
  }))
}

export function ownerOf(place: Place, coordinators: ReadonlyMap<Id, string>): string | null {
  return place.ownerName ?? coordinators.get(place.id) ?? null
}

/** A named person is answerable, not a team: of several, the one who has had it longest. */
export async function coordinatorsOf(
  tx: Tx,
  scope: Scope,
  now: number,
): Promise<ReadonlyMap<Id, string>> {
  const at = new Date(now)
  const found = await sql<{ place: Id; name: string }>`
    select distinct on (g.place) g.place, u.name
    from grants g join users u on u.council = g.council and u.id = g.user_id
    where g.council = ${scope.council} and g.role = 'village-coordinator'
      and g.place is not null and u.name is not null and u.disabled_at is null
      and g.starts_at <= ${at} and (g.ends_at is null or g.ends_at > ${at})
    order by g.place, g.starts_at, g.id`.execute(tx)
  return new Map(found.rows.map(row => [row.place, row.name]))
}
