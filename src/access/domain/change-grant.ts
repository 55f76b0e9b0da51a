// A grant ends, or gets another last day. Why is said; nobody lengthens their own.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { RoleName } from '../actor.ts'
import { grantEnded, grantUntilChanged } from './events.ts'
import { reasonLettersMax } from './give-grant.ts'
import { needsEnd, termProblem } from './grant-problems.ts'

const reason = z.string().trim().min(1).max(reasonLettersMax)

export const EndGrant = z.strictObject({ user: z.uuid(), grant: z.uuid(), reason })
export type EndGrant = z.infer<typeof EndGrant>

export const ChangeUntil = z.strictObject({
  user: z.uuid(),
  grant: z.uuid(),
  until: z.number().nullable(),
  reason,
})
export type ChangeUntil = z.infer<typeof ChangeUntil>

export type GrantState = {
  readonly role: RoleName
  readonly from: number
  readonly until: number | null
  /** Without this grant nobody would be left who can let people in. */
  readonly isLastAdministrator: boolean
}

export const endGrant = command<EndGrant, GrantState>({
  name: 'access.end-grant',
  input: EndGrant,
  may: 'access.administer',
  decide({ until, isLastAdministrator }, input, { now }) {
    if (until !== null && until <= now) return refuse('already-done')
    if (isLastAdministrator) return refuse('last-administrator')
    const { user, grant } = input
    const words = { reason: input.reason }
    return [grantEnded({ subjects: [user], body: { grant, user }, words })]
  },
})

export const changeUntil = command<ChangeUntil, GrantState>({
  name: 'access.change-until',
  input: ChangeUntil,
  may: 'access.administer',
  decide(state, input, { now, actor }) {
    const { user, grant, until } = input
    if (user === actor) return refuse('to-oneself')
    if (state.until !== null && state.until <= now) return refuse('already-done')
    if (until === state.until) return refuse('already-done')
    if (needsEnd(state.role) && until === null) return refuse('invalid', { until: 'untilMissing' })
    const term = termProblem({ from: state.from, until }, now)
    if (term) return refuse(term)
    if (state.isLastAdministrator && until !== null) return refuse('last-administrator')
    const words = { reason: input.reason }
    return [grantUntilChanged({ subjects: [user], body: { grant, user, until }, words })]
  },
})
