// What the decisions about volunteers need to know.
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { AddVolunteer, NewVolunteer } from '../domain/add-volunteer.ts'
import type { EraseVolunteer, Erasing } from '../domain/erase-volunteer.ts'
import type { Resting, RestVolunteer } from '../domain/rest-volunteer.ts'
import { isHolding } from '../held-part.ts'

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
  const found = await sql<{ place: Id }>`select place from volunteers
    where council = ${actor.council} and id = ${volunteer} and erased_at is null
    for update`.execute(tx)
  const [row] = found.rows
  return row ? { state: row, place: row.place } : refuse('not-found')
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
