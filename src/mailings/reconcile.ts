// What became of the messages of a process that died? The other side is asked, by our reference.
import { systemId } from '../access/index.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { residentSenders } from '../messages/index.ts'
import type { Node } from '../node.ts'
import type { Handled } from './domain/handle-messages.ts'
import { settle } from './hand-over.ts'
import { type OldClaim, takeOver } from './store/claims.ts'
import { sayingOf } from './store/to-send.ts'

/** How many claims are over. */
export async function reconcile(node: Node, council: string): Promise<number> {
  let over = 0
  for (;;) {
    const token = newId()
    const old = await node.store.transaction({ council, actor: systemId }, tx =>
      takeOver(tx, council, token),
    )
    if (old.length === 0) return over
    for (const [mailing, claims] of Map.groupBy(old, claim => claim.mailing)) {
      over += await settleOld(node, council, { mailing, token, claims })
    }
  }
}

type Old = { readonly mailing: Id; readonly token: Id; readonly claims: readonly OldClaim[] }

async function settleOld(
  node: Node,
  council: string,
  { mailing, token, claims }: Old,
): Promise<number> {
  const { senders, saying } = await node.store.transaction(
    { council, actor: systemId },
    async tx => ({
      senders: await residentSenders(tx, node, council),
      saying: await sayingOf(tx, council, mailing),
    }),
  )
  const channel = saying?.channel === 'email' ? 'email' : 'text'
  const sender = senders[channel]
  const results = { done: [] as Handled[], untouched: [] as Id[] }
  const waiting = [...claims]
  const ask = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const found = one.isWaiting ? await foundOf(sender, one.message) : 'told'
      if (found === 'there') results.done.push({ message: one.message, result: 'handed' })
      if (found === 'never-known') results.done.push({ message: one.message, result: 'unsure' })
      if (found === 'not-there' || found === 'told') results.untouched.push(one.message)
    }
  }
  await Promise.all(Array.from({ length: atOnceMax }, ask))
  await settle({ node, council }, { mailing, token, sender, results })
  return results.done.length + results.untouched.length
}

const atOnceMax = 20

type Sender = Awaited<ReturnType<typeof residentSenders>>['text']

/** `unknown` leaves the claim as it is, to be asked about again. */
async function foundOf(sender: Sender, message: Id) {
  if (sender === 'wait') return 'unknown'
  if (sender === 'keep') return 'not-there'
  return sender.find ? sender.find(message) : 'never-known'
}
