// A referral that nobody answers goes back in time; one that is over shows nothing any more.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import { refuse } from '../../kernel/refusal.ts'
import { needChanged } from '../../needs/domain/index.ts'
import { baseOf, goesBack, type Referred } from './answer-referral.ts'
import { linkMade, referralEnded, referralLate, referralOpened } from './events.ts'
import { lettersMax, openStates } from './terms.ts'

const OfReferral = z.strictObject({ referral: z.uuid() })
type OfReferral = z.infer<typeof OfReferral>

export const makeLink: Command<OfReferral, Referred> = command({
  name: 'referrals.make-link',
  input: OfReferral,
  may: 'referrals.send',
  decide(state, body) {
    if (!openStates.includes(state.state)) return refuse('already-done')
    return [linkMade({ ...baseOf(state), body })]
  },
})

/** The partner came in with the code. */
export const openReferral: Command<OfReferral, Referred> = command({
  name: 'referrals.open-referral',
  input: OfReferral,
  may: 'referrals.send',
  decide(state, body) {
    if (!openStates.includes(state.state)) return refuse('already-done')
    return [referralOpened({ ...baseOf(state), body })]
  },
})

export const withdrawReferral: Command<OfReferral, Referred> = command({
  name: 'referrals.withdraw-referral',
  input: OfReferral,
  may: 'referrals.send',
  decide(state, { referral }) {
    if (!openStates.includes(state.state)) return refuse('already-done')
    const ended = referralEnded({ ...baseOf(state), body: { referral, why: 'withdrawn' } })
    if (state.need === null || state.needState !== 'in-progress') return [ended]
    return [ended, needChanged({ ...baseOf(state), body: { need: state.need, state: 'open' } })]
  },
})

export const PassTime = z.strictObject({
  referral: z.uuid(),
  /** What the step says that goes to who asked. */
  step: z.string().trim().min(1).max(lettersMax),
})
export type PassTime = z.infer<typeof PassTime>

/** Only the clock asks this; who asks, and how often, changes nothing. */
export const passTime: Command<PassTime, Referred> = command({
  name: 'referrals.pass-time',
  input: PassTime,
  may: 'referrals.send',
  decide(state, { referral, step: what }, { now, newId }) {
    const news = newsOf(state, now)
    if (news === undefined) return refuse('already-done')
    const event =
      news === 'late'
        ? referralLate({ ...baseOf(state), body: { referral } })
        : referralEnded({ ...baseOf(state), body: { referral, why: 'expired' } })
    return [event, ...goesBack(state, { action: newId(), what, now }, news)]
  },
})

type Clock = Pick<Referred, 'state' | 'isLate' | 'answerBy' | 'expiresAt'>

/** What the clock has to say about it now. */
export function newsOf(state: Clock, now: number): 'late' | 'expired' | undefined {
  if (!openStates.includes(state.state)) return undefined
  if (now >= state.expiresAt) return 'expired'
  return state.state === 'sent' && !state.isLate && now >= state.answerBy ? 'late' : undefined
}
