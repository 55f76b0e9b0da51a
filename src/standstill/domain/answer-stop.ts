// Those who were told say that they know, and that they are home; somebody lifts it by name.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { safeHomeSaid, stopAcknowledged, stopLifted } from './events.ts'
import { nameLettersMax, reasonLettersMax } from './terms.ts'

export type Standing = {
  readonly within: Id | null
  readonly isLifted: boolean
  /** Of the actor: told and silent so far. */
  readonly mustAcknowledge: boolean
  /** Of the one it is about: null is not among those who were out. */
  readonly isSafe: boolean | null
}

const placeOf = ({ within }: Standing) => (within === null ? {} : { place: within })

export const AcknowledgeStop = z.strictObject({ standstill: z.uuid() })
export type AcknowledgeStop = z.infer<typeof AcknowledgeStop>

export const acknowledgeStop: Command<AcknowledgeStop, Standing> = command({
  name: 'standstill.acknowledge-stop',
  input: AcknowledgeStop,
  may: 'standstill.hear',
  decide(state, body) {
    if (!state.mustAcknowledge) return refuse('already-done')
    return [stopAcknowledged({ subjects: [], ...placeOf(state), body })]
  },
})

export const SaySafeHome = z.strictObject({
  standstill: z.uuid(),
  user: z.uuid(),
  /** Who told us; empty when they say it themselves. */
  saidBy: z.string().trim().max(nameLettersMax),
})
export type SaySafeHome = z.infer<typeof SaySafeHome>

/** A fact: it is taken also when all goes on already. */
export const saySafeHome: Command<SaySafeHome, Standing> = command({
  name: 'standstill.say-safe-home',
  input: SaySafeHome,
  may: 'standstill.hear',
  decide(state, { standstill, user, saidBy }, { actor }) {
    if (state.isSafe === null) return refuse('not-found')
    if (state.isSafe) return refuse('already-done')
    if (user !== actor && saidBy === '') return refuse('invalid', { saidBy: 'saidByMissing' })
    const body = { standstill, user }
    return [safeHomeSaid({ subjects: [], ...placeOf(state), body, words: { saidBy } })]
  },
})

export const LiftStop = z.strictObject({
  standstill: z.uuid(),
  reason: z.string().trim().min(1).max(reasonLettersMax),
})
export type LiftStop = z.infer<typeof LiftStop>

export const liftStop: Command<LiftStop, Standing> = command({
  name: 'standstill.lift-stop',
  input: LiftStop,
  may: 'standstill.stop',
  decide(state, { standstill, reason }) {
    if (state.isLifted) return refuse('already-done')
    return [
      stopLifted({ subjects: [], ...placeOf(state), body: { standstill }, words: { reason } }),
    ]
  },
})
