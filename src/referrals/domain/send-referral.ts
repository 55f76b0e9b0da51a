// A need is passed to a partner: for one purpose, with no more than it takes, until a day.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import { dayMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { needChanged } from '../../needs/domain/index.ts'
import { mayContact } from '../../people/domain/index.ts'
import { referralSent } from './events.ts'
import {
  answerMs,
  bases,
  lastsDays,
  lettersMax,
  nameLettersMax,
  urgencies,
  type Way,
  ways,
} from './terms.ts'

export const SendReferral = z.strictObject({
  referral: z.uuid(),
  person: z.uuid(),
  need: z.uuid().nullable(),
  service: z.uuid().nullable(),
  partner: z.string().trim().min(1).max(nameLettersMax),
  /** Empty where the link is handed over in another way. */
  email: z.union([z.literal(''), z.email().max(254)]),
  way: z.enum(ways),
  basis: z.enum(bases),
  urgency: z.enum(urgencies),
  ask: z.string().trim().min(1).max(lettersMax),
  days: z.literal(lastsDays),
})
export type SendReferral = z.infer<typeof SendReferral>

export type Sending = {
  readonly place: Id | null
  readonly isKnown: boolean
  readonly flags: readonly string[]
  /** Null when there is none, undefined when it is not theirs. */
  readonly need: string | null | undefined
  readonly isAllStopped: boolean
}

export const sendReferral: Command<SendReferral, Sending> = command({
  name: 'referrals.send-referral',
  input: SendReferral,
  may: 'referrals.send',
  decide(state, input, { now }) {
    const { partner, email, ask, days, urgency, ...said } = input
    if (state.isKnown) return refuse('already-done')
    if (state.need === undefined) return refuse('not-found')
    if (state.need === 'met' || state.need === 'cancelled') return refuse('already-done')
    if (state.isAllStopped) return refuse('all-stopped')
    if (!mayContact(state.flags, channelOf(input.way))) return refuse('stopped')
    const base = { subjects: [input.person], place: state.place }
    const times = { answerBy: now + answerMs[urgency], expiresAt: now + days * dayMs }
    const body = { ...said, urgency, ...times }
    const sent = referralSent({ ...base, body, words: { partner, email, ask } })
    const { need } = input
    if (need === null || state.need !== 'open') return decided([sent], {})
    const begun = needChanged({ ...base, body: { need, state: 'in-progress' } })
    return decided([sent, begun], {})
  },
})

/** Nobody is sent to ring where nobody may ring. */
function channelOf(way: Way): 'call' | 'doorstep' | 'letter' {
  return way === 'ring' ? 'call' : way === 'visit' ? 'doorstep' : 'letter'
}
