// What the decisions about a standstill need to know, with the row they decide on locked.
import { sql } from 'kysely'
import type { Actor } from '../../access/index.ts'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { Standing } from '../domain/answer-stop.ts'
import type { StopAll, StopState } from '../domain/stop-all.ts'
import { allAtWork, liesWithin, type Where } from './parts.ts'

export const loadStopAll: Load<StopAll, StopState> = async (tx, input, { actor, now }) => {
  const { within } = input
  const { council } = actor
  const found = await sql<{ isPlace: boolean; isKnown: boolean; isStopped: boolean }>`select
    ${within}::uuid is null or exists (select from places
      where council = ${council} and id = ${within}) as "isPlace",
    exists (select from standstills
      where council = ${council} and id = ${input.standstill}) as "isKnown",
    exists (select from standstills where council = ${council} and lifted_at is null
      and within is not distinct from ${within}::uuid) as "isStopped"`.execute(tx)
  const [row] = found.rows
  if (!row?.isPlace) return refuse('not-found')
  const where = { council, within, now }
  const owners = await ownersOf(tx, where)
  const state = { ...row, owners, atWork: await allAtWork(tx, where) }
  return { state, place: within }
}

/** Who looks after a place there or above it, and who works in places there alone. */
export async function ownersOf(tx: Tx, where: Where): Promise<readonly Id[]> {
  const { council, within, now } = where
  const at = new Date(now)
  const found = await sql<{ id: Id }>`
    select u.id from users u where u.council = ${council} and u.disabled_at is null and (
      exists (select from place_owners o where o.council = u.council and o.user_id = u.id
        and (${liesWithin('o.place', where)} or o.place = any (array(select unnest(path)
          from places where council = ${council} and id = ${within}))))
      or exists (select from grants g where g.council = u.council and g.user_id = u.id
        and g.role in ('village-coordinator', 'village-group', 'call-handler')
        and g.place is not null and ${liesWithin('g.place', where)}
        and g.starts_at <= ${at} and (g.ends_at is null or g.ends_at > ${at})))
    order by u.id`.execute(tx)
  return found.rows.map(row => row.id)
}

type Row = Omit<Standing, 'isLifted'> & { readonly liftedAt: Date | null }

async function findStanding(tx: Tx, actor: Actor, asked: { standstill: Id; user: Id }) {
  const found = await sql<Row>`
    select z.within, z.lifted_at as "liftedAt",
      exists (select from standstill_told t where t.council = z.council and t.standstill = z.id
        and t.user_id = ${actor.id} and t.acknowledged_at is null) as "mustAcknowledge",
      (select o.safe_at is not null from standstill_out o where o.council = z.council
        and o.standstill = z.id and o.user_id = ${asked.user}) as "isSafe"
    from standstills z
    where z.council = ${actor.council} and z.id = ${asked.standstill} for update`.execute(tx)
  const [row] = found.rows
  if (!row) return undefined
  const { liftedAt, ...rest } = row
  return { ...rest, isLifted: liftedAt !== null }
}

/** Whoever was told may always say that they know. */
export const loadHeard: Load<{ standstill: Id }, Standing> = async (tx, input, { actor }) => {
  const asked = { ...input, user: actor.id }
  const state = await findStanding(tx, actor, asked)
  if (!state) return refuse('not-found')
  return (await isTold(tx, actor, input.standstill))
    ? { state, place: 'anywhere' }
    : refuse('not-found')
}

/** Of oneself from anywhere; of somebody else only who may stop and lift there. */
export const loadSafe: Load<{ standstill: Id; user: Id }, Standing> = async (
  tx,
  input,
  { actor },
) => {
  const state = await findStanding(tx, actor, input)
  if (!state) return refuse('not-found')
  return { state, place: input.user === actor.id ? 'anywhere' : state.within }
}

export const loadLift: Load<{ standstill: Id }, Standing> = async (tx, input, { actor }) => {
  const state = await findStanding(tx, actor, { ...input, user: actor.id })
  return state ? { state, place: state.within } : refuse('not-found')
}

async function isTold(tx: Tx, { council, id }: Actor, standstill: Id): Promise<boolean> {
  const found = await sql`select from standstill_told
    where council = ${council} and standstill = ${standstill} and user_id = ${id}`.execute(tx)
  return found.rows.length > 0
}
