// What disabling needs to know: is it done already, which grants end, and who would be left.
import { sql } from 'kysely'
import type { Load } from '../../events/capability.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { DisableUser, UserState } from '../domain/disable-user.ts'

export const loadUser: Load<DisableUser, UserState> = async (tx, { user }, { actor, now }) => {
  const found = await tx
    .selectFrom('users')
    .select(['disabled_at'])
    .where('council', '=', actor.council)
    .where('id', '=', user)
    .forUpdate()
    .executeTakeFirst()
  if (!found) return refuse('not-found')
  const grants = await tx
    .selectFrom('grants')
    .select('id')
    .where('council', '=', actor.council)
    .where('user_id', '=', user)
    .where(eb => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', new Date(now))]))
    .execute()
  const others = await sql<{ count: number }>`
    select count(*) from grants g join users u on u.council = g.council and u.id = g.user_id
    where g.council = ${actor.council} and g.role = 'system-administrator'
      and g.user_id <> ${user} and u.disabled_at is null
      and (g.ends_at is null or g.ends_at > ${new Date(now)})`.execute(tx)
  const state = {
    isDisabled: found.disabled_at !== null,
    grants: grants.map(grant => grant.id),
    isLastAdministrator: others.rows[0]?.count === 0,
  }
  return { state, place: null }
}
