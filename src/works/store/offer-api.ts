// What may another system ask about what works, and tell us? A network may say where power is out.
import { sql } from 'kysely'
import { z } from 'zod'
import { inScope } from '../../access/index.ts'
import { type Api, apiRead } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { sayWorks } from '../domain/say-works.ts'
import { services, workings } from '../domain/terms.ts'

type Row = {
  readonly place: Id
  readonly service: (typeof services)[number]
  readonly state: (typeof workings)[number]
  readonly since: Date
  readonly until: Date | null
}

const wordsMax = 2_000

const listWorks = apiRead({
  path: '/works',
  may: 'works.read',
  summary: 'What works where, as it was said last for each place and is still believed',
  query: z.object({}),
  answer: z.strictObject({
    works: z.array(
      z.strictObject({
        place: z.uuid(),
        service: z.enum(services),
        state: z.enum(workings),
        since: z.iso.datetime(),
        until: z.iso.datetime().nullable(),
      }),
    ),
  }),
  async read({ tx, scope, now }) {
    const found = await sql<Row>`select w.place, w.service, w.state, w.since, w.until
      from works_now w where w.council = ${scope.council} and ${inScope(scope, 'w.place')}
        and (w.until is null or w.until > ${new Date(now)})
      order by w.since desc, w.place, w.service limit ${wordsMax}`.execute(tx)
    const works = found.rows.map(({ since, until, ...row }) => ({
      ...row,
      since: since.toISOString(),
      until: until?.toISOString() ?? null,
    }))
    return { works }
  },
})

export const worksApi: Api = { reads: [listWorks], commands: [sayWorks] }
