// What may another system ask about problems and their answers, and tell us?
import { sql } from 'kysely'
import { z } from 'zod'
import { type Api, apiRead, pageOf, pageQuery, pageSchema } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { tellProblem } from '../domain/tell-problem.ts'
import { problemKinds } from '../domain/terms.ts'
import { isSeen } from './queries.ts'

type Row = {
  readonly id: Id
  readonly joined: Id
  readonly kind: string
  readonly place: Id
  readonly words: string | null
  readonly toldAt: Date
  readonly dueAt: Date
  readonly isTaken: boolean
  readonly answer: string | null
  readonly answeredAt: Date | null
  readonly endedAt: Date | null
}

const listProblems = apiRead({
  path: '/problems',
  may: 'problems.tell',
  summary: 'Problems as they were told, each with the one that it is joined into and its answer',
  query: pageQuery,
  answer: pageSchema(
    z.strictObject({
      id: z.uuid(),
      /** The same for all that are one problem. */
      joined: z.uuid(),
      kind: z.enum(problemKinds),
      place: z.uuid(),
      words: z.string().nullable(),
      toldAt: z.iso.datetime(),
      dueAt: z.iso.datetime(),
      isTaken: z.boolean(),
      answer: z.string().nullable(),
      answeredAt: z.iso.datetime().nullable(),
      endedAt: z.iso.datetime().nullable(),
    }),
  ),
  async read({ tx, scope, query }) {
    const { limit, after } = query
    const found = await sql<Row>`
      select e.id, e.root as joined, e.kind, e.place, e.words, e.told_at as "toldAt",
        r.due_at as "dueAt", r.owner is not null as "isTaken", r.answer,
        r.answered_at as "answeredAt", r.ended_at as "endedAt"
      from problems e join problems r on r.council = e.council and r.id = e.root
      where e.council = ${scope.council} and ${isSeen(scope)}
        and (${after ?? null}::uuid is null or e.id > ${after ?? null}::uuid)
      order by e.id limit ${limit + 1}`.execute(tx)
    const rows = found.rows.map(row => ({
      ...row,
      toldAt: row.toldAt.toISOString(),
      dueAt: row.dueAt.toISOString(),
      answeredAt: row.answeredAt?.toISOString() ?? null,
      endedAt: row.endedAt?.toISOString() ?? null,
    }))
    return pageOf(rows, { limit })
  },
})

/** Who joins, owns and answers a problem stays with people who answer for it by name. */
export const problemsApi: Api = { reads: [listProblems], commands: [tellProblem] }
