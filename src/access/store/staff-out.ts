// Everybody with a work email and what they hold now, one row for each role.
import { sql } from 'kysely'
import type { Tx } from '../../store/open.ts'
import type { Scope } from '../scope.ts'

export type StaffOut = {
  readonly email: string
  readonly name: string | null
  readonly role: string | null
  readonly place: string | null
  readonly purpose: string | null
  readonly from: Date | null
  readonly until: Date | null
  readonly isDisabled: boolean
}

export async function staffForFile(
  tx: Tx,
  scope: Scope,
  now: number,
): Promise<readonly StaffOut[]> {
  const found = await sql<StaffOut>`
    select u.email, u.name, g.role, p.name as place, g.purpose, g.starts_at as "from",
      g.ends_at as until, u.disabled_at is not null as "isDisabled"
    from users u
    left join grants g on g.council = u.council and g.user_id = u.id
      and (g.ends_at is null or g.ends_at > ${new Date(now)})
    left join places p on p.council = g.council and p.id = g.place
    where u.council = ${scope.council} and u.email is not null and ${scope.everywhere}::boolean
    order by u.email, u.id, g.role, p.name`.execute(tx)
  return found.rows
}
