// Who holds a role now because of a group at the provider, and not because somebody gave it?
import { sql } from 'kysely'
import type { RoleName } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export type GroupHolder = {
  readonly user: Id
  readonly name: string | null
  readonly group: string
  readonly role: RoleName
  readonly placeName: string | null
  readonly since: Date
}

const listedMax = 1_000

export async function listGroupHolders(
  tx: Tx,
  council: string,
  now: number,
): Promise<readonly GroupHolder[]> {
  const at = new Date(now)
  const found = await sql<GroupHolder>`select m.user_id as user, u.name, r.group_name as group,
      g.role, p.name as "placeName", g.starts_at as since
    from group_grants m
    join grants g on g.council = m.council and g.id = m.grant_id
      and (g.ends_at is null or g.ends_at > ${at})
    join group_roles r on r.council = m.council and r.id = m.rule
    join users u on u.council = m.council and u.id = m.user_id and u.disabled_at is null
    left join places p on p.council = g.council and p.id = g.place
    where m.council = ${council} and m.ended_at is null
    order by u.name, m.grant_id limit ${listedMax}`.execute(tx)
  return found.rows
}
