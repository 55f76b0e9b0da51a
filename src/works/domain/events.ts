// Somebody says what works in a place, and until when they believe it.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'
import { services, workings } from './terms.ts'

export const serviceSaid = eventKind({
  kind: 'works.ServiceSaid',
  version: 1,
  body: z.strictObject({
    place: z.uuid(),
    service: z.enum(services),
    state: z.enum(workings),
    until: z.number().nullable(),
  }),
})
