// What happens to notices: another system subscribes, is paused, goes on, asks again, is ended.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'

const subscription = z.uuid()

export const subscriptionAdded = eventKind({
  kind: 'notices.SubscriptionAdded',
  version: 1,
  body: z.strictObject({
    subscription,
    /** The system as one who reads: its grants are those of a user, and so is its scope. */
    user: z.uuid(),
    kinds: z.array(z.string()),
  }),
  /** An address may hold a secret of the other system. */
  words: z.strictObject({ address: z.string() }),
})

export const pauseReasons = ['by-hand', 'failures', 'no-access'] as const
export const endReasons = ['by-hand', 'gone'] as const

export const subscriptionPaused = eventKind({
  kind: 'notices.SubscriptionPaused',
  version: 1,
  body: z.strictObject({ subscription, reason: z.enum(pauseReasons) }),
})

export const subscriptionResumed = eventKind({
  kind: 'notices.SubscriptionResumed',
  version: 1,
  body: z.strictObject({ subscription }),
})

export const subscriptionEnded = eventKind({
  kind: 'notices.SubscriptionEnded',
  version: 1,
  body: z.strictObject({ subscription, reason: z.enum(endReasons) }),
})

/** What was recorded after this number is sent (again). */
export const replayAsked = eventKind({
  kind: 'notices.ReplayAsked',
  version: 1,
  body: z.strictObject({ subscription, after: z.number().int().min(0) }),
})

/** Never the secret itself. */
export const secretRotated = eventKind({
  kind: 'notices.SecretRotated',
  version: 1,
  body: z.strictObject({ subscription }),
})

/** All hosts that notices may go to, with their ports. */
export const hostsSet = eventKind({
  kind: 'notices.HostsSet',
  version: 1,
  body: z.strictObject({ hosts: z.array(z.string()) }),
})
