// Who stands at the safeguarding desk, who could, and which number rings outside its hours?
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Desk } from '../domain/answerable.ts'

/** Who may handle concerns; `index.ts` gives the permission to the same roles. */
export const handlerRoles = ['hub-manager', 'officer'] as const

export type Handler = { readonly id: Id; readonly name: string; readonly roles: readonly string[] }

/** People who can sign in and hold such a role now, anywhere or at some place. */
export async function possibleHandlers(
  tx: Tx,
  council: string,
  now: Date,
): Promise<readonly Handler[]> {
  const found = await sql<Handler>`
    select u.id, coalesce(u.name, '') as name, array_agg(distinct g.role) as roles
    from users u join grants g on g.council = u.council and g.user_id = u.id
    where u.council = ${council} and ${isActive(now)}
    group by u.id, u.name order by u.name, u.id`.execute(tx)
  return found.rows
}

function isActive(now: Date): RawBuilder<boolean> {
  return sql<boolean>`(u.disabled_at is null and g.role = any (${[...handlerRoles]}::text[])
    and g.starts_at <= ${now} and (g.ends_at is null or g.ends_at > ${now})
    and not exists (select from suspensions s where s.council = u.council and s.user_id = u.id
      and s.starts_at <= ${now} and (s.ends_at is null or s.ends_at > ${now})))`
}

export type ShownDesk = Desk & {
  readonly ownerName: string | null
  readonly deputyName: string | null
  readonly number: string | null
}

/** An owner or deputy who can no longer handle concerns counts as nobody. */
export async function findDesk(tx: Tx, council: string, now: Date): Promise<ShownDesk | undefined> {
  const found = await tx
    .selectFrom('safeguarding_desks')
    .selectAll()
    .where('council', '=', council)
    .executeTakeFirst()
  if (!found) return undefined
  const handlers = await possibleHandlers(tx, council, now)
  const nameOf = (id: Id) => handlers.find(one => one.id === id)?.name ?? null
  const { opens, closes, days, number } = found
  const [ownerName, deputyName] = [nameOf(found.owner), nameOf(found.deputy)]
  return {
    owner: ownerName === null ? null : found.owner,
    deputy: deputyName === null ? null : found.deputy,
    ...{ ownerName, deputyName, opens, closes, days, number },
  }
}
