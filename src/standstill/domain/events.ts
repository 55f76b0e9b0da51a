// What happens when all is stopped: stopped, known to each, everybody safe home, lifted.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'
import { outWhys } from './terms.ts'

export const allStopped = eventKind({
  kind: 'standstill.AllStopped',
  version: 1,
  body: z.strictObject({
    standstill: z.uuid(),
    /** Null is the whole council. */
    within: z.uuid().nullable(),
    /** Who must know: holders, owners, and those who were given calls. */
    told: z.array(z.uuid()),
    /** Holds are not in the record, so who was out stands here. */
    out: z.array(z.strictObject({ user: z.uuid(), why: z.enum(outWhys) })),
  }),
  words: z.strictObject({ reason: z.string() }),
})

export const stopAcknowledged = eventKind({
  kind: 'standstill.StopAcknowledged',
  version: 1,
  body: z.strictObject({ standstill: z.uuid() }),
})

export const safeHomeSaid = eventKind({
  kind: 'standstill.SafeHomeSaid',
  version: 1,
  body: z.strictObject({ standstill: z.uuid(), user: z.uuid() }),
  /** Who said so; empty when they said it themselves. */
  words: z.strictObject({ saidBy: z.string() }),
})

export const stopLifted = eventKind({
  kind: 'standstill.StopLifted',
  version: 1,
  body: z.strictObject({ standstill: z.uuid() }),
  words: z.strictObject({ reason: z.string() }),
})
