// The service of GOV.UK Notify is named, changed or taken away: the record says who did it.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import { notifySet } from './events.ts'

export const SetNotify = z.strictObject({
  isSet: z.boolean(),
  texts: z.boolean(),
  emails: z.boolean(),
})
export type SetNotify = z.infer<typeof SetNotify>

export const setNotify = command<SetNotify, null>({
  name: 'messages.set-notify',
  input: SetNotify,
  may: 'messages.administer',
  decide: (_state, body) => [notifySet({ subjects: [], body })],
})
