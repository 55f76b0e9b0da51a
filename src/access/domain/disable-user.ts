// A person is shut out: every grant ends and every session stops within 5 seconds. Or let in again.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { grantEnded, userDisabled, userEnabled } from './events.ts'
import { reasonLettersMax } from './give-grant.ts'

export const DisableUser = z.strictObject({
  user: z.uuid(),
  reason: z.string().trim().max(reasonLettersMax).optional(),
})
export type DisableUser = z.infer<typeof DisableUser>

export type UserState = {
  readonly isDisabled: boolean
  readonly grants: readonly Id[]
  readonly isLastAdministrator: boolean
}

export const disableUser = command<DisableUser, UserState>({
  name: 'access.disable-user',
  input: DisableUser,
  may: 'access.administer',
  decide(state, { user, reason }) {
    if (state.isDisabled) return refuse('already-done')
    if (state.isLastAdministrator) return refuse('last-administrator')
    const ended = state.grants.map(grant => grantEnded({ subjects: [user], body: { grant, user } }))
    const words = reason ? { words: { reason } } : {}
    return [...ended, userDisabled({ subjects: [user], body: { user }, ...words })]
  },
})

export const EnableUser = z.strictObject({
  user: z.uuid(),
  reason: z.string().trim().min(1).max(reasonLettersMax),
})
export type EnableUser = z.infer<typeof EnableUser>

/** Their roles stay ended: each is given anew, for a reason of today. */
export const enableUser = command<EnableUser, Pick<UserState, 'isDisabled'>>({
  name: 'access.enable-user',
  input: EnableUser,
  may: 'access.administer',
  decide(state, { user, reason }, { actor }) {
    if (user === actor) return refuse('to-oneself')
    if (!state.isDisabled) return refuse('already-done')
    return [userEnabled({ subjects: [user], body: { user }, words: { reason } })]
  },
})
