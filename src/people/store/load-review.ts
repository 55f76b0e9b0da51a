// What does deciding a doubt need to know: is it open, and who are the two by now?
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import { agreementsOf } from '../domain/evidence.ts'
import type {
  DecideReview,
  OpenReview,
  PairState,
  ReviewState,
  UndoReview,
  UndoState,
} from '../domain/reviews.ts'
import { weighPair } from '../domain/weigh-pair.ts'
import { judgeOf } from './council-judge.ts'
import { apartPairs } from './kept-apart.ts'
import { weighed } from './load-merge.ts'
import { unmergeState } from './load-parting.ts'
import { lockPair } from './lock-pair.ts'
import { lockPeople } from './lock-person.ts'
import { evidenceOf, knownOf } from './pair-facts.ts'

export const loadPair: Load<OpenReview, PairState> = async (tx, { one, other }, { actor }) => {
  const { council } = actor
  const pair = await lockPair(tx, council, [one, other])
  if (!pair) return refuse('not-found')
  const roots: [Id, Id] = [pair.one.id, pair.other.id]
  const open = await sql`select 1 from reviews where council = ${council}
    and state = 'open' and persons @> ${roots}::uuid[]`.execute(tx)
  const said = await whatFactsSay(tx, council, roots)
  const state = { roots, place: pair.one.place, isOpen: open.rows.length > 0, ...said }
  return { state, place: pair.one.place }
}

async function whatFactsSay(tx: Tx, council: string, roots: readonly [Id, Id]) {
  const known = await knownOf(tx, council, roots)
  const [one, other] = [known.get(roots[0]), known.get(roots[1])]
  const [apart] = await apartPairs(tx, council, roots)
  if (!one || !other) return { agreements: {}, apart: null, probability: 0 }
  const evidence = await evidenceOf(tx, council, [one, other])
  const judge = await judgeOf(tx, council)
  const { probability } = weighPair(judge, { one: one.facts, other: other.facts, evidence })
  return { agreements: agreementsOf(evidence), apart: apart?.agreements ?? null, probability }
}

type Row = { state: ReviewState['state']; place: Id | null; persons: Id[]; decided_at: Date | null }

export const loadReview: Load<DecideReview, ReviewState> = async (tx, { review }, { actor }) => {
  const { council } = actor
  const row = await lockReview(tx, council, review)
  if (!row) return refuse('not-found')
  const named = await lockPeople(tx, council, row.persons)
  const rootIds = [...new Set(named.map(one => one.root))]
  const found = [...(await lockPeople(tx, council, rootIds))]
  const roots = found.sort((a, b) => a.number - b.number).map(one => one.id)
  const places = new Set(found.map(one => one.place))
  const { state, place, persons } = row
  const [one, other] = roots
  const said =
    one && other ? await weighed(tx, council, [one, other]) : { joining: null, agreements: {} }
  return {
    state: { state, place, persons, roots, ...said },
    place: places.size > 1 ? null : place,
  }
}

export const loadUndo: Load<UndoReview, UndoState> = async (tx, { review }, { actor, now }) => {
  const { council } = actor
  const row = await lockReview(tx, council, review)
  if (!row) return refuse('not-found')
  const { state, place, persons } = row
  const from = state === 'same' ? await joinedBy(tx, council, row) : null
  const unmerge = from ? ((await unmergeState(tx, council, { from, now })) ?? null) : null
  const apart = state === 'different' ? await keptApartBy(tx, council, row) : []
  return { state: { state, place, persons, from, unmerge, apart }, place }
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

async function keptApartBy(tx: Tx, council: string, { persons, decided_at }: Row) {
  const named = await lockPeople(tx, council, persons)
  const [one, other] = [...new Set(named.map(row => row.root))]
  if (!one || !other) return []
  const pairs = await apartPairs(tx, council, [one, other])
  return pairs
    .filter(pair => pair.decidedAt.getTime() === decided_at?.getTime())
    .map(pair => [pair.one, pair.other] as const)
}
