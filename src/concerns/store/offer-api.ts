// What may another system ask about welfare concerns? No words and no names leave.
import { sql } from 'kysely'
import { z } from 'zod'
import { inScope } from '../../access/index.ts'
import { type Api, apiRead, pageOf, pageQuery, pageSchema } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { tellWorry } from '../domain/tell-worry.ts'

type Row = {
  readonly id: Id
  readonly person: Id
  readonly cause: string
  readonly isDanger: boolean
  readonly openedAt: Date
  readonly dueAt: Date
  readonly isAnswered: boolean
}

const listConcerns = apiRead({
  path: '/concerns',
  may: 'concerns.handle',
  summary: 'Open welfare concerns: why, since when and by when, no words and no names',
  query: pageQuery,
  answer: pageSchema(
    z.strictObject({
      id: z.uuid(),
      person: z.uuid(),
      cause: z.string(),
      isDanger: z.boolean(),
      openedAt: z.iso.datetime(),
      dueAt: z.iso.datetime(),
      isAnswered: z.boolean(),
    }),
  ),
  async read({ tx, scope, query }) {
    const { limit, after } = query
    const found = await sql<Row>`
      select k.id, p.root as person, k.cause, k.is_danger as "isDanger",
        k.opened_at as "openedAt", k.answered_at is not null as "isAnswered",
        case when k.answered_at is null then k.answer_by
          else greatest(k.answer_by, k.end_by) end as "dueAt"
      from concerns k
      join people p on p.council = k.council and p.id = k.person
      join people r on r.council = p.council and r.id = p.root
      where k.council = ${scope.council} and k.ended_at is null and ${inScope(scope, 'r.place')}
        and (${after ?? null}::uuid is null or k.id > ${after ?? null}::uuid)
      order by k.id limit ${limit + 1}`.execute(tx)
    const rows = found.rows.map(({ openedAt, dueAt, ...row }) => {
      return { ...row, openedAt: openedAt.toISOString(), dueAt: dueAt.toISOString() }
    })
    return pageOf(rows, { limit })
  },
})

/** What is tried and how it ends stays with people who answer for it by name. */
export const concernsApi: Api = { reads: [listConcerns], commands: [tellWorry] }
