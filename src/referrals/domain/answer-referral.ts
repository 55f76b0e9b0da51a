// The partner says yes, no, or that it is done; what is not settled goes back to who asked.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import type { Draft } from '../../events/kinds.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { actionPlanned, needChanged } from '../../needs/domain/index.ts'
import { referralAnswered } from './events.ts'
import { answerMs, answers, declineReasons, lettersMax, type State, type Urgency } from './terms.ts'

/** What the step says that goes to who asked. */
const step = z.string().trim().min(1).max(lettersMax)

export const AnswerReferral = z.strictObject({
  referral: z.uuid(),
  answer: z.enum(answers),
  reason: z.enum(declineReasons).nullable(),
  reply: z.string().trim().max(lettersMax),
  by: z.enum(['partner', 'staff']),
  step,
})
export type AnswerReferral = z.infer<typeof AnswerReferral>

export type Referred = {
  readonly person: Id
  readonly place: Id | null
  readonly need: Id | null
  /** Of the need. */
  readonly needState: string | null
  readonly state: State
  readonly urgency: Urgency
  readonly answerBy: number
  readonly expiresAt: number
  readonly isLate: boolean
  /** Who asked, while they can sign in. */
  readonly owner: Id | null
  /** They hear of the answer by themselves; else the owner tells them. */
  readonly hearsByEmail: boolean
}

export const answerReferral: Command<AnswerReferral, Referred> = command({
  name: 'referrals.answer-referral',
  input: AnswerReferral,
  may: 'referrals.send',
  decide(state, { referral, answer, reason, reply, by, step }, { now, newId }) {
    if (state.state !== 'sent' && state.state !== 'accepted') return refuse('already-done')
    if (answer === state.state) return refuse('already-done')
    if (answer === 'declined' && reason === null) {
      return refuse('reason-needed', { reason: 'reasonMissing' })
    }
    const why = answer === 'declined' ? reason : null
    const answered = referralAnswered({
      ...baseOf(state),
      body: { referral, answer, reason: why, by },
      ...(reply === '' ? {} : { words: { reply } }),
    })
    const hasNothingLeft = answer === 'accepted' && state.hearsByEmail
    if (hasNothingLeft) return [answered]
    return [answered, ...goesBack(state, { action: newId(), what: step, now }, answer)]
  },
})

export function baseOf({ person, place }: Referred) {
  return { subjects: [person], place }
}

type Step = { readonly action: Id; readonly what: string; readonly now: number }

/** A dated step for who asked; after a no the need is open again. */
export function goesBack(
  state: Referred,
  { action, what, now }: Step,
  why: 'accepted' | 'declined' | 'done' | 'late' | 'expired',
): readonly Draft[] {
  const { person, need, owner, urgency } = state
  const body = { action, person, need, owner, dueAt: now + answerMs[urgency] }
  const planned = actionPlanned({ ...baseOf(state), body, words: { what } })
  const isOpenAgain = why === 'declined' || why === 'expired'
  if (need === null || !isOpenAgain || state.needState !== 'in-progress') return [planned]
  return [planned, needChanged({ ...baseOf(state), body: { need, state: 'open' } })]
}
