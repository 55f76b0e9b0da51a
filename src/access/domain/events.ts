// What happens to the people who use Doorstep: they are added, given a role somewhere, disabled.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'
import { roleNames } from '../actor.ts'

/** Said for whoever reads it later. An emergency and a group say theirs in their own events. */
const said = z.strictObject({ reason: z.string() })

export const userAdded = eventKind({
  kind: 'access.UserAdded',
  version: 1,
  body: z.strictObject({ user: z.uuid() }),
  words: z.strictObject({ name: z.string(), email: z.string().nullable() }),
})

/** Another name or address; the person stays the same. */
export const userCorrected = eventKind({
  kind: 'access.UserCorrected',
  version: 1,
  body: z.strictObject({ user: z.uuid() }),
  words: z.strictObject({ name: z.string(), email: z.string().nullable() }),
})

/** Where a grant comes from; `earlier` stands for grants from before this was kept. */
export const grantSources = [
  'administrator',
  'staff-file',
  'group',
  'emergency',
  'earlier',
] as const
export type GrantSource = (typeof grantSources)[number]

/** Version 2 says where the grant comes from, and may say why in its words. */
export const grantGiven = eventKind({
  kind: 'access.GrantGiven',
  version: 2,
  body: z.strictObject({
    grant: z.uuid(),
    user: z.uuid(),
    role: z.enum(roleNames),
    purpose: z.string(),
    /** Milliseconds since 1970 UTC. */
    from: z.number(),
    until: z.number().nullable(),
    source: z.enum(grantSources),
  }),
  words: said,
  upcast: (_version, body) => ({ source: 'earlier', ...(body as object) }),
})

export const grantUntilChanged = eventKind({
  kind: 'access.GrantUntilChanged',
  version: 1,
  body: z.strictObject({ grant: z.uuid(), user: z.uuid(), until: z.number().nullable() }),
  words: said,
})

export const grantEnded = eventKind({
  kind: 'access.GrantEnded',
  version: 1,
  body: z.strictObject({ grant: z.uuid(), user: z.uuid() }),
  words: said,
})

export const userDisabled = eventKind({
  kind: 'access.UserDisabled',
  version: 1,
  body: z.strictObject({ user: z.uuid() }),
  words: said,
})

export const userEnabled = eventKind({
  kind: 'access.UserEnabled',
  version: 1,
  body: z.strictObject({ user: z.uuid() }),
  words: said,
})

/** Somebody made a link that signs this person in: never the link itself. */
export const linkMade = eventKind({
  kind: 'access.LinkMade',
  version: 1,
  body: z.strictObject({ user: z.uuid() }),
})
