// What may another system ask about stops, and tell us? No words and no names leave.
import { sql } from 'kysely'
import { z } from 'zod'
import { type Api, apiRead, pageOf, pageQuery, pageSchema } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { acknowledgeStop, liftStop, saySafeHome } from '../domain/answer-stop.ts'
import { stopAll } from '../domain/stop-all.ts'
import { concerns } from './queries.ts'

type Row = {
  readonly id: Id
  readonly within: Id | null
  readonly stoppedAt: Date
  readonly liftedAt: Date | null
  readonly mustAcknowledge: boolean
}

const listStops = apiRead({
  path: '/stops',
  may: 'standstill.hear',
  summary: 'Where all is or was stopped, since when, and whether you must acknowledge it',
  query: pageQuery,
  answer: pageSchema(
    z.strictObject({
      id: z.uuid(),
      /** Null is the whole council. */
      within: z.uuid().nullable(),
      stoppedAt: z.iso.datetime(),
      liftedAt: z.iso.datetime().nullable(),
      mustAcknowledge: z.boolean(),
    }),
  ),
  async read({ tx, scope, query }) {
    const { limit, after } = query
    const found = await sql<Row>`
      select z.id, z.within, z.stopped_at as "stoppedAt", z.lifted_at as "liftedAt",
        z.lifted_at is null and exists (select from standstill_told t
          where t.council = z.council and t.standstill = z.id
            and t.user_id = ${scope.actor} and t.acknowledged_at is null) as "mustAcknowledge"
      from standstills z
      where z.council = ${scope.council} and ${concerns(scope)}
        and (${after ?? null}::uuid is null or z.id > ${after ?? null}::uuid)
      order by z.id limit ${limit + 1}`.execute(tx)
    const rows = found.rows.map(({ stoppedAt, liftedAt, ...row }) => ({
      ...row,
      stoppedAt: stoppedAt.toISOString(),
      liftedAt: liftedAt?.toISOString() ?? null,
    }))
    return pageOf(rows, { limit })
  },
})

export const standstillApi: Api = {
  reads: [listStops],
  commands: [stopAll, liftStop, acknowledgeStop, saySafeHome],
}
