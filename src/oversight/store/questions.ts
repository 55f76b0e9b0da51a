// Which questions are there about looks, for somebody who may judge them?
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { DecideQuestion, QuestionState } from '../domain/decide-question.ts'
import type { RuleName } from '../domain/rules/index.ts'
import type { Answer } from '../domain/terms.ts'

export type Question = {
  readonly id: Id
  readonly rule: RuleName
  readonly name: string | null
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly looks: number
  readonly state: 'open' | Answer
  readonly raisedAt: Date
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  readonly note: string | null
}

/** Never one's own. A system administrator sees those about data protection officers alone. */
function mayJudge(council: string, user: Id): RawBuilder<boolean> {
  const isOfficer = (who: RawBuilder<unknown>) => sql<boolean>`exists (select from grants g
    where g.council = ${council} and g.user_id = ${who} and g.role = 'data-protection-officer')`
  return sql<boolean>`q.about <> ${user}
    and (${isOfficer(sql`${user}::uuid`)} or ${isOfficer(sql`q.about`)})`
}

const row = sql<Question>`select q.id, q.rule, u.name, to_char(q.day, 'YYYY-MM-DD') as day,
    q.looks, q.state, q.raised_at as "raisedAt", q.decided_at as "decidedAt",
    b.name as "decidedBy", q.note
  from questions q
  left join users u on u.council = q.council and u.id = q.about
  left join users b on b.council = q.council and b.id = q.decided_by`

const decidedMax = 100

/** Those that wait first, the oldest on top; then what is being looked into, then what is done. */
export async function listQuestions(tx: Tx, scope: Scope): Promise<readonly Question[]> {
  if (!scope.everywhere) return []
  const { council, actor } = scope
  const open = await sql<Question>`${row} where q.council = ${council}
    and ${mayJudge(council, actor)} and q.state in ('open', 'look-into')
    order by q.state = 'look-into', q.raised_at, q.id`.execute(tx)
  const decided = await sql<Question>`${row} where q.council = ${council}
    and ${mayJudge(council, actor)} and q.state in ('explained', 'serious')
    order by q.decided_at desc, q.id limit ${decidedMax}`.execute(tx)
  return [...open.rows, ...decided.rows]
}

export async function findQuestion(tx: Tx, scope: Scope, id: Id): Promise<Question | undefined> {
  if (!scope.everywhere) return undefined
  const { council, actor } = scope
  const found = await sql<Question>`${row} where q.council = ${council} and q.id = ${id}
    and ${mayJudge(council, actor)}`.execute(tx)
  return found.rows[0]
}

export async function countOpen(tx: Tx, council: string): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from questions
    where council = ${council} and state = 'open'`.execute(tx)
  return found.rows[0]?.n ?? 0
}

/** A question that is not one's to judge is not there. */
export const loadQuestion: Load<DecideQuestion, QuestionState> = async (tx, input, { actor }) => {
  const { council, id } = actor
  const found = await sql<QuestionState>`select q.state, q.about = ${id} as "isOwn"
    from questions q where q.council = ${council} and q.id = ${input.question}
      and ${mayJudge(council, id)} for update of q`.execute(tx)
  const state = found.rows[0]
  return state ? { state, place: null } : refuse('not-found')
}
