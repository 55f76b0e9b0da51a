// What may other systems ask about affected areas, and tell us? Shapes and names of areas; nobody
// who is inside.
import { sql } from 'kysely'
import { z } from 'zod'
import { type Api, apiRead, pageOf, pageQuery, pageSchema } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { coordinatesOf } from '../domain/coordinates.ts'
import { pushArea } from '../domain/push-area.ts'
import { areaSources, type Shape } from '../domain/terms.ts'
import { versionsOf } from './areas.ts'

const listAreas = apiRead({
  path: '/areas',
  may: 'areas.read',
  summary: 'Affected areas, each as it was drawn last',
  query: pageQuery,
  answer: pageSchema(
    z.strictObject({
      id: z.uuid(),
      version: z.uuid(),
      number: z.number().int(),
      name: z.string(),
      source: z.enum(areaSources),
      drawnAt: z.iso.datetime(),
    }),
  ),
  async read({ tx, scope, query }) {
    if (!scope.everywhere) return pageOf([], query)
    const { limit, after } = query
    const found = await sql<{ id: Id; drawnAt: Date }>`
      select distinct on (v.area) v.area as id, v.id as version, v.number,
        coalesce(v.name, '') as name, v.source, v.drawn_at as "drawnAt"
      from area_versions v where v.council = ${scope.council}
        and (${after ?? null}::uuid is null or v.area > ${after ?? null}::uuid)
      order by v.area, v.number desc limit ${limit + 1}`.execute(tx)
    const rows = found.rows.map(row => ({ ...row, drawnAt: row.drawnAt.toISOString() }))
    return pageOf(rows, { limit })
  },
})

const listVersions = apiRead({
  path: '/areas/:area/versions',
  may: 'areas.read',
  summary: 'Every version of one area with its shape in degrees, the newest first',
  query: z.object({}),
  answer: z.strictObject({
    versions: z.array(
      z.strictObject({
        id: z.uuid(),
        number: z.number().int(),
        name: z.string(),
        note: z.string(),
        source: z.enum(areaSources),
        drawnAt: z.iso.datetime(),
        postcodes: z.array(z.string()),
        /** Null where it was said by postcodes alone. */
        geojson: z
          .strictObject({
            type: z.literal('MultiPolygon'),
            coordinates: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))),
          })
          .nullable(),
      }),
    ),
  }),
  async read({ tx, scope, ids }) {
    const found = scope.everywhere ? await versionsOf(tx, scope.council, ids.area ?? '') : []
    if (found.length === 0) return refuse('not-found')
    const versions = found.map(({ id, number, name, note, source, drawnAt, ...extent }) => ({
      ...{ id, number, name, note, source, drawnAt: drawnAt.toISOString() },
      postcodes: [...extent.postcodes],
      geojson: geometryOf(extent.shape),
    }))
    return { versions }
  },
})

function geometryOf(shape: Shape) {
  if (shape.length === 0) return null
  return { type: 'MultiPolygon' as const, coordinates: coordinatesOf(shape) }
}

export const areasApi: Api = { reads: [listAreas, listVersions], commands: [pushArea] }
