// When nobody can sign in, the machine's keeper opens a short way in, and others look at it after.
import { z } from 'zod'
import { grantGiven, userAdded } from '../../access/domain/events.ts'
import { command, decided } from '../../events/commands.ts'
import { hourMs, minuteMs } from '../../kernel/clock.ts'
import { refuse } from '../../kernel/refusal.ts'
import { emergencyOpened, emergencyReviewed } from './events.ts'

export const emergencyLinkMsMax = 15 * minuteMs
export const emergencyMsMax = 2 * hourMs
export const reasonLettersMin = 10

export const OpenEmergency = z.strictObject({
  /** What the emergency administrator is called on every page and in the record. */
  name: z.string().trim().min(1).max(200),
  reason: z.string().trim().min(reasonLettersMin).max(500),
})
export type OpenEmergency = z.infer<typeof OpenEmergency>

/** A person of its own each time: all that is done is done under that name. */
export const openEmergency = command<OpenEmergency, null>({
  name: 'sign-in.open-emergency',
  input: OpenEmergency,
  may: 'sign-in.administer',
  decide(_state, { name, reason }, { now, newId }) {
    const user = newId()
    const until = now + emergencyMsMax
    const grant = {
      grant: newId(),
      user,
      role: 'system-administrator' as const,
      purpose: 'emergency',
      from: now,
      until,
      source: 'emergency' as const,
    }
    const subjects = [user]
    return decided(
      [
        userAdded({ subjects, body: { user }, words: { name, email: null } }),
        grantGiven({ subjects, place: null, body: grant }),
        emergencyOpened({ subjects, body: { user, until }, words: { reason } }),
      ],
      { user },
    )
  },
})

export const ReviewEmergency = z.strictObject({
  user: z.uuid(),
  finding: z.enum(['in-order', 'not-in-order']),
  note: z.string().trim().max(1_000),
})
export type ReviewEmergency = z.infer<typeof ReviewEmergency>

/** Nobody judges what they did themselves, nor while it is still going on in their hands. */
export const reviewEmergency = command<
  ReviewEmergency,
  { readonly isReviewed: boolean; readonly isByEmergency: boolean }
>({
  name: 'sign-in.review-emergency',
  input: ReviewEmergency,
  may: 'sign-in.review',
  decide(state, { user, finding, note }) {
    if (state.isByEmergency) return refuse('not-allowed')
    if (state.isReviewed) return refuse('already-done')
    return [emergencyReviewed({ subjects: [user], body: { user, finding }, words: { note } })]
  },
})
