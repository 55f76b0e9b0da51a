// What does GOV.UK Notify say when it is asked what became of a message, and what came in?
import { z } from 'zod'
import { type Fate, fates, type ResidentReply } from '../resident-sender.ts'

const Notifications = z.object({ notifications: z.array(z.object({ status: z.string() })) })

/** Undefined while it is on its way, or where Notify has it no more. */
export function fateIn(body: unknown): Fate | undefined {
  const read = Notifications.safeParse(body)
  const [one] = read.success ? read.data.notifications : []
  return fates.find(fate => fate === one?.status)
}

const Received = z.object({
  received_text_messages: z.array(
    z.object({
      id: z.string().min(1).max(80),
      user_number: z.string().regex(/^\+?\d{3,20}$/),
      content: z.string(),
      created_at: z.string(),
    }),
  ),
})

/** Up to 250, as many as Notify gives at once. */
export function repliesIn(body: unknown): readonly ResidentReply[] {
  const read = Received.safeParse(body)
  if (!read.success) return []
  return read.data.received_text_messages.map(({ id, user_number, content, created_at }) => ({
    id,
    from: user_number,
    text: content,
    cameAt: Date.parse(created_at),
  }))
}
