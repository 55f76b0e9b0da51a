// What may other systems ask about jobs, and tell us?
import { sql } from 'kysely'
import { z } from 'zod'
import { inScope } from '../../access/index.ts'
import { type Api, apiRead, pageOf, pageQuery, pageSchema } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { giveJob } from '../domain/claim-job.ts'
import { offerJob } from '../domain/offer-job.ts'
import { releaseJob } from '../domain/release-job.ts'
import { failJob, finishJob } from '../domain/work-on-job.ts'

const Job = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  state: z.string(),
  urgency: z.string(),
  person: z.uuid().nullable(),
  need: z.uuid().nullable(),
  place: z.uuid().nullable(),
  dueAt: z.iso.datetime(),
  volunteer: z.uuid().nullable(),
  second: z.uuid().nullable(),
  endedAt: z.iso.datetime().nullable(),
})

type Row = { readonly id: Id; readonly dueAt: Date; readonly endedAt: Date | null }

const row = sql`select id, kind, state, urgency, person, need, place, due_at as "dueAt",
  volunteer, second, ended_at as "endedAt" from jobs`

const shown = (one: Row) => ({
  ...one,
  dueAt: one.dueAt.toISOString(),
  endedAt: one.endedAt?.toISOString() ?? null,
})

const listJobs = apiRead({
  path: '/jobs',
  may: 'jobs.read',
  summary: 'Jobs: kind, state, who has each and by when, no words and no names',
  query: pageQuery,
  answer: pageSchema(Job),
  async read({ tx, scope, query }) {
    const { limit, after } = query
    const found = await sql<Row>`${row}
      where council = ${scope.council} and ${inScope(scope, 'place')}
        and (${after ?? null}::uuid is null or id > ${after ?? null}::uuid)
      order by id limit ${limit + 1}`.execute(tx)
    return pageOf(found.rows.map(shown), { limit })
  },
})

export const jobsApi: Api = {
  reads: [listJobs],
  commands: [offerJob, giveJob, finishJob.other, failJob.other, releaseJob],
}
