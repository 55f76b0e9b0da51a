// What happens to the tokens of other systems: made for one, and ended.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'

export const tokenMade = eventKind({
  kind: 'api.TokenMade',
  version: 1,
  body: z.strictObject({
    token: z.uuid(),
    /** The system as one who acts: its grants are those of a user. */
    user: z.uuid(),
    permissions: z.array(z.string()),
    /** Milliseconds since 1970 UTC. */
    until: z.number(),
  }),
})

export const tokenEnded = eventKind({
  kind: 'api.TokenEnded',
  version: 1,
  body: z.strictObject({ token: z.uuid() }),
})
