// What a change of somebody's access needs to know: how they stand, and who would be left.
import { sql } from 'kysely'
import type { Load } from '../../events/capability.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { RoleName } from '../actor.ts'
import { isInForce } from '../decide.ts'
import type { GrantState } from '../domain/change-grant.ts'
import type { UserState } from '../domain/disable-user.ts'
import type { GiveGrant, GiveState } from '../domain/give-grant.ts'
import type { LiftSuspension } from '../domain/suspend-user.ts'
import { isLastAdministrator } from './administrators.ts'

export const loadUser: Load<{ user: Id }, UserState> = async (tx, { user }, { actor, now }) => {
  const { council } = actor
  const isLast = await isLastAdministrator(tx, { council, user, now })
  const found = await findStanding(tx, council, user)
  if (!found) return refuse('not-found')
  const grants = await tx
    .selectFrom('grants')
    .select('id')
    .where('council', '=', council)
    .where('user_id', '=', user)
    .where(eb => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', new Date(now))]))
    .execute()
  const state = {
    isDisabled: found.isDisabled,
    grants: grants.map(grant => grant.id),
    isLastAdministrator: isLast,
  }
  return { state, place: null }
}

/** Whoever may give somewhere comes in: the decision says what is wider than their own. */
export const loadGive: Load<GiveGrant, GiveState> = async (tx, input, { actor, now }) => {
  const { council } = actor
  const found = await findStanding(tx, council, input.user)
  const path = input.place === null ? null : await findPath(tx, council, input.place)
  if (!found || path?.length === 0) return refuse('not-found')
  const held = actor.isSystem ? null : actor.grants.filter(grant => isInForce(grant, now))
  return { state: { ...found, path, held }, place: 'anywhere' }
}

type Named = { readonly user: Id; readonly grant: Id }

export const loadGrant: Load<Named, GrantState> = async (tx, { user, grant }, { actor, now }) => {
  const { council } = actor
  const isLast = await isLastAdministrator(tx, { council, user, now, grant })
  const found = await tx
    .selectFrom('grants')
    .selectAll()
    .where('council', '=', council)
    .where('id', '=', grant)
    .where('user_id', '=', user)
    .forUpdate()
    .executeTakeFirst()
  if (!found) return refuse('not-found')
  const state = {
    role: found.role as RoleName,
    from: found.starts_at.getTime(),
    until: found.ends_at?.getTime() ?? null,
    isLastAdministrator: isLast,
  }
  return { state, place: found.place }
}

export const loadSuspension: Load<LiftSuspension, { isOver: boolean }> = async (
  tx,
  { suspension, user },
  { actor, now },
) => {
  const found = await tx
    .selectFrom('suspensions')
    .select('ends_at')
    .where('council', '=', actor.council)
    .where('id', '=', suspension)
    .where('user_id', '=', user)
    .forUpdate()
    .executeTakeFirst()
  if (!found) return refuse('not-found')
  const isOver = found.ends_at !== null && found.ends_at.getTime() <= now
  return { state: { isOver }, place: null }
}

async function findStanding(tx: Tx, council: string, user: Id) {
  const found = await sql<{ isDisabled: boolean }>`
    select disabled_at is not null as "isDisabled" from users
    where council = ${council} and id = ${user} for update`.execute(tx)
  return found.rows[0]
}

async function findPath(tx: Tx, council: string, place: Id): Promise<readonly Id[]> {
  const row = await tx
    .selectFrom('places')
    .select('path')
    .where('council', '=', council)
    .where('id', '=', place)
    .executeTakeFirst()
  return row?.path ?? []
}
