// Who could still let people in if this one could not? Locked, so that two cannot both be the last.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

type Asked = {
  readonly council: string
  readonly user: Id
  readonly now: number
  /** Asks about this grant alone: another of the same person would still count. */
  readonly grant?: Id
}

/** Locks in one order, so that two who shut each other out cannot both succeed. */
export async function isLastAdministrator(tx: Tx, asked: Asked): Promise<boolean> {
  const { council, user, now, grant = null } = asked
  const at = new Date(now)
  const administers = sql<boolean>`g.role = 'system-administrator' and g.place is null
    and g.starts_at <= ${at} and (g.ends_at is null or g.ends_at > ${at})`
  const isSuspended = sql<boolean>`exists (select from suspensions s
    where s.council = users.council and s.user_id = users.id
      and s.starts_at <= ${at} and (s.ends_at is null or s.ends_at > ${at}))`
  const mine = sql<boolean>`exists (select from grants g
    where g.council = users.council and g.user_id = users.id and ${administers})`
  await sql`select 1 from users where council = ${council}
    and (id = ${user} or ${mine}) order by id for update`.execute(tx)
  const found = await sql<{ user: Id; grant: Id }>`select users.id as user, g.id as grant
    from users join grants g on g.council = users.council and g.user_id = users.id
    where users.council = ${council} and users.disabled_at is null
      and not ${isSuspended} and ${administers}`.execute(tx)
  const isMeant = (one: { user: Id; grant: Id }) =>
    grant === null ? one.user === user : one.grant === grant
  return found.rows.length > 0 && found.rows.some(isMeant) && found.rows.every(isMeant)
}
