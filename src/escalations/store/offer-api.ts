// What may another system ask about questions that were passed up, and tell us? No words leave.
import { sql } from 'kysely'
import { z } from 'zod'
import { type Api, apiRead, pageOf, pageQuery, pageSchema } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { answerQuestion, takeQuestion } from '../domain/answer-question.ts'
import { askQuestion } from '../domain/ask-question.ts'
import { dueAt } from '../domain/clock.ts'
import {
  decisions,
  type Level,
  levels,
  subjectKinds,
  type Urgency,
  urgencies,
} from '../domain/terms.ts'
import { isSeen } from './queries.ts'

type Row = {
  readonly id: Id
  readonly kind: string
  readonly about: Id
  readonly urgency: Urgency
  readonly level: Level
  readonly since: Date
  readonly isTaken: boolean
  readonly askedAt: Date
  readonly decision: string | null
  readonly answeredAt: Date | null
}

const listQuestions = apiRead({
  path: '/escalations',
  may: 'escalations.ask',
  summary: 'Questions that were passed up: about whom or what, at which level, by when; no words',
  query: pageQuery,
  answer: pageSchema(
    z.strictObject({
      id: z.uuid(),
      kind: z.enum(subjectKinds),
      about: z.uuid(),
      urgency: z.enum(urgencies),
      level: z.enum(levels),
      isTaken: z.boolean(),
      askedAt: z.iso.datetime(),
      /** Null once it is answered. */
      dueAt: z.iso.datetime().nullable(),
      decision: z.enum(decisions).nullable(),
      answeredAt: z.iso.datetime().nullable(),
    }),
  ),
  async read({ tx, scope, query }) {
    const { limit, after } = query
    const found = await sql<Row>`
      select e.id, e.kind, e.about, e.urgency, e.level, e.since,
        e.taken_by is not null as "isTaken", e.asked_at as "askedAt", e.decision,
        e.answered_at as "answeredAt"
      from escalations e
      where e.council = ${scope.council} and ${isSeen(scope)}
        and (${after ?? null}::uuid is null or e.id > ${after ?? null}::uuid)
      order by e.id limit ${limit + 1}`.execute(tx)
    return pageOf(found.rows.map(outOf), { limit })
  },
})

function outOf({ since, askedAt, answeredAt, ...row }: Row) {
  const due = dueAt({ ...row, since: since.getTime() })
  return {
    ...row,
    askedAt: askedAt.toISOString(),
    dueAt: answeredAt === null ? new Date(due).toISOString() : null,
    answeredAt: answeredAt?.toISOString() ?? null,
  }
}

export const escalationsApi: Api = {
  reads: [listQuestions],
  commands: [askQuestion, takeQuestion, answerQuestion],
}
