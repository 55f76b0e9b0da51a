// What disabling needs to know: is it done already, which grants end, and who would be left.
import { sql } from 'kysely'
import type { Load } from '../../events/capability.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { DisableUser, UserState } from '../domain/disable-user.ts'

export const loadUser: Load<DisableUser, UserState> = async (tx, { user }, { actor, now }) => {
  const { council } = actor
  const administrators = await lockWithAdministrators(tx, { council, user, now })
  const found = await tx
    .selectFrom('users')
    .select(['disabled_at'])
    .where('council', '=', council)
    .where('id', '=', user)
    .executeTakeFirst()
  if (!found) return refuse('not-found')
  const grants = await tx
    .selectFrom('grants')
    .select('id')
    .where('council', '=', council)
    .where('user_id', '=', user)
    .where(eb => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', new Date(now))]))
    .execute()
  const state = {
    isDisabled: found.disabled_at !== null,
    grants: grants.map(grant => grant.id),
    isLastAdministrator: administrators.length === 1 && administrators[0] === user,
  }
  return { state, place: null }
}

/** Locks in one order, so that two who shut each other out cannot both succeed. */
async function lockWithAdministrators(
  tx: Tx,
  { council, user, now }: { council: string; user: Id; now: number },
): Promise<readonly Id[]> {
  const at = new Date(now)
  const isAdministrator = sql<boolean>`exists (select from grants g
    where g.council = users.council and g.user_id = users.id
      and g.role = 'system-administrator' and g.place is null
      and g.starts_at <= ${at} and (g.ends_at is null or g.ends_at > ${at}))`
  await sql`select 1 from users where council = ${council}
    and (id = ${user} or ${isAdministrator}) order by id for update`.execute(tx)
  const found = await sql<{ id: Id }>`select id from users where council = ${council}
    and disabled_at is null and ${isAdministrator}`.execute(tx)
  return found.rows.map(row => row.id)
}
