// Somebody stands for election, leaves office, or must stop for a while: their grants rest.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import { refuse } from '../../kernel/refusal.ts'
import { reasonLettersMax } from './give-grant.ts'
import { termProblem } from './grant-problems.ts'
import { suspensionLifted, suspensionReasons, userSuspended } from './pause-events.ts'

const reason = z.string().trim().min(1).max(reasonLettersMax)

export const SuspendUser = z.strictObject({
  suspension: z.uuid(),
  user: z.uuid(),
  why: z.enum(suspensionReasons),
  /** Null begins now. */
  from: z.number().nullable(),
  until: z.number().nullable(),
  reason,
})
export type SuspendUser = z.infer<typeof SuspendUser>

export const suspendUser = command<SuspendUser, { isLastAdministrator: boolean }>({
  name: 'access.suspend-user',
  input: SuspendUser,
  may: 'access.administer',
  decide({ isLastAdministrator }, input, { now }) {
    const { suspension, user, why, until } = input
    const from = input.from ?? now
    const term = termProblem({ from, until }, now)
    if (term) return refuse(term)
    if (isLastAdministrator) return refuse('last-administrator')
    const body = { suspension, user, why, from, until }
    return [userSuspended({ subjects: [user], body, words: { reason: input.reason } })]
  },
})

export const LiftSuspension = z.strictObject({ suspension: z.uuid(), user: z.uuid(), reason })
export type LiftSuspension = z.infer<typeof LiftSuspension>

export const liftSuspension = command<LiftSuspension, { isOver: boolean }>({
  name: 'access.lift-suspension',
  input: LiftSuspension,
  may: 'access.administer',
  decide({ isOver }, input, { actor }) {
    const { suspension, user } = input
    if (user === actor) return refuse('to-oneself')
    if (isOver) return refuse('already-done')
    const words = { reason: input.reason }
    return [suspensionLifted({ subjects: [user], body: { suspension, user }, words })]
  },
})
