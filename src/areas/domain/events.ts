// What happens to an affected area: each time it is drawn it is a version of its own.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'
import { areaSources } from './terms.ts'

const position = z.tuple([z.number(), z.number()])

export const areaDrawn = eventKind({
  kind: 'areas.AreaDrawn',
  version: 1,
  body: z.strictObject({
    area: z.uuid(),
    version: z.uuid(),
    number: z.number(),
    source: z.enum(areaSources),
    shape: z.array(z.array(z.array(position))),
    postcodes: z.array(z.string()),
  }),
  words: z.strictObject({ name: z.string(), note: z.string() }),
})
