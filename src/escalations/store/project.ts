// Event in, rows changed: questions, their line, the director.
import { type RawBuilder, sql } from 'kysely'
import type { Apply, Recorded } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type {
  directorSet,
  questionAnswered,
  questionAsked,
  questionClimbed,
  questionTaken,
} from '../domain/events.ts'

export const project: Readonly<Record<string, Apply>> = {
  async 'escalations.QuestionAsked'(tx, events: readonly (typeof questionAsked.recorded)[]) {
    for (const event of events) {
      const { council, body, words, actor, recordedAt, place } = event
      await sql`insert into escalations (council, id, kind, about, place, urgency, level, since,
          asked_at, asked_by, question)
        values (${council}, ${body.escalation}, ${body.kind}, ${body.about}, ${place ?? null},
          ${body.urgency}, ${body.level}, ${recordedAt}, ${recordedAt}, ${actor},
          ${words?.question ?? null})`.execute(tx)
      await keepStep(tx, event, { step: 'asked', level: sql`${body.level}` })
    }
  },
  async 'escalations.QuestionTaken'(tx, events: readonly (typeof questionTaken.recorded)[]) {
    for (const event of events) {
      await sql`update escalations set taken_by = ${event.actor}
        where ${isOf(event)}`.execute(tx)
      const level = sql`(select level from escalations where ${isOf(event)})`
      await keepStep(tx, event, { step: 'taken', level })
    }
  },
  async 'escalations.QuestionClimbed'(tx, events: readonly (typeof questionClimbed.recorded)[]) {
    for (const event of events) {
      const { to, why } = event.body
      await sql`update escalations set level = ${to}, since = ${event.recordedAt}, taken_by = null
        where ${isOf(event)}`.execute(tx)
      await keepStep(tx, event, { step: 'climbed', level: sql`${to}`, why })
    }
  },
  async 'escalations.QuestionAnswered'(tx, events: readonly (typeof questionAnswered.recorded)[]) {
    for (const event of events) {
      const { body, words, actor, recordedAt } = event
      await sql`update escalations set decision = ${body.decision}, answered_at = ${recordedAt},
          answered_by = ${actor}, answer = ${words?.answer ?? null}
        where ${isOf(event)}`.execute(tx)
      await keepStep(tx, event, { step: 'answered', level: sql`${body.level}` })
    }
  },
  async 'escalations.DirectorSet'(tx, events: readonly (typeof directorSet.recorded)[]) {
    for (const { council, body, words, actor, recordedAt } of events) {
      const set = { ...body, number: words?.number ?? null, set_at: recordedAt, set_by: actor }
      await tx
        .insertInto('directors')
        .values({ council, ...set })
        .onConflict(on => on.column('council').doUpdateSet(set))
        .execute()
    }
  },
  async 'people.Erased'(tx, events: readonly Recorded[]) {
    for (const { council, subjects } of events) {
      await sql`update escalations set question = null, answer = null
        where council = ${council} and about = any (${[...subjects]}::uuid[])`.execute(tx)
    }
  },
}

type OfOne = {
  readonly council: string
  readonly seq: number
  readonly body: { readonly escalation: Id }
  readonly recordedAt: Date
  readonly actor: Id
}
type Step = {
  readonly step: string
  readonly level: RawBuilder<unknown>
  readonly why?: string
}

function isOf({ council, body }: OfOne): RawBuilder<boolean> {
  return sql<boolean>`council = ${council} and id = ${body.escalation}`
}

async function keepStep(tx: Tx, event: OfOne, { step, level, why }: Step) {
  const { council, seq, body, recordedAt, actor } = event
  await sql`insert into escalation_steps (council, seq, escalation, step, level, why, at, by_user)
    values (${council}, ${seq}, ${body.escalation}, ${step}, ${level},
      ${why ?? null}, ${recordedAt}, ${actor})`.execute(tx)
}
