// What happens to a referral: sent, opened, answered, late, over; and each link that was made.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'
import { answers, bases, declineReasons, urgencies, ways } from './terms.ts'

export const referralSent = eventKind({
  kind: 'referrals.ReferralSent',
  version: 1,
  body: z.strictObject({
    referral: z.uuid(),
    person: z.uuid(),
    need: z.uuid().nullable(),
    /** Of the directory, if it was found there. */
    service: z.uuid().nullable(),
    way: z.enum(ways),
    basis: z.enum(bases),
    urgency: z.enum(urgencies),
    /** Milliseconds since 1970 UTC. */
    answerBy: z.number(),
    expiresAt: z.number(),
  }),
  words: z.strictObject({ partner: z.string(), email: z.string(), ask: z.string() }),
})

/** Never the link or its code: only that there is a new one, and the old one is over. */
export const linkMade = eventKind({
  kind: 'referrals.LinkMade',
  version: 1,
  body: z.strictObject({ referral: z.uuid() }),
})

export const referralOpened = eventKind({
  kind: 'referrals.ReferralOpened',
  version: 1,
  body: z.strictObject({ referral: z.uuid() }),
})

export const referralAnswered = eventKind({
  kind: 'referrals.ReferralAnswered',
  version: 1,
  body: z.strictObject({
    referral: z.uuid(),
    answer: z.enum(answers),
    reason: z.enum(declineReasons).nullable(),
    /** Themselves through the link, or somebody here who was told. */
    by: z.enum(['partner', 'staff']),
  }),
  words: z.strictObject({ reply: z.string() }),
})

export const referralLate = eventKind({
  kind: 'referrals.ReferralLate',
  version: 1,
  body: z.strictObject({ referral: z.uuid() }),
})

export const referralEnded = eventKind({
  kind: 'referrals.ReferralEnded',
  version: 1,
  body: z.strictObject({ referral: z.uuid(), why: z.enum(['withdrawn', 'expired']) }),
})
