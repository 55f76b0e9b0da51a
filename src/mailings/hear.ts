// What does Notify tell us? What became of a message, and what a resident wrote back.
import { systemActor, systemId } from '../access/index.ts'
import { act } from '../events/index.ts'
import { type Id, idFrom, newId } from '../kernel/ids.ts'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import type { Node } from '../node.ts'
import { raiseFlag } from '../people/index.ts'
import { learnOutcome } from './domain/learn-outcome.ts'
import { isStop, takeReply } from './domain/take-reply.ts'
import type { Outcome } from './domain/terms.ts'
import { whoHas } from './store/replies.ts'

type Receipt = { readonly message: Id; readonly outcome: Outcome }

/** Told again and again it is one outcome; of a message that is not ours it is nothing. */
export async function hearReceipt(
  node: Node,
  council: string,
  { message, outcome }: Receipt,
): Promise<void> {
  const id = idFrom('mailing receipt', message, outcome)
  const input = { messages: [message], outcome }
  mustNotBeRefused(await act(node, systemActor(council), learnOutcome, { id, input }))
}

type Reply = {
  /** Notify's own id of it: told twice, it is one. */
  readonly id: string
  /** As the register has numbers: `+447700900123`. */
  readonly from: string
  readonly text: string
  readonly happenedAt: number
}

/** STOP holds for everybody who has the number: nobody can tell who of them wrote it. */
export async function hearReply(node: Node, council: string, reply: Reply): Promise<void> {
  const { from, text, happenedAt } = reply
  if (isStop(text)) await stopTexts(node, council, { id: reply.id, from })
  const own = idFrom('mailing reply', reply.id)
  const input = { reply: own, from, text, happenedAt }
  const id = idFrom('mailing reply taken', reply.id)
  const done = await act(node, systemActor(council), takeReply, { id, input })
  if (isRefusal(done) && done.refused !== 'id-reuse') mustNotBeRefused(done)
}

type Stop = Pick<Reply, 'id' | 'from'>

async function stopTexts(node: Node, council: string, { from }: Stop): Promise<void> {
  const people = await node.store.transaction({ council, actor: systemId }, tx =>
    whoHas(tx, council, from),
  )
  for (const person of people) {
    const input = { person, flag: 'no-texts', source: 'reply', note: '' }
    const done = await act(node, systemActor(council), raiseFlag, { id: newId(), input })
    if (isRefusal(done) && done.refused !== 'already-done') mustNotBeRefused(done)
  }
}

function mustNotBeRefused(done: unknown): void {
  if (isRefusal(done)) throw new Error(`what was heard was refused: ${(done as Refusal).refused}`)
}
