// What became of what we handed over, where Notify cannot reach us to tell? We ask.
//
// A council's machine often stands behind a wall that lets nobody in. Whatever Notify does tell by
// itself is there already and is not asked for; asked and told, it is one.
import { systemId } from '../access/index.ts'
import type { Id } from '../kernel/ids.ts'
import { residentSenders, type Sending } from '../messages/index.ts'
import type { Node } from '../node.ts'
import { hearReceipt, hearReply, replyId } from './hear.ts'
import { listUnheard } from './store/outcomes.ts'
import { unknownReplies } from './store/replies.ts'

const atOnceMax = 10

/** How many outcomes and replies were not known before. */
export async function askAfter(node: Node, council: string): Promise<number> {
  const { senders, unheard } = await node.store.transaction(
    { council, actor: systemId },
    async tx => ({
      senders: await residentSenders(tx, node, council),
      unheard: await listUnheard(tx, council, node.clock.now()),
    }),
  )
  const heard = await Promise.all([
    askFates(node, council, { sender: senders.text, messages: unheard.text }),
    askFates(node, council, { sender: senders.email, messages: unheard.email }),
    askReplies(node, council, senders.text),
  ])
  return heard.reduce((all, one) => all + one, 0)
}

type Asking = { readonly sender: Sending; readonly messages: readonly Id[] }

async function askFates(node: Node, council: string, { sender, messages }: Asking) {
  if (typeof sender === 'string' || !sender.fateOf) return 0
  const waiting = [...messages]
  let heard = 0
  const ask = async () => {
    for (let message = waiting.shift(); message; message = waiting.shift()) {
      const outcome = await sender.fateOf?.(message)
      if (!outcome) continue
      await hearReceipt(node, council, { message, outcome })
      heard += 1
    }
  }
  await Promise.all(Array.from({ length: atOnceMax }, ask))
  return heard
}

async function askReplies(node: Node, council: string, sender: Sending): Promise<number> {
  if (typeof sender === 'string' || !sender.replies) return 0
  const replies = await sender.replies()
  const fresh = await node.store.transaction({ council, actor: systemId }, tx =>
    unknownReplies(
      tx,
      council,
      replies.map(({ id }) => replyId(id)),
    ),
  )
  // The oldest first, as they were written.
  const untold = replies.filter(({ id }) => fresh.has(replyId(id))).toReversed()
  for (const reply of untold) await hearReply(node, council, reply)
  return untold.length
}
