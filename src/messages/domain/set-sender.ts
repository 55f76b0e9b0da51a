// The mail server of a council is named, changed or taken away: the record says who did it.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import { senderSet } from './events.ts'

export const SetSender = z.strictObject({ sender: z.enum(['smtp', 'none']) })
export type SetSender = z.infer<typeof SetSender>

export const setSender = command<SetSender, null>({
  name: 'messages.set-sender',
  input: SetSender,
  may: 'messages.administer',
  decide: (_state, { sender }) => [senderSet({ subjects: [], body: { sender } })],
})
