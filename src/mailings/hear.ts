// What does Notify tell us? What became of a message, and what a resident wrote back.
import { systemActor, systemId } from '../access/index.ts'
import { act } from '../events/index.ts'
import { type Id, idFrom, newId } from '../kernel/ids.ts'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import type { Fate, ResidentReply } from '../messages/index.ts'
import type { Node } from '../node.ts'
import { raiseFlag } from '../people/index.ts'
import { learnOutcome } from './domain/learn-outcome.ts'
import { isStop, takeReply } from './domain/take-reply.ts'
import { whoHas } from './store/replies.ts'

type Receipt = { readonly message: Id; readonly outcome: Fate }

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

const textLettersMax = 2_000

/** STOP holds for everybody who has the number: nobody can tell who of them wrote it. */
export async function hearReply(node: Node, council: string, reply: ResidentReply): Promise<void> {
  const from = internationalOf(reply.from)
  const text = reply.text.replaceAll('\0', '').toWellFormed().slice(0, textLettersMax)
  const happenedAt = Number.isNaN(reply.cameAt) ? node.clock.now() : reply.cameAt
  if (isStop(text)) await stopTexts(node, council, { from })
  const own = replyId(reply.id)
  const input = { reply: own, from, text, happenedAt }
  const id = idFrom('mailing reply taken', reply.id)
  const done = await act(node, systemActor(council), takeReply, { id, input })
  if (isRefusal(done) && done.refused !== 'id-reuse') mustNotBeRefused(done)
}

/** Our id of a reply; `given` is that of the other side. */
export const replyId = (given: string): Id => idFrom('mailing reply', given)

/** As the register has it; Notify leaves out the plus. */
function internationalOf(number: string): string {
  if (number.startsWith('+')) return number
  return number.startsWith('0') ? `+44${number.slice(1)}` : `+${number}`
}

type Stop = { readonly from: string }

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
