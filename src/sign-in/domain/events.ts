// What happens at the doors: the provider is set, accounts are linked, keys come and go.
import { z } from 'zod'
import { roleNames } from '../../access/actor.ts'
import { eventKind } from '../../events/kinds.ts'

/** Its secret is never here. An empty issuer: council accounts are off. */
export const providerSet = eventKind({
  kind: 'sign-in.ProviderSet',
  version: 1,
  body: z.strictObject({
    issuer: z.string(),
    clientId: z.string(),
    nameClaim: z.string(),
    emailClaim: z.string(),
    groupsClaim: z.string(),
    trustsEmail: z.boolean(),
  }),
})

/** Everybody in this group at the provider has this role there. */
export const groupRoleAdded = eventKind({
  kind: 'sign-in.GroupRoleAdded',
  version: 1,
  body: z.strictObject({
    rule: z.uuid(),
    group: z.string(),
    role: z.enum(roleNames),
    purpose: z.string(),
  }),
})

export const groupRoleRemoved = eventKind({
  kind: 'sign-in.GroupRoleRemoved',
  version: 1,
  body: z.strictObject({ rule: z.uuid() }),
})

export const accountLinked = eventKind({
  kind: 'sign-in.AccountLinked',
  version: 1,
  body: z.strictObject({ user: z.uuid(), account: z.uuid() }),
  words: z.strictObject({ issuer: z.string(), subject: z.string() }),
})

/** Which grants a sign-in gave and ended because of groups: these grants and no others. */
export const groupsApplied = eventKind({
  kind: 'sign-in.GroupsApplied',
  version: 1,
  body: z.strictObject({
    user: z.uuid(),
    given: z.array(z.strictObject({ grant: z.uuid(), rule: z.uuid() })),
    ended: z.array(z.uuid()),
  }),
})

export const passkeyAdded = eventKind({
  kind: 'sign-in.PasskeyAdded',
  version: 1,
  body: z.strictObject({
    user: z.uuid(),
    passkey: z.uuid(),
    transports: z.array(z.string()),
  }),
  words: z.strictObject({ name: z.string(), credential: z.string(), publicKey: z.string() }),
})

export const passkeyRenamed = eventKind({
  kind: 'sign-in.PasskeyRenamed',
  version: 1,
  body: z.strictObject({ user: z.uuid(), passkey: z.uuid() }),
  words: z.strictObject({ name: z.string() }),
})

export const passkeyRemoved = eventKind({
  kind: 'sign-in.PasskeyRemoved',
  version: 1,
  body: z.strictObject({ user: z.uuid(), passkey: z.uuid() }),
})

/** An administrator ended somebody's session; `session` null means all of them. */
export const sessionsEnded = eventKind({
  kind: 'sign-in.SessionsEnded',
  version: 1,
  body: z.strictObject({ user: z.uuid(), session: z.uuid().nullable() }),
})

/** `user` exists for this emergency alone, so that whatever it does is marked by its name. */
export const emergencyOpened = eventKind({
  kind: 'sign-in.EmergencyOpened',
  version: 1,
  body: z.strictObject({ user: z.uuid(), until: z.number() }),
  words: z.strictObject({ reason: z.string() }),
})

export const emergencyReviewed = eventKind({
  kind: 'sign-in.EmergencyReviewed',
  version: 1,
  body: z.strictObject({ user: z.uuid(), finding: z.enum(['in-order', 'not-in-order']) }),
  words: z.strictObject({ note: z.string() }),
})
