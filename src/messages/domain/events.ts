// What happens to sending: somebody names the mail server, or takes it away.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'

/** Never the server itself: its address holds a password. */
export const senderSet = eventKind({
  kind: 'messages.SenderSet',
  version: 1,
  body: z.strictObject({ sender: z.enum(['smtp', 'none']) }),
})

/** Never the key: it opens the service there. */
export const notifySet = eventKind({
  kind: 'messages.NotifySet',
  version: 1,
  body: z.strictObject({ isSet: z.boolean(), texts: z.boolean(), emails: z.boolean() }),
})
