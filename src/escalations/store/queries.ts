// Which questions wait, and for whom? Whoever asks names their scope first.
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { ClimbReason, Decided, Level, SubjectKind, Urgency } from '../domain/terms.ts'

export type Question = {
  readonly id: Id
  readonly kind: SubjectKind
  readonly about: Id
  /** A person's or a place's name; empty for somebody who was erased. */
  readonly name: string
  readonly place: Id | null
  readonly urgency: Urgency
  readonly level: Level
  readonly since: Date
  readonly askedAt: Date
  readonly askedBy: Id
  readonly askedByName: string
  readonly question: string | null
  readonly takenBy: Id | null
  readonly takenByName: string | null
  readonly decision: Decided | null
  readonly answer: string | null
  readonly answeredAt: Date | null
  readonly answeredByName: string | null
}

const shownMax = 1_000

/** Within the scope, and whatever the reader asked themselves. */
export const isSeen = (scope: Scope): RawBuilder<boolean> =>
  sql<boolean>`(${inScope(scope, 'e.place')} or e.asked_by = ${scope.actor})`

export async function questionsOf(tx: Tx, scope: Scope): Promise<readonly Question[]> {
  const found = await sql<Question>`${rowOf(scope)} and ${isSeen(scope)}
    order by e.answered_at is not null, e.answered_at desc, e.since, e.id
    limit ${shownMax}`.execute(tx)
  return found.rows
}

export async function findQuestion(tx: Tx, scope: Scope, id: Id): Promise<Question | undefined> {
  const found = await sql<Question>`${rowOf(scope)} and ${isSeen(scope)}
    and e.id = ${id}`.execute(tx)
  return found.rows[0]
}

export async function questionsAbout(
  tx: Tx,
  scope: Scope,
  records: readonly Id[],
): Promise<readonly Question[]> {
  const found = await sql<Question>`${rowOf(scope)} and ${inScope(scope, 'e.place')}
    and e.about = any (${[...records]}::uuid[])
    order by e.answered_at is not null, e.asked_at desc limit 20`.execute(tx)
  return found.rows
}

function rowOf(scope: Scope): RawBuilder<Question> {
  return sql<Question>`select e.id, e.kind, e.about, coalesce(p.name, x.name, '') as name, e.place,
      e.urgency, e.level, e.since, e.asked_at as "askedAt", e.asked_by as "askedBy",
      coalesce(a.name, '') as "askedByName", e.question, t.id as "takenBy",
      t.name as "takenByName", e.decision, e.answer, e.answered_at as "answeredAt",
      w.name as "answeredByName"
    from escalations e
    left join people p on p.council = e.council and p.id = e.about and e.kind = 'person'
    left join places x on x.council = e.council and x.id = e.about and e.kind = 'place'
    left join users a on a.council = e.council and a.id = e.asked_by
    left join users t on t.council = e.council and t.id = e.taken_by
    left join users w on w.council = e.council and w.id = e.answered_by
    where e.council = ${scope.council}`
}

export type StepOf = {
  readonly step: 'asked' | 'taken' | 'climbed' | 'answered'
  readonly level: Level
  readonly why: ClimbReason | null
  readonly at: Date
  /** Null when it climbed by itself. */
  readonly by: string | null
}

/** Of a question that the reader was shown; the latest first. */
export async function stepsOf(tx: Tx, scope: Scope, id: Id): Promise<readonly StepOf[]> {
  const found = await sql<StepOf>`select s.step, s.level, s.why, s.at, u.name as by
    from escalation_steps s left join users u on u.council = s.council and u.id = s.by_user
    where s.council = ${scope.council} and s.escalation = ${id} order by s.seq desc`.execute(tx)
  return found.rows
}

/** Whom or what a question may be asked about: nothing outside the scope. */
export async function findSubject(
  tx: Tx,
  scope: Scope,
  { kind, about }: { readonly kind: SubjectKind; readonly about: Id },
): Promise<{ readonly name: string; readonly place: Id | null } | undefined> {
  const found =
    kind === 'person'
      ? await sql<{ name: string; place: Id | null }>`select coalesce(name, '') as name, place
          from people where council = ${scope.council} and id = ${about} and erased_at is null
            and ${inScope(scope, 'place')}`.execute(tx)
      : await sql<{ name: string; place: Id | null }>`select name, id as place from places
          where council = ${scope.council} and id = ${about}
            and ${inScope(scope, 'id')}`.execute(tx)
  return found.rows[0]
}
