// A list that waits sealed in each council: nobody in it may be seen by anybody.
import { systemActor } from '../../src/access/index.ts'
import { type Id, newId } from '../../src/kernel/ids.ts'
import { agreeSealed, handInSealed } from '../../src/sealed/store/keep-sealed.ts'
import { listFile, someone } from '../../src/testing/loading-lists.ts'
import type { TestNode } from '../../src/testing/make-node.ts'

/** Of everybody in it; phone 07700 900377 and the rest of a row are theirs alone. */
export const sealedMarks = ['Qzsealgivenq', 'Qzsealfamilyq', 'Qzseallaneq', '07700900397']

export async function addMarkedSealed(t: TestNode, council: string): Promise<Id> {
  const actor = systemActor(council)
  const id = newId()
  const words = { owner: 'The network operator', contact: '01632 960100' }
  await agreeSealed(t.node, actor, { id, list: 'spl', rule: 'incident', area: null, ...words })
  const marked = {
    PatientFirstName: 'Qzsealgivenq',
    PatientSurname: 'Qzsealfamilyq',
    PatientAddress_Line1: '1 Qzseallaneq',
    mobile: '07700 900397',
  }
  const text = listFile([1, 2, 3].map(n => someone(n, marked)))
  const chunks = (async function* () {
    yield new TextEncoder().encode(text)
  })()
  await handInSealed(t.node, actor, { id: newId(), sealed: id, chunks })
  return id
}
