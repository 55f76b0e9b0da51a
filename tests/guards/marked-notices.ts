// Another system that is told what happens in a council of the guards, where nobody listens.
import { systemActor } from '../../src/access/index.ts'
import { act } from '../../src/events/index.ts'
import { type Id, newId } from '../../src/kernel/ids.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { deliverNotices, setHosts, subscribe } from '../../src/notices/index.ts'
import type { TestNode } from '../../src/testing/make-node.ts'

/** A port that nobody listens at: whatever is sent there fails at once. */
const nobody = '127.0.0.1:65535'

/** One in each of two councils. */
export async function addMarkedNotices(t: TestNode, own: string, other: string) {
  return {
    'whole council': await addNotices(t, own),
    'other council': await addNotices(t, other),
  }
}

async function addNotices(t: TestNode, inCouncil: string): Promise<Id> {
  const actor = systemActor(inCouncil)
  const listed = await act(t.node, actor, setHosts, { id: newId(), input: { hosts: [nobody] } })
  const ask = { command: newId(), name: 'Ledger', address: `http://${nobody}/in` }
  const reads = { kinds: ['people.*'], role: 'officer' as const, place: null, purpose: 'testing' }
  const made = await subscribe(t.node, actor, { ...ask, ...reads })
  if (isRefusal(listed) || isRefusal(made)) throw new Error('Nobody could be told.')
  await deliverNotices(t.node, inCouncil)
  return made.subscription
}
