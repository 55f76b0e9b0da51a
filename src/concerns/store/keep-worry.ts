// A worry is told: it begins a concern, or it adds to the one that is open for this person.
import { sql } from 'kysely'
import type { ConcernRule } from '../../hazards/index.ts'
import { type Id, idFrom } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Cause } from '../domain/terms.ts'
import { clockOf } from '../domain/worry.ts'

type Kept = {
  readonly id: Id
  readonly person: Id
  readonly cause: Cause
  readonly isDanger: boolean
  readonly answerBy: Date
  readonly endBy: Date
  readonly toldAt: Date
  /** Null when it follows from what was tried. */
  readonly toldBy: Id | null
  readonly words: string | null
  readonly seq: number
  readonly openedAt: Date
}

/**
 * Events are projected one after another while the log is locked, so a person never has two. A
 * danger told of a concern that somebody has in hand must be answered anew.
 */
export async function keepWorry(tx: Tx, council: string, kept: Kept): Promise<void> {
  const open = await openConcern(tx, council, kept.person)
  if (open === undefined) await begin(tx, council, kept)
  else await addTo(tx, council, { ...kept, concern: open })
  const { id, person, cause, isDanger, toldAt, toldBy, words } = kept
  await sql`insert into worries
      (council, id, concern, person, cause, is_danger, told_at, told_by, words)
    values (${council}, ${id}, ${open ?? id}, ${person}, ${cause}, ${isDanger}, ${toldAt},
      ${toldBy}, ${words})`.execute(tx)
}

async function openConcern(tx: Tx, council: string, person: Id): Promise<Id | undefined> {
  const found = await sql<{ id: Id }>`
    select k.id from people p
    join people q on q.council = p.council and q.root = p.root
    join concerns k on k.council = q.council and k.person = q.id and k.ended_at is null
    where p.council = ${council} and p.id = ${person}
    order by k.person <> ${person}, k.opened_seq limit 1`.execute(tx)
  return found.rows[0]?.id
}

async function begin(tx: Tx, council: string, kept: Kept): Promise<void> {
  const { id, person, cause, isDanger, openedAt, seq, answerBy, endBy } = kept
  await sql`insert into concerns (council, id, person, cause, is_danger, opened_at, opened_seq,
      answer_by, end_by)
    values (${council}, ${id}, ${person}, ${cause}, ${isDanger}, ${openedAt}, ${seq}, ${answerBy},
      ${endBy})`.execute(tx)
}

async function addTo(tx: Tx, council: string, told: Kept & { concern: Id }): Promise<void> {
  const { concern, isDanger, answerBy, endBy } = told
  const asks = sql`(answered_at is null or ${isDanger}::boolean)`
  await sql`update concerns set is_danger = is_danger or ${isDanger},
      answer_by = case when answered_at is null then least(answer_by, ${answerBy})
        when ${isDanger}::boolean then ${answerBy} else answer_by end,
      end_by = case when ${asks} then least(end_by, ${endBy}) else end_by end,
      answered_at = case when ${isDanger}::boolean then null else answered_at end
    where council = ${council} and id = ${concern}`.execute(tx)
}

/** Whose tries are used up, at which event of the log. */
export type Unanswered = {
  readonly person: Id
  readonly seq: number
  readonly at: Date
  readonly rule: ConcernRule
}

/** It follows from what was tried and who they are, whatever came last: no event of its own. */
export async function keepUnanswered(tx: Tx, council: string, one: Unanswered): Promise<void> {
  const { person, seq, at, rule } = one
  if ((await openConcern(tx, council, person)) !== undefined) return
  const { answerBy, endBy } = clockOf(rule, 'no-answer', at.getTime())
  const clock = { answerBy: new Date(answerBy), endBy: new Date(endBy) }
  const told = { toldAt: at, toldBy: null, words: null, openedAt: at, isDanger: false }
  const id = idFrom('no answer', council, person, `${seq}`)
  await keepWorry(tx, council, { id, person, seq, cause: 'no-answer', ...clock, ...told })
}
