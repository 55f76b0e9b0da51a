// To whom may a street be handed? Whoever looks after a street of the same village, and whoever was
// given work in that village.
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export type Hand = {
  readonly id: Id
  readonly name: string
  /** Streets that they look after already, anywhere. */
  readonly streets: number
}

const handsMax = 300

export async function handsFor(
  tx: Tx,
  scope: Scope,
  { place, now }: { readonly place: Id; readonly now: number },
): Promise<readonly Hand[]> {
  const at = new Date(now)
  const { council } = scope
  const found = await sql<Hand>`
    with village as (
      select v.id from places p
      join places v on v.council = p.council and v.id = any (p.path) and v.kind = 'village'
      where p.council = ${council} and p.id = ${place}
    ), here as (
      select p.id from places p, village v
      where p.council = ${council} and p.path @> array[v.id]
    ), able as (
      select o.user_id as id from place_owners o
      where o.council = ${council} and o.place in (select id from here)
      union
      select g.user_id from grants g
      where g.council = ${council} and g.place in (select id from here)
        and g.role <> 'councillor'
        and g.starts_at <= ${at} and (g.ends_at is null or g.ends_at > ${at}))
    select u.id, u.name, (select count(*)::int from place_owners o
      join places s on s.council = o.council and s.id = o.place and s.kind = 'street'
      where o.council = u.council and o.user_id = u.id) as streets
    from able a join users u on u.council = ${council} and u.id = a.id
    where u.disabled_at is null and u.name is not null
    order by u.name, u.id limit ${handsMax}`.execute(tx)
  return found.rows
}

/** The village that a place lies in. */
export async function villageOver(tx: Tx, scope: Scope, place: Id): Promise<Id | undefined> {
  const found = await sql<{ id: Id }>`select v.id from places p
    join places v on v.council = p.council and v.id = any (p.path) and v.kind = 'village'
    where p.council = ${scope.council} and p.id = ${place}`.execute(tx)
  return found.rows[0]?.id
}
