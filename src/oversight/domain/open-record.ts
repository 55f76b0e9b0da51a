// Somebody needs a record outside their work at once: opened for an hour, told, and judged after.
import { z } from 'zod'
import { command, decided } from '../../events/commands.ts'
import { minuteMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { openingEnded, openingReviewed, openingTried, recordOpened } from './events.ts'
import { emergencyReasons } from './look-purposes.ts'
import { workingDaysAfter } from './working-days.ts'

export const openingMsMax = 60 * minuteMs
export const reviewWorkingDays = 2
export const whyLettersMin = 10
/** Wrong guesses in 24 hours, after which the door stays shut. */
export const triesMax = 5
/** The people of one address. */
export const personsMax = 40

export const OpenRecord = z.strictObject({
  reference: z.string().max(60),
  name: z.string().max(200),
  born: z.iso.date().nullable(),
  address: z.string().max(200),
  extent: z.enum(['person', 'address']),
  reason: z.enum(emergencyReasons),
  why: z.string().trim().min(whyLettersMin).max(1_000),
  /** Proven by the page, with a passkey; the state says whether there is one. */
  hasSecondFactor: z.boolean(),
})
export type OpenRecord = z.infer<typeof OpenRecord>

export type OpenState = {
  readonly user: Id
  /** All records of the one person, or of everybody at the address; null if none or several fit. */
  readonly persons: readonly Id[] | null
  readonly hasPasskey: boolean
  readonly tries: number
}

export const openRecord = command<OpenRecord, OpenState>({
  name: 'oversight.open-record',
  input: OpenRecord,
  may: 'oversight.open',
  decide(state, { extent, reason, why, hasSecondFactor }, { now, newId }) {
    const { user, persons } = state
    if (state.hasPasskey && !hasSecondFactor) return refuse('not-allowed')
    if (state.tries >= triesMax) return refuse('too-many-tries')
    if (persons === null) {
      const body = { attempt: newId(), user, reason }
      const tried = openingTried({ subjects: [user], body, words: { why } })
      return decided([tried], { opening: null })
    }
    const opening = newId()
    const body = {
      opening,
      user,
      extent,
      persons: [...persons],
      reason,
      until: now + openingMsMax,
      reviewDue: workingDaysAfter(now, reviewWorkingDays),
      hadSecondFactor: hasSecondFactor,
    }
    const subjects = [user, ...persons]
    return decided([recordOpened({ subjects, body, words: { why } })], { opening })
  },
})

export const EndOpening = z.strictObject({ opening: z.uuid() })
export type EndOpening = z.infer<typeof EndOpening>

export const endOpening = command<EndOpening, { readonly isOver: boolean }>({
  name: 'oversight.end-opening',
  input: EndOpening,
  may: 'oversight.open',
  decide({ isOver }, { opening }) {
    if (isOver) return refuse('already-done')
    return [openingEnded({ subjects: [], body: { opening } })]
  },
})

export const ReviewOpening = z.strictObject({
  opening: z.uuid(),
  finding: z.enum(['in-order', 'not-in-order']),
  note: z.string().trim().max(1_000),
})
export type ReviewOpening = z.infer<typeof ReviewOpening>

/** Nobody judges what they did themselves. */
export const reviewOpening = command<
  ReviewOpening,
  { readonly isOwn: boolean; readonly isReviewed: boolean; readonly isOver: boolean }
>({
  name: 'oversight.review-opening',
  input: ReviewOpening,
  may: 'oversight.audit',
  decide({ isOwn, isReviewed, isOver }, { opening, finding, note }) {
    if (isOwn) return refuse('not-allowed')
    if (isReviewed) return refuse('already-done')
    if (!isOver) return refuse('not-held')
    return [openingReviewed({ subjects: [], body: { opening, finding }, words: { note } })]
  },
})
