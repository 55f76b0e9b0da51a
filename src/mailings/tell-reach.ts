// What is known of a message becomes an attempt on the record of reach, through its own door.
import { systemActor, systemId } from '../access/index.ts'
import { act } from '../events/index.ts'
import { idFrom } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Node } from '../node.ts'
import { recordAttempt } from '../reach/index.ts'
import { meansInReach, tellOutcomes } from './domain/learn-outcome.ts'
import { listUntold, type Untold } from './store/outcomes.ts'

const atOnceMax = 16

/**
 * How many were told. The same message makes the same attempt, by the same command, however often
 * it is told: so whoever dies in between is followed by another who begins again.
 */
export async function tellReach(node: Node, council: string): Promise<number> {
  let told = 0
  for (;;) {
    const untold = await node.store.transaction({ council, actor: systemId }, tx =>
      listUntold(tx, council),
    )
    if (untold.length === 0) return told
    const waiting = [...untold]
    const tell = async () => {
      for (let one = waiting.shift(); one; one = waiting.shift()) await tellOne(node, council, one)
    }
    await Promise.all(Array.from({ length: atOnceMax }, tell))
    const messages = untold.map(({ message }) => message)
    const id = idFrom('mailing told', ...messages)
    await act(node, systemActor(council), tellOutcomes, { id, input: { messages } })
    told += untold.length
  }
}

async function tellOne(node: Node, council: string, one: Untold): Promise<void> {
  const { message, member, channel, contactPoint, outcome, at } = one
  const input = {
    attempt: idFrom('mailing attempt', message),
    member,
    channel,
    contactPoint,
    outcome: meansInReach[outcome],
    needs: [],
    note: '',
    promisedAt: null,
    happenedAt: at.getTime(),
    scriptVersion: null,
  }
  const id = idFrom('mailing attempt told', message)
  const done = await act(node, systemActor(council), recordAttempt, { id, input })
  // Somebody whose membership was taken back, or whose number is another's now, has no attempt.
  if (isRefusal(done) && !['not-found', 'already-done', 'id-reuse'].includes(done.refused)) {
    throw new Error(`the attempt of a message was refused: ${done.refused}`)
  }
}
