// A service in each council's directory: everybody of a council who looks for help may read it.
import { systemActor } from '../../src/access/index.ts'
import { takeServices } from '../../src/directory/index.ts'
import { act } from '../../src/events/index.ts'
import { type Id, newId } from '../../src/kernel/ids.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { council, type TestNode } from '../../src/testing/make-node.ts'
import { otherCouncil } from './world.ts'

export async function addMarkedServices(t: TestNode) {
  return {
    everyone: await addService(t, council),
    'other council': await addService(t, otherCouncil),
  }
}

async function addService(t: TestNode, inCouncil: string): Promise<Id> {
  const id = newId()
  const input = { services: [{ id, name: 'Quibblewick', status: 'active' }] }
  const done = await act(t.node, systemActor(inCouncil), takeServices, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`the service was refused: ${done.refused}`)
  return id
}
