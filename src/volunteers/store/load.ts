// What the decisions about volunteers need to know.
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { AddCheck, Checking, WithdrawCheck, Withdrawing } from '../domain/add-check.ts'
import type { AddVolunteer, NewVolunteer } from '../domain/add-volunteer.ts'
import type { ChangeVolunteer, Changing } from '../domain/change-volunteer.ts'
import type { EraseVolunteer, Erasing } from '../domain/erase-volunteer.ts'
import type { KeepApart, Keeping } from '../domain/keep-apart.ts'
import type { Resting, RestVolunteer } from '../domain/rest-volunteer.ts'
import type { Standing } from '../domain/stand-down.ts'
import { isHolding } from '../held-part.ts'
import { isStoodDown } from './may-work.ts'

export const loadNewVolunteer: Load<AddVolunteer, NewVolunteer> = async (tx, input, { actor }) => {
  const { council } = actor
  const found = await sql<{ isPlace: boolean; isKnown: boolean; isUserFree: boolean }>`select
      exists (select 1 from places where council = ${council} and id = ${input.place}) as "isPlace",
      exists (select 1 from volunteers
        where council = ${council} and id = ${input.volunteer}) as "isKnown",
      ${input.user}::uuid is null or (
        exists (select 1 from users where council = ${council} and id = ${input.user})
        and not exists (select 1 from volunteers
          where council = ${council} and user_id = ${input.user})) as "isUserFree"`.execute(tx)
  const [row] = found.rows
  if (!row?.isPlace) return refuse('not-found')
  return { state: { ...row, place: input.place }, place: input.place }
}

export const loadResting: Load<RestVolunteer, Resting> = async (tx, { volunteer }, { actor }) => {
  const found = await placeOf(tx, actor.council, volunteer)
  return found ? { state: found, place: found.place } : refuse('not-found')
}

/** Their row is locked: what is decided of one volunteer is decided one after another. */
async function placeOf(tx: Tx, council: string, volunteer: Id) {
  const found = await sql<{ place: Id }>`select place from volunteers
    where council = ${council} and id = ${volunteer} and erased_at is null for update`.execute(tx)
  return found.rows[0]
}

export const loadChecking: Load<AddCheck, Checking> = async (tx, { volunteer }, { actor }) => {
  const found = await placeOf(tx, actor.council, volunteer)
  return found ? { state: found, place: found.place } : refuse('not-found')
}

export const loadWithdrawing: Load<WithdrawCheck, Withdrawing> = async (tx, input, { actor }) => {
  const { volunteer, check, kind, item } = input
  const found = await placeOf(tx, actor.council, volunteer)
  const rows = await sql<{ isWithdrawn: boolean }>`select withdrawn_at is not null as "isWithdrawn"
    from volunteer_checks where council = ${actor.council} and volunteer = ${volunteer}
      and id = ${check} and kind = ${kind} and item = ${item} for update`.execute(tx)
  const [row] = rows.rows
  return found && row ? { state: { ...found, ...row }, place: found.place } : refuse('not-found')
}

export const loadChanging: Load<ChangeVolunteer, Changing> = async (tx, input, { actor }) => {
  const found = await placeOf(tx, actor.council, input.volunteer)
  if (!found) return refuse('not-found')
  const streets = [...new Set(input.streets)]
  const near = await sql<{ count: number }>`select count(*)::int as count from places t
    join places s on s.council = t.council and s.id = ${found.place}
    join places w on w.council = s.council and w.id = any (s.path) and w.kind = 'village'
    where t.council = ${actor.council} and t.id = any (${streets}::uuid[])
      and t.path @> array[w.id]`.execute(tx)
  const areStreetsNear = near.rows[0]?.count === streets.length
  return { state: { ...found, areStreetsNear }, place: found.place }
}

type Whom = { readonly volunteer: string }

export const loadStanding: Load<Whom, Standing> = async (tx, { volunteer }, { actor, now }) => {
  const found = await placeOf(tx, actor.council, volunteer)
  if (!found) return refuse('not-found')
  const rows = await sql<{ isStoodDown: boolean }>`select ${isStoodDown(now)} as "isStoodDown"
    from volunteers v where v.council = ${actor.council} and v.id = ${volunteer}`.execute(tx)
  const state = { ...found, isStoodDown: rows.rows[0]?.isStoodDown ?? false }
  return { state, place: found.place }
}

export const loadKeeping: Load<KeepApart, Keeping> = async (tx, input, { actor }) => {
  const found = await placeOf(tx, actor.council, input.volunteer)
  const known = await sql`select 1 from people
    where council = ${actor.council} and id = ${input.person} and erased_at is null`.execute(tx)
  if (!found || known.rows.length === 0) return refuse('not-found')
  return { state: found, place: found.place }
}

export const loadErasing: Load<EraseVolunteer, Erasing> = async (tx, input, { actor }) => {
  const { council } = actor
  const { volunteer } = input
  const found = await sql<{ place: Id; isErased: boolean }>`select place,
      erased_at is not null as "isErased" from volunteers
    where council = ${council} and id = ${volunteer} for update`.execute(tx)
  const [row] = found.rows
  if (!row) return refuse('not-found')
  const isHeld = await isHolding(tx, council, volunteer)
  return { state: { ...row, isHeld }, place: row.place }
}
