// What may other systems ask about places, and tell us?
import { sql } from 'kysely'
import { z } from 'zod'
import { inScope } from '../../access/index.ts'
import { type Api, apiRead, pageOf, pageQuery, pageSchema } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { nameOwner } from '../domain/name-owner.ts'

const place = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  name: z.string(),
  gss: z.string().nullable(),
  parent: z.uuid().nullable(),
  homes: z.number().int(),
})

const listPlaces = apiRead({
  path: '/places',
  may: 'places.read',
  summary: 'Places in the scope of the token, of one kind or within one place',
  query: pageQuery.extend({
    kind: z.enum(['district', 'village', 'zone', 'street']).optional(),
    within: z.uuid().optional(),
  }),
  answer: pageSchema(place),
  async read({ tx, scope, query }) {
    const { limit, after, kind, within } = query
    const found = await sql<{ id: Id }>`
      select id, kind, name, gss, parent, homes from places
      where council = ${scope.council} and ended_at is null and ${inScope(scope, 'id')}
        and (${after ?? null}::uuid is null or id > ${after ?? null}::uuid)
        and (${kind ?? null}::text is null or kind = ${kind ?? null}::text)
        and (${within ?? null}::uuid is null or path @> array[${within ?? null}::uuid])
      order by id limit ${limit + 1}`.execute(tx)
    return pageOf(found.rows, { limit })
  },
})

export const placesApi: Api = { reads: [listPlaces], commands: [nameOwner] }
