// Which concerns are open, and what is known of one? Whoever asks names their scope first.
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Cause, Ending, Step, StepResult } from '../domain/terms.ts'

export type OpenConcern = {
  readonly id: Id
  /** Who the record stands for now. */
  readonly person: Id
  readonly name: string
  readonly street: string | null
  readonly cause: Cause
  readonly isDanger: boolean
  readonly openedAt: Date
  readonly answerBy: Date
  readonly endBy: Date
  readonly answeredAt: Date | null
  /** Null when whoever took it can no longer sign in. */
  readonly takenBy: Id | null
  readonly takenByName: string | null
  readonly endedAt: Date | null
  readonly ending: Ending | null
  readonly evidence: string | null
  readonly confirmedBy: string | null
  readonly endedByName: string | null
}

const openMax = 1_000

/** Every open one; of one person there are several only since their records were joined. */
export async function openConcerns(tx: Tx, scope: Scope): Promise<readonly OpenConcern[]> {
  const found = await sql<OpenConcern>`${concernRow(scope)} and k.ended_at is null
    order by r.id, k.opened_seq limit ${openMax}`.execute(tx)
  return found.rows
}

/** People with an open concern; of one person there may be several. */
export async function countOpenConcerns(tx: Tx, scope: Scope): Promise<number> {
  const found = await sql<{ n: number }>`select count(distinct o.person)::int as n
    from (${concernRow(scope)} and k.ended_at is null) o`.execute(tx)
  return found.rows[0]?.n ?? 0
}

/** The asked one first, then the others that are open for the same person. */
export async function concernsBeside(
  tx: Tx,
  scope: Scope,
  id: Id,
): Promise<readonly OpenConcern[]> {
  const found = await sql<OpenConcern>`${concernRow(scope)}
    and (k.id = ${id} or (k.ended_at is null and r.id in (
      select q.root from concerns a join people q on q.council = a.council and q.id = a.person
      where a.council = ${scope.council} and a.id = ${id})))
    order by k.id <> ${id}, k.opened_seq`.execute(tx)
  return found.rows[0]?.id === id ? found.rows : []
}

function concernRow(scope: Scope): RawBuilder<OpenConcern> {
  return sql<OpenConcern>`select k.id, r.id as person, coalesce(r.name, '') as name,
      s.name as street, k.cause, k.is_danger as "isDanger", k.opened_at as "openedAt",
      k.answer_by as "answerBy", k.end_by as "endBy", k.answered_at as "answeredAt",
      u.id as "takenBy", u.name as "takenByName", k.ended_at as "endedAt", k.ending, k.evidence,
      k.confirmed_by as "confirmedBy", e.name as "endedByName"
    from concerns k
    join people p on p.council = k.council and p.id = k.person
    join people r on r.council = p.council and r.id = p.root
    left join places s on s.council = r.council and s.id = r.place
    left join users u on u.council = k.council and u.id = k.taken_by and u.disabled_at is null
    left join users e on e.council = k.council and e.id = k.ended_by
    where k.council = ${scope.council} and ${inScope(scope, 'r.place')}`
}

export type WorryOf = {
  readonly cause: Cause
  readonly isDanger: boolean
  readonly toldAt: Date
  readonly toldBy: string | null
  readonly words: string | null
}
export type StepOf = {
  readonly step: Step
  readonly result: StepResult
  readonly at: Date
  readonly by: string
  readonly words: string | null
}

/** Of concerns that the reader was shown already. */
export async function worriesOf(tx: Tx, scope: Scope, concerns: readonly Id[]) {
  const found = await sql<WorryOf>`
    select w.cause, w.is_danger as "isDanger", w.told_at as "toldAt", u.name as "toldBy", w.words
    from worries w left join users u on u.council = w.council and u.id = w.told_by
    where w.council = ${scope.council} and w.concern = any (${[...concerns]}::uuid[])
    order by w.told_at, w.id`.execute(tx)
  return found.rows
}

/** The latest first. */
export async function stepsOf(tx: Tx, scope: Scope, concerns: readonly Id[]) {
  const found = await sql<StepOf>`
    select s.step, s.result, s.at, coalesce(u.name, '') as by, s.words
    from concern_steps s left join users u on u.council = s.council and u.id = s.by_user
    where s.council = ${scope.council} and s.concern = any (${[...concerns]}::uuid[])
    order by s.seq desc`.execute(tx)
  return found.rows
}

export type BeingHandled = { readonly concern: Id; readonly since: Date }

/** All that anybody else is told: that it is being handled, and since when. */
export async function beingHandled(
  tx: Tx,
  scope: Scope,
  person: Id,
): Promise<BeingHandled | undefined> {
  const found = await sql<BeingHandled>`
    select k.id as concern, k.opened_at as since from people p
    join people r on r.council = p.council and r.id = p.root
    join people q on q.council = p.council and q.root = p.root
    join concerns k on k.council = q.council and k.person = q.id and k.ended_at is null
    where p.council = ${scope.council} and p.id = ${person}
      and (${inScope(scope, 'p.place', 'p.id')} or ${inScope(scope, 'r.place', 'r.id')})
    order by k.opened_seq limit 1`.execute(tx)
  return found.rows[0]
}

export type HandledNear = {
  readonly person: Id
  readonly name: string
  readonly street: string | null
  readonly since: Date
}

const nearMax = 200

/** In these places: each person once, the longest first; and no more than that it is handled. */
export async function handledNear(tx: Tx, scope: Scope): Promise<readonly HandledNear[]> {
  const found = await sql<HandledNear>`
    select r.id as person, coalesce(r.name, '') as name, s.name as street,
      min(k.opened_at) as since
    from concerns k
    join people p on p.council = k.council and p.id = k.person
    join people r on r.council = p.council and r.id = p.root and r.erased_at is null
    left join places s on s.council = r.council and s.id = r.place and s.kind = 'street'
    where k.council = ${scope.council} and k.ended_at is null and ${inScope(scope, 'r.place')}
    group by r.id, r.name, s.name order by 4, 1 limit ${nearMax}`.execute(tx)
  return found.rows
}

/** Whom the reader may be worried about: nobody who was erased. */
export async function findWorriedAbout(tx: Tx, scope: Scope, person: Id) {
  const found = await sql<{
    id: Id
    name: string
  }>`select id, coalesce(name, '') as name from people
    where council = ${scope.council} and id = ${person} and erased_at is null
      and ${inScope(scope, 'place')}`.execute(tx)
  return found.rows[0]
}
