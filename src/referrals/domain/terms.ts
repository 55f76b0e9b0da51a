// The words of referrals: how a partner helps, what they learn for it, and how it can end.
import { dayMs, hourMs } from '../../kernel/clock.ts'

/** How they help decides what they learn, once they said yes, and nothing more. */
export const ways = ['visit', 'ring', 'advise'] as const
export type Way = (typeof ways)[number]

export type Fact = 'name' | 'phone' | 'address'
export const factsFor: Readonly<Record<Way, readonly Fact[]>> = {
  visit: ['name', 'address', 'phone'],
  ring: ['name', 'phone'],
  /** They answer us; we tell the resident. */
  advise: [],
}

/** Why it may be passed on. */
export const bases = ['agreed', 'vital'] as const
export type Basis = (typeof bases)[number]

export const urgencies = ['today', '48h', 'routine'] as const
export type Urgency = (typeof urgencies)[number]

/** So long until a yes or a no is owed; half of what the need itself allows. */
export const answerMs: Readonly<Record<Urgency, number>> = {
  today: 4 * hourMs,
  '48h': dayMs,
  routine: 3 * dayMs,
}

export const states = ['sent', 'accepted', 'declined', 'done', 'withdrawn', 'expired'] as const
export type State = (typeof states)[number]
export const openStates: readonly State[] = ['sent', 'accepted']

export const answers = ['accepted', 'declined', 'done'] as const
export type Answer = (typeof answers)[number]

export const declineReasons = ['no-room', 'not-ours', 'too-far', 'cannot-reach', 'other'] as const
export type DeclineReason = (typeof declineReasons)[number]

export const lastsDays = [7, 14, 28] as const
export const lettersMax = 500
export const nameLettersMax = 120
