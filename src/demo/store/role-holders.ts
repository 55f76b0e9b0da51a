// Who plays each role for whoever tries the demo?
import { sql } from 'kysely'
import type { RoleName } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

/** Where several hold a role, the one whom the guides tell about. */
const known = ['Ruth Okafor', 'Sam Idowu', 'Priya Nair']

export async function roleHolders(
  tx: Tx,
  council: string,
  now: number,
): Promise<ReadonlyMap<RoleName, Id>> {
  const found = await sql<{ role: RoleName; user: Id }>`
    select distinct on (g.role) g.role, g.user_id as user
    from grants g join users u on u.council = g.council and u.id = g.user_id
    where g.council = ${council} and (g.ends_at is null or g.ends_at > ${new Date(now)})
      and u.disabled_at is null
    order by g.role, coalesce(u.name = any (${known}::text[]), false) desc, g.starts_at, u.id
  `.execute(tx)
  return new Map(found.rows.map(({ role, user }) => [role, user]))
}
