// Stops in streets, in a council and in another one, lifted again: the world goes on.
import { systemActor } from '../../src/access/index.ts'
import { act } from '../../src/events/index.ts'
import { type Id, newId } from '../../src/kernel/ids.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { liftStop, stopAll } from '../../src/standstill/index.ts'
import { council, type TestNode } from '../../src/testing/make-node.ts'
import { otherCouncil } from './world.ts'

type Where = Readonly<Record<'own' | 'next' | 'far', { readonly street: Id }>>

export async function addMarkedStandstills(t: TestNode, { own, next, far }: Where) {
  return {
    'own place': await addLifted(t, council, own.street),
    'other place': await addLifted(t, council, next.street),
    'whole council': await addLifted(t, council, null),
    'other council': await addLifted(t, otherCouncil, far.street),
  }
}

async function addLifted(t: TestNode, inCouncil: string, within: Id | null): Promise<Id> {
  const standstill = newId()
  const reason = 'Smoke'
  const actor = systemActor(inCouncil)
  const say = (command: { name: string }, input: object) =>
    act(t.node, actor, command, { id: newId(), input })
  for (const done of [
    await say(stopAll, { standstill, within, reason }),
    await say(liftStop, { standstill, reason }),
  ]) {
    if (isRefusal(done)) throw new Error(`the stop was refused: ${done.refused}`)
  }
  return standstill
}
