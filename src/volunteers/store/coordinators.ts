// Who looks after the volunteers of a place? Its coordinators; without any, the hub managers.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

type Where = { readonly council: string; readonly place: Id; readonly now: number }

export async function coordinatorsOf(tx: Tx, where: Where): Promise<readonly Id[]> {
  const near = await holdersOf(tx, where, 'village-coordinator')
  return near.length > 0 ? near : holdersOf(tx, where, 'hub-manager')
}

async function holdersOf(tx: Tx, { council, place, now }: Where, role: string) {
  const at = new Date(now)
  const found = await sql<{ id: Id }>`select distinct u.id from users u
    join grants g on g.council = u.council and g.user_id = u.id
    where u.council = ${council} and u.disabled_at is null and g.role = ${role}
      and g.starts_at <= ${at} and (g.ends_at is null or g.ends_at > ${at})
      and (g.place is null or g.place = any (array(select unnest(path) from places
        where council = ${council} and id = ${place})))
    order by u.id`.execute(tx)
  return found.rows.map(({ id }) => id)
}
