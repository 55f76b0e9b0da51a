// What does deciding a doubt need to know: is it open, and who are the two by now?
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type {
  DecideReview,
  OpenReview,
  PairState,
  ReviewState,
  UndoReview,
  UndoState,
} from '../domain/reviews.ts'
import { lockPair, unmergeState } from './load-merge.ts'
import { lockPeople } from './lock-person.ts'

export const loadPair: Load<OpenReview, PairState> = async (tx, { one, other }, { actor }) => {
  const pair = await lockPair(tx, actor.council, [one, other])
  if (!pair) return refuse('not-found')
  const roots: [Id, Id] = [pair.one.id, pair.other.id]
  const open = await sql`select 1 from reviews where council = ${actor.council}
    and state = 'open' and persons @> ${roots}::uuid[]`.execute(tx)
  const state = { roots, place: pair.one.place, isOpen: open.rows.length > 0 }
  return { state, place: pair.one.place }
}

type Row = { state: ReviewState['state']; place: Id | null; persons: Id[]; decided_at: Date | null }

export const loadReview: Load<DecideReview, ReviewState> = async (tx, { review }, { actor }) => {
  const row = await lockReview(tx, actor.council, review)
  if (!row) return refuse('not-found')
  const named = await lockPeople(tx, actor.council, row.persons)
  const rootIds = [...new Set(named.map(one => one.root))]
  const roots = [...(await lockPeople(tx, actor.council, rootIds))]
  roots.sort((a, b) => a.number - b.number)
  const places = new Set(roots.map(one => one.place))
  const { state, place, persons } = row
  return {
    state: { state, place, persons, roots: roots.map(one => one.id) },
    place: places.size > 1 ? null : place,
  }
}

export const loadUndo: Load<UndoReview, UndoState> = async (tx, { review }, { actor }) => {
  const { council } = actor
  const row = await lockReview(tx, council, review)
  if (!row) return refuse('not-found')
  const { state, place, persons } = row
  const from = state === 'same' ? await joinedBy(tx, council, row) : null
  const unmerge = from ? ((await unmergeState(tx, council, from)) ?? null) : null
  return { state: { state, place, persons, from, unmerge }, place }
}

async function lockReview(tx: Tx, council: string, review: Id): Promise<Row | undefined> {
  const found = await sql<Row>`select state, place, persons, decided_at from reviews
    where council = ${council} and id = ${review} for update`.execute(tx)
  return found.rows[0]
}

/** The answer and the joining were recorded in one command, so at one moment. */
async function joinedBy(tx: Tx, council: string, { persons, decided_at }: Row): Promise<Id | null> {
  const found = await sql<{ id: Id }>`
    select p.id from people p
    where p.council = ${council} and p.merged_at = ${decided_at} and p.id in (
      with recursive up as (
        select id, merged_into from people
        where council = ${council} and id = any (${persons}::uuid[])
        union all
        select p2.id, p2.merged_into from people p2 join up on p2.id = up.merged_into
        where p2.council = ${council}
      ) select id from up)
    order by p.id limit 1`.execute(tx)
  return found.rows[0]?.id ?? null
}
