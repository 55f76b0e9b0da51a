// Who may sign in, with which grants, and where may a grant be given?
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { RoleName } from '../actor.ts'
import type { Scope } from '../scope.ts'

export type UserGrant = {
  readonly role: RoleName
  readonly place: string | null
  readonly purpose: string
  readonly until: Date | null
}

export type User = {
  readonly id: Id
  readonly name: string | null
  readonly email: string | null
  readonly isDisabled: boolean
  readonly grants: readonly UserGrant[]
}

const usersMax = 1_000

type GrantRow = Omit<UserGrant, 'until'> & { until: string | null }
type UserRow = Omit<User, 'grants'> & { grants: GrantRow[] }

/** Everybody who may sign in, then those who may no longer; with the grants in force. */
export async function listUsers(
  tx: Tx,
  scope: Scope,
  asked: { readonly now: number; readonly user?: Id },
): Promise<readonly User[]> {
  const { now, user = null } = asked
  const found = await sql<UserRow>`
    select u.id, u.name, u.email, u.disabled_at is not null as "isDisabled",
      coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'place', p.name,
        'purpose', g.purpose, 'until', g.ends_at) order by g.starts_at, g.id)
        filter (where g.id is not null), '[]') as grants
    from users u
    left join grants g on g.council = u.council and g.user_id = u.id
      and (g.ends_at is null or g.ends_at > ${new Date(now)})
    left join places p on p.council = g.council and p.id = g.place
    where u.council = ${scope.council} and ${scope.everywhere}::boolean
      and (${user}::uuid is null or u.id = ${user})
    group by u.council, u.id, u.name, u.email, u.disabled_at
    order by "isDisabled", u.name, u.id limit ${usersMax}`.execute(tx)
  return found.rows.map(row => ({ ...row, grants: row.grants.map(dated) }))
}

export async function findUser(
  tx: Tx,
  scope: Scope,
  asked: { readonly now: number; readonly user: Id },
): Promise<User | undefined> {
  return (await listUsers(tx, scope, asked))[0]
}

function dated(grant: GrantRow): UserGrant {
  return { ...grant, until: grant.until === null ? null : new Date(grant.until) }
}

export type GrantPlace = { readonly id: Id; readonly name: string; readonly kind: string }

/** The places that a grant may be given for: the district and its villages. */
export async function placesForGrants(tx: Tx, scope: Scope): Promise<readonly GrantPlace[]> {
  const found = await sql<GrantPlace>`select id, name, kind from places
    where council = ${scope.council} and kind in ('district', 'village')
      and ${scope.everywhere}::boolean
    order by kind = 'district' desc, name, id`.execute(tx)
  return found.rows
}

/** The moment at which a day in London is over. */
export async function endOfDay(tx: Tx, day: string): Promise<Date> {
  const found = await sql<{ at: Date }>`
    select ((${day}::date + 1)::timestamp at time zone 'Europe/London') as at`.execute(tx)
  return found.rows[0]?.at ?? new Date(Number.NaN)
}
