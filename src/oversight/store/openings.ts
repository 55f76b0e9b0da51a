// Which records were opened in an emergency, whose turn is it to judge, and who was told?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Load } from '../../events/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import {
  type EndOpening,
  type OpenRecord,
  type OpenState,
  personsMax,
  type ReviewOpening,
} from '../domain/open-record.ts'
import { findRecords } from './find-record.ts'

export type OpeningRow = {
  readonly id: Id
  readonly user: Id
  readonly name: string | null
  readonly reason: string
  readonly why: string | null
  readonly extent: 'person' | 'address'
  readonly persons: readonly Id[]
  readonly openedAt: Date
  /** When it ended, or will. */
  readonly endsAt: Date
  readonly dueAt: Date
  readonly secondFactor: boolean
  readonly looks: number
  readonly reviewedAt: Date | null
  readonly reviewedBy: string | null
  readonly finding: 'in-order' | 'not-in-order' | null
  readonly note: string | null
}

const row = sql<OpeningRow>`select o.id, o.user_id as user, u.name, o.reason, o.why, o.extent,
    o.persons, o.opened_at as "openedAt",
    least(o.until_at, coalesce(o.ended_at, o.until_at)) as "endsAt", o.due_at as "dueAt",
    o.second_factor as "secondFactor",
    (select count(*)::int from reads r where r.council = o.council and r.actor = o.user_id
      and r.at >= o.opened_at and r.at <= o.until_at and r.opening = o.id) as looks,
    o.reviewed_at as "reviewedAt", b.name as "reviewedBy", o.finding, o.note
  from openings o
  left join users u on u.council = o.council and u.id = o.user_id
  left join users b on b.council = o.council and b.id = o.reviewed_by`

const reviewedMax = 100

/** Every one that waits, the longest first, then those that were judged last. */
export async function listOpenings(tx: Tx, scope: Scope): Promise<readonly OpeningRow[]> {
  if (!scope.everywhere) return []
  const waiting = await sql<OpeningRow>`${row} where o.council = ${scope.council}
    and o.reviewed_at is null order by o.due_at, o.id`.execute(tx)
  const judged = await sql<OpeningRow>`${row} where o.council = ${scope.council}
    and o.reviewed_at is not null order by o.reviewed_at desc limit ${reviewedMax}`.execute(tx)
  return [...waiting.rows, ...judged.rows]
}

export type Try = {
  readonly name: string | null
  readonly reason: string
  readonly why: string | null
  readonly at: Date
}

export async function listTries(tx: Tx, scope: Scope): Promise<readonly Try[]> {
  if (!scope.everywhere) return []
  const found = await sql<Try>`select u.name, t.reason, t.why, t.tried_at as at
    from opening_tries t left join users u on u.council = t.council and u.id = t.user_id
    where t.council = ${scope.council} order by t.tried_at desc limit ${reviewedMax}`.execute(tx)
  return found.rows
}

export type OwnOpening = {
  readonly id: Id
  readonly endsAt: Date
  readonly people: readonly { readonly id: Id; readonly number: number; readonly name: string }[]
}

/** Only one's own, and only while it is open. */
export async function findOwnOpening(
  tx: Tx,
  scope: Scope,
  { opening, now }: { readonly opening: Id; readonly now: number },
): Promise<OwnOpening | undefined> {
  const found = await sql<OwnOpening>`select o.id, o.until_at as "endsAt",
      (select jsonb_agg(jsonb_build_object('id', p.id, 'number', p.number, 'name', p.name)
        order by p.number) from people p
        where p.council = o.council and p.id = any (o.persons) and p.root = p.id) as people
    from openings o
    where o.council = ${scope.council} and o.id = ${opening} and o.user_id = ${scope.actor}
      and o.ended_at is null and o.until_at > ${new Date(now)}`.execute(tx)
  return found.rows[0]
}

/** Openings, and emergency access of administrators: one menu item leads to both. */
export async function countUnreviewed(tx: Tx, council: string): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from openings
    where council = ${council} and reviewed_at is null`.execute(tx)
  return (found.rows[0]?.n ?? 0) + (await countEmergencies(tx, council))
}

export async function countEmergencies(tx: Tx, council: string): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from emergencies
    where council = ${council} and reviewed_at is null`.execute(tx)
  return found.rows[0]?.n ?? 0
}

export async function hasPasskey(tx: Tx, council: string, user: Id): Promise<boolean> {
  const found = await sql`select 1 from passkeys
    where council = ${council} and user_id = ${user} limit 1`.execute(tx)
  return found.rows.length > 0
}

/** The tries of one person are counted one after the other. */
export const loadOpening: Load<OpenRecord, OpenState> = async (tx, input, { actor, now }) => {
  const { council, id: user } = actor
  await sql`select 1 from users where council = ${council} and id = ${user} for update`.execute(tx)
  const tries = await sql<{ n: number }>`select count(*)::int as n from opening_tries
    where council = ${council} and user_id = ${user}
      and tried_at > ${new Date(now - dayMs)}`.execute(tx)
  const persons = await personsMeant(tx, council, input)
  const state = {
    user,
    persons,
    hasPasskey: await hasPasskey(tx, council, user),
    tries: tries.rows[0]?.n ?? 0,
  }
  return { state, place: 'anywhere' }
}

/** In an emergency one looks past one's own places: this is the only way there. */
async function personsMeant(
  tx: Tx,
  council: string,
  { reference, name, born, address, extent }: OpenRecord,
): Promise<readonly Id[] | null> {
  const everywhere = { permission: 'oversight.open', purpose: '', everywhere: true }
  const scope = { ...everywhere, council, actor: '', places: [] }
  const asked = { reference, name, born: born ?? undefined, address }
  const [record, other] = await findRecords(tx, scope, asked)
  if (!record || other || record.name === '') return null
  if (extent === 'person') return record.records
  const found = await sql<{ id: Id }>`select q.id from people q where q.council = ${council}
      and q.erased_at is null and q.root in (
        select r.root from people r join people p on p.council = r.council
        where r.council = ${council} and p.id = ${record.root}
          and (r.root = p.root or r.household = p.household or r.dwelling = p.dwelling
            or (r.address_key <> '' and r.address_key = p.address_key)))
    order by q.number limit ${personsMax}`.execute(tx)
  return found.rows.map(one => one.id)
}

/** Only who holds it may end it. */
export const loadEnd: Load<EndOpening, { isOver: boolean }> = async (tx, input, { actor, now }) => {
  const found = await sql<{ isOver: boolean }>`
    select ended_at is not null or until_at <= ${new Date(now)} as "isOver" from openings
    where council = ${actor.council} and id = ${input.opening} and user_id = ${actor.id}
    for update`.execute(tx)
  const state = found.rows[0]
  return state ? { state, place: 'anywhere' } : refuse('not-found')
}

type ReviewState = { isOwn: boolean; isReviewed: boolean; isOver: boolean }

export const loadReview: Load<ReviewOpening, ReviewState> = async (tx, input, { actor, now }) => {
  const found = await sql<ReviewState>`
    select user_id = ${actor.id} as "isOwn", reviewed_at is not null as "isReviewed",
      ended_at is not null or until_at <= ${new Date(now)} as "isOver" from openings
    where council = ${actor.council} and id = ${input.opening} for update`.execute(tx)
  const state = found.rows[0]
  return state ? { state, place: null } : refuse('not-found')
}
