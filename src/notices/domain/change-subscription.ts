// A subscription is paused, goes on, asks again from a number, gets a new secret, or is over.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import { refuse } from '../../kernel/refusal.ts'
import * as events from './events.ts'

export type SubscriptionState = {
  readonly state: 'on' | 'paused' | 'ended'
  /** The last number of the record so far. */
  readonly head: number
}

const may = 'notices.administer'
const subscription = z.uuid()

export const Pause = z.strictObject({ subscription, reason: z.enum(events.pauseReasons) })
export const End = z.strictObject({ subscription, reason: z.enum(events.endReasons) })
export const Resume = z.strictObject({ subscription })
export const Replay = z.strictObject({ subscription, after: z.number().int().min(0) })

export const pauseSubscription = command<z.infer<typeof Pause>, SubscriptionState>({
  name: 'notices.pause-subscription',
  input: Pause,
  may,
  decide({ state }, body) {
    if (state !== 'on') return refuse('already-done')
    return [events.subscriptionPaused({ subjects: [], body })]
  },
})

/** Also while it is on: what waits for its next try is then tried at once. */
export const resumeSubscription = command<z.infer<typeof Resume>, SubscriptionState>({
  name: 'notices.resume-subscription',
  input: Resume,
  may,
  decide({ state }, body) {
    if (state === 'ended') return refuse('already-done')
    return [events.subscriptionResumed({ subjects: [], body })]
  },
})

export const endSubscription = command<z.infer<typeof End>, SubscriptionState>({
  name: 'notices.end-subscription',
  input: End,
  may,
  decide({ state }, body) {
    if (state === 'ended') return refuse('already-done')
    return [events.subscriptionEnded({ subjects: [], body })]
  },
})

export const replay = command<z.infer<typeof Replay>, SubscriptionState>({
  name: 'notices.replay',
  input: Replay,
  may,
  decide({ state, head }, body) {
    if (state === 'ended') return refuse('already-done')
    if (body.after > head) return refuse('invalid', { after: 'not-yet' })
    return [events.replayAsked({ subjects: [], body })]
  },
})

export const rotateSecret = command<z.infer<typeof Resume>, SubscriptionState>({
  name: 'notices.rotate-secret',
  input: Resume,
  may,
  decide({ state }, body) {
    if (state === 'ended') return refuse('already-done')
    return [events.secretRotated({ subjects: [], body })]
  },
})
