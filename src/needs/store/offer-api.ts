// What may other systems ask about needs and plans, and tell us?
import { sql } from 'kysely'
import { z } from 'zod'
import { inScope } from '../../access/index.ts'
import { type Api, apiRead, pageOf, pageQuery, pageSchema } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { finishAction, takeAction } from '../domain/change-action.ts'
import { changeNeed } from '../domain/change-need.ts'
import { planAction } from '../domain/plan-action.ts'

const listNeeds = apiRead({
  path: '/needs',
  may: 'needs.read',
  summary: 'What people need: kinds, urgency and state, no words and no names',
  query: pageQuery,
  answer: pageSchema(
    z.strictObject({
      id: z.uuid(),
      person: z.uuid(),
      campaign: z.uuid().nullable(),
      kind: z.string(),
      urgency: z.string(),
      state: z.string(),
      foundAt: z.iso.datetime(),
    }),
  ),
  async read({ tx, scope, query }) {
    const { limit, after } = query
    const found = await sql<{ id: Id; foundAt: Date }>`
      select id, person, campaign, kind, urgency, state, found_at as "foundAt" from needs
      where council = ${scope.council} and ${inScope(scope, 'place')}
        and (${after ?? null}::uuid is null or id > ${after ?? null}::uuid)
      order by id limit ${limit + 1}`.execute(tx)
    const rows = found.rows.map(row => ({ ...row, foundAt: row.foundAt.toISOString() }))
    return pageOf(rows, { limit })
  },
})

const listActions = apiRead({
  path: '/actions',
  may: 'needs.read',
  summary: 'Steps of plans: who sees to it and by when, no words',
  query: pageQuery,
  answer: pageSchema(
    z.strictObject({
      id: z.uuid(),
      person: z.uuid(),
      need: z.uuid().nullable(),
      owner: z.uuid().nullable(),
      dueAt: z.iso.datetime(),
      state: z.string(),
    }),
  ),
  async read({ tx, scope, query }) {
    const { limit, after } = query
    const found = await sql<{ id: Id; dueAt: Date }>`
      select id, person, need, owner, due_at as "dueAt", state from plan_actions
      where council = ${scope.council} and ${inScope(scope, 'place')}
        and (${after ?? null}::uuid is null or id > ${after ?? null}::uuid)
      order by id limit ${limit + 1}`.execute(tx)
    return pageOf(
      found.rows.map(row => ({ ...row, dueAt: row.dueAt.toISOString() })),
      { limit },
    )
  },
})

export const needsApi: Api = {
  reads: [listNeeds, listActions],
  commands: [planAction, takeAction, finishAction, changeNeed],
}
