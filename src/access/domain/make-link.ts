// Somebody makes a link that signs a person in: the record must say who, for whom, and when.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { UserState } from './disable-user.ts'
import { linkMade } from './events.ts'

export const MakeLink = z.strictObject({ user: z.uuid() })
export type MakeLink = z.infer<typeof MakeLink>

export const makeLink = command<MakeLink, Pick<UserState, 'isDisabled'>>({
  name: 'access.make-link',
  input: MakeLink,
  may: 'access.administer',
  decide(state, { user }) {
    if (state.isDisabled) return refuse('already-done')
    return [linkMade({ subjects: [user], body: { user } })]
  },
})
