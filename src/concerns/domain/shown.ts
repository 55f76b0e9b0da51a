// Several records of a person may each have an open concern since they were joined: it is one.
import type { Id } from '../../kernel/ids.ts'
import { type Answerable, answerableAt, type Desk, dueAt } from './answerable.ts'

type Row = {
  readonly person: Id
  readonly isDanger: boolean
  readonly openedAt: Date
  readonly answerBy: Date
  readonly endBy: Date
  readonly answeredAt: Date | null
  readonly takenBy: Id | null
}

export type Standing<T> = {
  readonly lead: T
  readonly isDanger: boolean
  readonly since: Date
  readonly dueAt: number
  readonly answerable: Answerable
}

type Known = {
  readonly desk: Desk | undefined
  /** Who may handle concerns now: somebody else's taking counts no more. */
  readonly handlers: readonly Id[]
  readonly now: number
}

/** One for each person, the most overdue first. Rows of a person follow one another. */
export function standings<T extends Row>(rows: readonly T[], known: Known): readonly Standing<T>[] {
  const people = [...new Set(rows.map(row => row.person))]
  return people
    .map(person =>
      standingOf(
        rows.filter(row => row.person === person),
        known,
      ),
    )
    .flatMap(one => one ?? [])
    .toSorted((a, b) => a.dueAt - b.dueAt)
}

/** The first row leads; what is due soonest counts. */
export function standingOf<T extends Row>(
  rows: readonly T[],
  { desk, handlers, now }: Known,
): Standing<T> | undefined {
  const [lead] = rows
  if (!lead) return undefined
  const takers = rows.flatMap(row => row.takenBy ?? [])
  const takenBy = takers.find(user => handlers.includes(user)) ?? null
  const due = Math.min(...rows.map(row => dueAt(clockOf(row))))
  const soonest = rows.find(row => dueAt(clockOf(row)) === due) ?? lead
  return {
    lead,
    isDanger: rows.some(row => row.isDanger),
    since: new Date(Math.min(...rows.map(row => row.openedAt.getTime()))),
    dueAt: due,
    answerable: answerableAt({ ...clockOf(soonest), takenBy }, desk, now),
  }
}

function clockOf({ answerBy, endBy, answeredAt }: Row) {
  return {
    answerBy: answerBy.getTime(),
    endBy: endBy.getTime(),
    answeredAt: answeredAt?.getTime() ?? null,
    takenBy: null,
  }
}
