// What the decisions about a problem need to know, with the rows they decide on locked.
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { OpenProblem } from '../domain/answer-problem.ts'
import type { Pair, TwoProblems } from '../domain/join-problems.ts'
import type { Telling, TellProblem } from '../domain/tell-problem.ts'
import type { ProblemKind } from '../domain/terms.ts'

export const loadTelling: Load<TellProblem, Telling> = async (tx, input, { actor }) => {
  const found = await sql<Telling>`select id as place, exists (select from problems
      where council = ${actor.council} and id = ${input.problem}) as "isKnown"
    from places where council = ${actor.council} and id = ${input.place}`.execute(tx)
  const [state] = found.rows
  return state ? { state, place: state.place } : refuse('not-found')
}

type Row = OpenProblem & { readonly id: Id; readonly kind: ProblemKind }

export const loadProblem: Load<{ problem: string }, OpenProblem> = async (tx, input, context) => {
  const [state] = await rowsOf(tx, context.actor.council, [input.problem])
  return state ? { state, place: state.place } : refuse('not-found')
}

/** Whoever joins or parts answers for both places. */
export const loadPair: Load<TwoProblems, Pair> = async (tx, input, { actor }) => {
  const found = await rowsOf(tx, actor.council, [input.problem, input.other])
  const problem = found.find(({ id }) => id === input.problem)
  const other = found.find(({ id }) => id === input.other)
  if (!problem || !other) return refuse('not-found')
  const place = await holdsBoth(tx, actor.council, [problem.place, other.place])
  return { state: { problem, other, place }, place }
}

async function rowsOf(tx: Tx, council: string, ids: readonly Id[]): Promise<readonly Row[]> {
  const found = await sql<Row>`select id, kind, place, joined_into as "joinedInto", owner,
      answered_at is not null as "isAnswered", ended_at is not null as "isEnded"
    from problems where council = ${council} and id = any (${[...ids]}::uuid[])
    order by id for update`.execute(tx)
  return found.rows
}

async function holdsBoth(tx: Tx, council: string, [a, b]: [Id, Id]): Promise<Id | null> {
  const found = await sql<{ id: Id }>`select p.id from places p
    where p.council = ${council}
      and p.id = any (array(select unnest(path) from places where council = ${council}
        and id = ${a}))
      and p.id = any (array(select unnest(path) from places where council = ${council}
        and id = ${b}))
    order by cardinality(p.path) desc limit 1`.execute(tx)
  return found.rows[0]?.id ?? null
}
