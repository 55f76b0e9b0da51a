// Notify's callbacks: it proves itself with the token that it was given, and asks nothing.
import { z } from 'zod'
import { systemId } from '../../access/index.ts'
import { isId } from '../../kernel/ids.ts'
import { fates, isCallbackToken } from '../../messages/index.ts'
import { problemAnswer, problems } from '../../web/problem.ts'
import type { Ctx } from '../../web/request.ts'
import { hearReceipt, hearReply } from '../hear.ts'

const Receipt = z.object({
  reference: z.string().nullable(),
  status: z.enum([
    ...fates,
    // What Notify says of its own steps before one of these is no outcome yet.
    'created',
    'sending',
    'pending',
    'sent',
    'accepted',
    'received',
    'cancelled',
  ]),
})

/** POST /api/notify/:council/receipts */
export async function takeReceipt(c: Ctx): Promise<Response> {
  const council = await provenCouncil(c)
  if (!council) return problemAnswer(c, problems.noToken)
  const read = Receipt.safeParse(await jsonOf(c))
  if (!read.success) return problemAnswer(c, problems.notJson)
  const { reference, status } = read.data
  const outcome = fates.find(one => one === status)
  if (outcome && isId(reference)) {
    await hearReceipt(c.var.node, council, { message: reference, outcome })
  }
  return c.body(null, 204)
}

const ReplyText = z.object({
  id: z.string().min(1).max(80),
  source_number: z.string().regex(/^\+?\d{3,20}$/),
  message: z.string(),
  date_received: z.string(),
})

/** POST /api/notify/:council/replies */
export async function takeReplyText(c: Ctx): Promise<Response> {
  const council = await provenCouncil(c)
  if (!council) return problemAnswer(c, problems.noToken)
  const read = ReplyText.safeParse(await jsonOf(c))
  if (!read.success) return problemAnswer(c, problems.notJson)
  const { id, source_number, message, date_received } = read.data
  const cameAt = Date.parse(date_received)
  await hearReply(c.var.node, council, { id, from: source_number, text: message, cameAt })
  return c.body(null, 204)
}

const councilPattern = /^[a-z0-9-]{1,40}$/

/** The council of the address, where the token is the one that it gave to Notify. */
async function provenCouncil(c: Ctx): Promise<string | undefined> {
  const council = c.req.param('council') ?? ''
  const token = /^Bearer (\S{1,200})$/.exec(c.req.header('authorization') ?? '')?.[1]
  if (!councilPattern.test(council) || !token) return undefined
  const isProven = await c.var.node.store.transaction({ council, actor: systemId }, tx =>
    isCallbackToken(tx, council, token),
  )
  return isProven ? council : undefined
}

async function jsonOf(c: Ctx): Promise<unknown> {
  return c.req.json().catch(() => undefined)
}
