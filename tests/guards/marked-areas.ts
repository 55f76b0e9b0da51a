// An area of each council, said by a postcode: what nobody of another council may see.
import { systemActor } from '../../src/access/index.ts'
import { drawArea } from '../../src/areas/index.ts'
import { act } from '../../src/events/index.ts'
import { type Id, newId } from '../../src/kernel/ids.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import type { TestNode } from '../../src/testing/make-node.ts'

export async function addMarkedAreas(t: TestNode, council: string, otherCouncil: string) {
  return {
    'whole council': await addMarkedArea(t, council),
    'other council': await addMarkedArea(t, otherCouncil),
  }
}

async function addMarkedArea(t: TestNode, inCouncil: string): Promise<Id> {
  const area = newId()
  const input = {
    ...{ area, version: newId(), number: 1, name: `Flood of ${inCouncil}`, note: '' },
    ...{ source: 'postcodes' as const, shape: [], postcodes: ['CB24 8RX'] },
  }
  const done = await act(t.node, systemActor(inCouncil), drawArea, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`The area was refused: ${done.refused}`)
  return area
}
