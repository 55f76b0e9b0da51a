// Event in, rows changed: problems, what was joined into what, their line.
import { type RawBuilder, sql } from 'kysely'
import type { Apply } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type * as kinds from '../domain/events.ts'
import { answerMs, takeMs } from '../domain/terms.ts'

export const project: Readonly<Record<string, Apply>> = {
  async 'problems.ProblemTold'(tx, events: readonly (typeof kinds.problemTold.recorded)[]) {
    for (const event of events) {
      const { council, body, words, actor, recordedAt, place } = event
      await sql`insert into problems (council, id, kind, place, words, told_at, told_by, root,
          due_at, answers)
        values (${council}, ${body.problem}, ${body.kind}, ${place ?? null},
          ${words?.words ?? null}, ${recordedAt}, ${actor}, ${body.problem},
          ${after(event, takeMs)}, 0)`.execute(tx)
      await keepStep(tx, event, 'told')
    }
  },
  async 'problems.ProblemJoined'(tx, events: readonly (typeof kinds.problemJoined.recorded)[]) {
    for (const event of events) {
      const { council, body, recordedAt } = event
      await sql`update problems set joined_at = ${recordedAt}, root = ${body.problem},
          joined_into = case when id = ${body.other} then ${body.problem}::uuid else joined_into end
        where council = ${council} and root = ${body.other}`.execute(tx)
      await keepStep(tx, event, 'joined')
    }
  },
  /** It goes with all that had been joined into it before. */
  async 'problems.ProblemParted'(tx, events: readonly (typeof kinds.problemParted.recorded)[]) {
    for (const event of events) {
      const { council, body } = event
      await sql`with recursive own as (
          select id from problems where council = ${council} and id = ${body.other}
          union all select p.id from problems p join own on p.joined_into = own.id
            where p.council = ${council})
        update problems set root = ${body.other}, joined_at = null,
          joined_into = case when id = ${body.other} then null else joined_into end
        where council = ${council} and id in (select id from own)`.execute(tx)
      await keepStep(tx, event, 'parted')
    }
  },
  async 'problems.ProblemTaken'(tx, events: readonly (typeof kinds.problemTaken.recorded)[]) {
    for (const event of events) {
      await sql`update problems set owner = ${event.actor},
        due_at = ${after(event, answerMs[event.body.within])} where ${isOf(event)}`.execute(tx)
      await keepStep(tx, event, 'taken')
    }
  },
  async 'problems.ProblemAnswered'(tx, events: readonly (typeof kinds.problemAnswered.recorded)[]) {
    for (const event of events) {
      await sql`update problems set answer = ${event.words?.answer ?? null},
          answers = answers + 1, answered_at = ${event.recordedAt}, answered_by = ${event.actor}
        where ${isOf(event)}`.execute(tx)
      await keepStep(tx, event, 'answered')
    }
  },
  async 'problems.ProblemEnded'(tx, events: readonly (typeof kinds.problemEnded.recorded)[]) {
    for (const event of events) {
      await sql`update problems set ended_at = ${event.recordedAt}
        where ${isOf(event)}`.execute(tx)
      await keepStep(tx, event, 'ended')
    }
  },
  async 'problems.ProblemReopened'(tx, events: readonly (typeof kinds.problemReopened.recorded)[]) {
    for (const event of events) {
      await sql`update problems set ended_at = null, answered_at = null, answered_by = null,
          answer = null, owner = null, due_at = ${after(event, takeMs)}
        where ${isOf(event)}`.execute(tx)
      await keepStep(tx, event, 'reopened')
    }
  },
}

type OfOne = {
  readonly council: string
  readonly seq: number
  readonly body: { readonly problem: Id; readonly other?: Id }
  readonly recordedAt: Date
  readonly actor: Id
}

const after = ({ recordedAt }: OfOne, ms: number) => new Date(recordedAt.getTime() + ms)

function isOf({ council, body }: OfOne): RawBuilder<boolean> {
  return sql<boolean>`council = ${council} and id = ${body.problem}`
}

async function keepStep(tx: Tx, event: OfOne, step: string) {
  const { council, seq, body, recordedAt, actor } = event
  await sql`insert into problem_steps (council, seq, problem, other, step, at, by_user)
    values (${council}, ${seq}, ${body.problem}, ${body.other ?? null}, ${step},
      ${recordedAt}, ${actor})`.execute(tx)
}
