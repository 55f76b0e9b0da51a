// What does one person hold and what did they hold, who gave it and why; and what holds it up?
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { RoleName } from '../actor.ts'
import type { GrantSource } from '../domain/events.ts'
import type { Scope } from '../scope.ts'

export type HeldGrant = {
  readonly id: Id
  readonly role: RoleName
  readonly placeName: string | null
  readonly purpose: string
  readonly from: Date
  readonly until: Date | null
  readonly source: GrantSource | null
  readonly givenBy: string | null
  readonly givenAt: Date | null
  readonly reason: string | null
}

const grantsMax = 200

/** Who gave it and why is read from the record itself: it is where it cannot be changed. */
export async function grantsHeld(tx: Tx, scope: Scope, user: Id): Promise<readonly HeldGrant[]> {
  const found = await sql<HeldGrant>`
    select g.id, g.role, p.name as "placeName", g.purpose, g.starts_at as "from",
      g.ends_at as until, e.body->>'source' as source, b.name as "givenBy",
      e.recorded_at as "givenAt", r.words->>'reason' as reason
    from grants g
    left join places p on p.council = g.council and p.id = g.place
    left join events e on e.council = g.council and e.kind = 'access.GrantGiven'
      and e.body->>'grant' = g.id::text
    left join register r on r.council = e.council and r.seq = e.seq
    left join users b on b.council = e.council and b.id = e.actor
    where g.council = ${scope.council} and g.user_id = ${user} and ${scope.everywhere}::boolean
    order by g.starts_at desc, g.id limit ${grantsMax}`.execute(tx)
  return found.rows
}

export type Suspension = {
  readonly id: Id
  readonly why: 'candidate' | 'left-office' | 'other'
  readonly from: Date
  readonly until: Date | null
}

/** Those that hold now or will. */
export async function suspensionsOf(
  tx: Tx,
  scope: Scope,
  { user, now }: { readonly user: Id; readonly now: number },
): Promise<readonly Suspension[]> {
  const found = await sql<Suspension>`select id, why, starts_at as "from", ends_at as until
    from suspensions where council = ${scope.council} and user_id = ${user}
      and ${scope.everywhere}::boolean
      and (ends_at is null or ends_at > ${new Date(now)}) order by starts_at`.execute(tx)
  return found.rows
}

/** How many people hold each role now. */
export async function countHolders(
  tx: Tx,
  scope: Scope,
  now: number,
): Promise<ReadonlyMap<string, number>> {
  const at = new Date(now)
  const found = await sql<{ role: string; n: number }>`
    select g.role, count(distinct g.user_id)::int as n from grants g
    join users u on u.council = g.council and u.id = g.user_id and u.disabled_at is null
    where g.council = ${scope.council} and ${scope.everywhere}::boolean
      and g.starts_at <= ${at} and (g.ends_at is null or g.ends_at > ${at})
    group by g.role`.execute(tx)
  return new Map(found.rows.map(({ role, n }) => [role, n]))
}
