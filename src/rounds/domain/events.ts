// What happens to a round: its times were kept.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'

export const stopsMax = 40

export const roundKept = eventKind({
  kind: 'rounds.RoundKept',
  version: 1,
  body: z.strictObject({
    volunteer: z.uuid(),
    /** When each job is begun at its door, in milliseconds since 1970 UTC. */
    stops: z.array(z.strictObject({ job: z.uuid(), at: z.number() })).max(stopsMax),
  }),
})
