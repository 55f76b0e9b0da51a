// Who may sign in, with which grants, and where may a grant be given?
import { sql } from 'kysely'
import { type Id, isId } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { type RoleName, roleNames } from '../actor.ts'
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
  readonly isSuspended: boolean
  readonly grants: readonly UserGrant[]
}

export const usersMax = 500

type GrantRow = Omit<UserGrant, 'until'> & { until: string | null }
type UserRow = Omit<User, 'grants'> & { grants: GrantRow[] }

export const userStates = ['open', 'suspended', 'disabled', 'all'] as const
export type UserFilter = {
  readonly user?: Id
  readonly search?: string
  readonly role?: RoleName | null
  readonly place?: Id | null
  readonly state?: (typeof userStates)[number]
}

/** What the address of the page asks for. */
export function usersAsked(query: (name: string) => string | undefined): UserFilter {
  const place = query('place') ?? ''
  return {
    search: (query('name') ?? '').replaceAll('\0', '').trim().slice(0, 200),
    role: roleNames.find(role => role === query('role')) ?? null,
    place: isId(place) ? place : null,
    state: userStates.find(one => one === query('state')) ?? 'all',
  }
}

/** Everybody who fits: first those who may sign in, then the others; with grants not yet over. */
export async function listUsers(
  tx: Tx,
  scope: Scope,
  asked: UserFilter & { readonly now: number; readonly limit?: number },
): Promise<readonly User[]> {
  const { user = null, role = null, place = null, state = 'all' } = asked
  const at = new Date(asked.now)
  const like = asked.search ? `%${asked.search.replace(/[\\%_]/g, '\\$&').toLowerCase()}%` : null
  const found = await sql<UserRow>`
    with shown as (
      select u.council, u.id, u.name, u.email, u.disabled_at is not null as is_disabled,
        exists (select from suspensions s where s.council = u.council and s.user_id = u.id
          and s.starts_at <= ${at} and (s.ends_at is null or s.ends_at > ${at})) as is_suspended
      from users u where u.council = ${scope.council} and ${scope.everywhere}::boolean
        and (${user}::uuid is null or u.id = ${user})
        and (${like}::text is null or lower(u.name) like ${like} or lower(u.email) like ${like})
        and ((${role}::text is null and ${place}::uuid is null) or exists (
          select from grants g where g.council = u.council and g.user_id = u.id
            and (g.ends_at is null or g.ends_at > ${at})
            and (${role}::text is null or g.role = ${role})
            and (${place}::uuid is null or g.place = ${place}))))
    select u.id, u.name, u.email, u.is_disabled as "isDisabled",
      u.is_suspended as "isSuspended",
      coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'place', p.name,
        'purpose', g.purpose, 'until', g.ends_at) order by g.starts_at, g.id)
        filter (where g.id is not null), '[]') as grants
    from shown u
    left join grants g on g.council = u.council and g.user_id = u.id
      and (g.ends_at is null or g.ends_at > ${at})
    left join places p on p.council = g.council and p.id = g.place
    where ${state} = 'all' or (${state} = 'disabled' and u.is_disabled)
      or (${state} = 'open' and not u.is_disabled)
      or (${state} = 'suspended' and u.is_suspended)
    group by u.council, u.id, u.name, u.email, u.is_disabled, u.is_suspended
    order by u.is_disabled, u.name, u.id limit ${asked.limit ?? usersMax + 1}`.execute(tx)
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

/** The moment at which a day in London begins. */
export async function startOfDay(tx: Tx, day: string): Promise<Date> {
  const found = await sql<{ at: Date }>`
    select (${day}::date::timestamp at time zone 'Europe/London') as at`.execute(tx)
  return found.rows[0]?.at ?? new Date(Number.NaN)
}
