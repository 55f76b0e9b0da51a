// A person is shut out: every grant ends and every session stops within 5 seconds.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { grantEnded, userDisabled } from './events.ts'

export const DisableUser = z.strictObject({ user: z.uuid() })
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
  decide(state, { user }) {
    if (state.isDisabled) return refuse('already-done')
    if (state.isLastAdministrator) return refuse('last-administrator')
    const ended = state.grants.map(grant => grantEnded({ subjects: [user], body: { grant, user } }))
    return [...ended, userDisabled({ subjects: [user], body: { user } })]
  },
})
