// What happens to the people who use Doorstep: they are added, given a role somewhere, disabled.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'
import { roleNames } from '../actor.ts'

export const userAdded = eventKind({
  kind: 'access.UserAdded',
  version: 1,
  body: z.strictObject({ user: z.uuid() }),
  words: z.strictObject({ name: z.string(), email: z.string().nullable() }),
})

export const grantGiven = eventKind({
  kind: 'access.GrantGiven',
  version: 1,
  body: z.strictObject({
    grant: z.uuid(),
    user: z.uuid(),
    role: z.enum(roleNames),
    purpose: z.string(),
    /** Milliseconds since 1970 UTC. */
    from: z.number(),
    until: z.number().nullable(),
  }),
})

export const grantEnded = eventKind({
  kind: 'access.GrantEnded',
  version: 1,
  body: z.strictObject({ grant: z.uuid(), user: z.uuid() }),
})

export const userDisabled = eventKind({
  kind: 'access.UserDisabled',
  version: 1,
  body: z.strictObject({ user: z.uuid() }),
})

/** Somebody made a link that signs this person in: never the link itself. */
export const linkMade = eventKind({
  kind: 'access.LinkMade',
  version: 1,
  body: z.strictObject({ user: z.uuid() }),
})
