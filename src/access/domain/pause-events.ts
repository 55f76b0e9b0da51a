// What holds grants up: a suspension, a pre-election period, an agreement not yet accepted.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'

export const suspensionReasons = ['candidate', 'left-office', 'other'] as const

export const userSuspended = eventKind({
  kind: 'access.UserSuspended',
  version: 1,
  body: z.strictObject({
    suspension: z.uuid(),
    user: z.uuid(),
    why: z.enum(suspensionReasons),
    from: z.number(),
    until: z.number().nullable(),
  }),
  words: z.strictObject({ reason: z.string() }),
})

export const suspensionLifted = eventKind({
  kind: 'access.SuspensionLifted',
  version: 1,
  body: z.strictObject({ suspension: z.uuid(), user: z.uuid() }),
  words: z.strictObject({ reason: z.string() }),
})

/** Both null: there is none. */
export const quietPeriodSet = eventKind({
  kind: 'access.QuietPeriodSet',
  version: 1,
  body: z.strictObject({ from: z.number().nullable(), until: z.number().nullable() }),
})

/** What a council fills in, in its own words. */
export const AgreementTerms = z.strictObject({
  controller: z.string().trim().min(1).max(300),
  breachNumber: z.string().trim().min(1).max(100),
  returnTo: z.string().trim().min(1).max(300),
  insurance: z.string().trim().min(1).max(500),
  loneWorking: z.string().trim().min(1).max(500),
})
export type AgreementTerms = z.infer<typeof AgreementTerms>

export const agreementSet = eventKind({
  kind: 'access.AgreementSet',
  version: 1,
  body: z.strictObject({ version: z.number(), ageMin: z.number() }),
  words: AgreementTerms,
})

export const agreementAccepted = eventKind({
  kind: 'access.AgreementAccepted',
  version: 1,
  body: z.strictObject({ user: z.uuid(), version: z.number(), textVersion: z.number() }),
})

export const staffFileApplied = eventKind({
  kind: 'access.StaffFileApplied',
  version: 1,
  body: z.strictObject({
    rows: z.number(),
    accepted: z.number(),
    changed: z.number(),
    unchanged: z.number(),
    refused: z.number(),
    leftOut: z.number(),
    isEverybody: z.boolean(),
  }),
})
