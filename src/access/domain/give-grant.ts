// A person who may sign in is given one more role somewhere, for a purpose and a time.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { type Grant, roleNames } from '../actor.ts'
import { grantGiven } from './events.ts'
import { isWiderThan, needsEnd, placeProblem, termProblem } from './grant-problems.ts'

export const reasonLettersMax = 500

export const GiveGrant = z.strictObject({
  grant: z.uuid(),
  user: z.uuid(),
  role: z.enum(roleNames),
  place: z.uuid().nullable(),
  purpose: z.string().trim().min(1).max(200),
  /** Null begins now. */
  from: z.number().nullable(),
  until: z.number().nullable(),
  reason: z.string().trim().min(1).max(reasonLettersMax),
})
export type GiveGrant = z.infer<typeof GiveGrant>

export type GiveState = {
  readonly isDisabled: boolean
  /** The place that is asked for with everything above it. */
  readonly path: readonly Id[] | null
  /** What the giver holds now; null for the system itself. */
  readonly held: readonly Grant[] | null
}

export const giveGrant = command<GiveGrant, GiveState>({
  name: 'access.give-grant',
  input: GiveGrant,
  may: 'access.administer',
  decide(state, input, { now, actor }) {
    const { grant, user, role, place, purpose, until, reason } = input
    const from = input.from ?? now
    if (user === actor) return refuse('to-oneself')
    if (state.isDisabled) return refuse('shut-out')
    const misfit = placeProblem(role, place !== null)
    if (misfit) return refuse('invalid', { place: misfit })
    if (needsEnd(role) && until === null) return refuse('invalid', { until: 'untilMissing' })
    const term = termProblem({ from, until }, now)
    if (term) return refuse(term)
    const wanted = { role, path: state.path }
    if (state.held && isWiderThan(state.held, wanted)) return refuse('wider-than-own')
    const body = { grant, user, role, purpose, from, until, source: 'administrator' as const }
    return [grantGiven({ subjects: [user], place, body, words: { reason } })]
  },
})
