// What happened since a number? Ids, places and times for other systems, in order, never words.
import { sql } from 'kysely'
import { z } from 'zod'
import { inScope } from '../access/scope.ts'
import { apiRead } from './capability.ts'

const limitMax = 1_000

const event = z.strictObject({
  seq: z.number().int(),
  kind: z.string(),
  version: z.number().int(),
  command: z.uuid(),
  actor: z.uuid(),
  subjects: z.array(z.uuid()),
  place: z.uuid().nullable(),
  happenedAt: z.iso.datetime(),
  recordedAt: z.iso.datetime(),
})

/** Who asks again with `next` as `since` misses nothing: numbers are given in order of commit. */
export const eventsSince = apiRead({
  path: '/events',
  may: 'events.read',
  summary: 'What was recorded after a number, oldest first: ids and times, no words',
  query: z.object({
    since: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(limitMax).default(100),
  }),
  answer: z.strictObject({ items: z.array(event), next: z.number().int() }),
  async read({ tx, scope, query }) {
    const { since, limit } = query
    const found = await sql<{ seq: number; happenedAt: Date; recordedAt: Date }>`
      select seq, kind, version, command, actor, subjects, place,
        happened_at as "happenedAt", recorded_at as "recordedAt"
      from events
      where council = ${scope.council} and seq > ${since} and ${inScope(scope, 'place')}
      order by seq limit ${limit}`.execute(tx)
    const items = found.rows.map(row => ({
      ...row,
      happenedAt: row.happenedAt.toISOString(),
      recordedAt: row.recordedAt.toISOString(),
    }))
    return { items, next: items.at(-1)?.seq ?? since }
  },
})
