// Two records at each place, joined into one: they may be parted again. They hold no mark.
import { type Id, newId } from '../../src/kernel/ids.ts'
import { peopleMerged, personAdded } from '../../src/people/index.ts'
import { council, type TestNode } from '../../src/testing/make-node.ts'
import { otherCouncil, put, type Village } from './world.ts'

/** The record that was joined into another, by where both of them live. */
export async function addMarkedJoined(t: TestNode, at: Record<'own' | 'next' | 'far', Village>) {
  return {
    'own place': await joinedAt(t, council, at.own.street),
    'same zone': await joinedAt(t, council, at.own.beside),
    'other place': await joinedAt(t, council, at.next.street),
    'other council': await joinedAt(t, otherCouncil, at.far.street),
  }
}

async function joinedAt(t: TestNode, inCouncil: string, place: Id): Promise<Id> {
  const [from, into] = [newId(), newId()]
  await put(t, inCouncil, [added(from, place), added(into, place)])
  await put(t, inCouncil, [peopleMerged({ subjects: [from, into], place, body: { from, into } })])
  return from
}

function added(person: Id, place: Id) {
  return personAdded({
    subjects: [person],
    place,
    body: {
      ...{ person, dwelling: null, household: null },
      ...{ source: 'test', flags: [], contactPoints: [] },
    },
    words: {
      ...{ given: 'Robin', middle: '', family: 'Joinwood', born: '1951-02-03', nhs: null },
      ...{ address: '1 Nowhere Lane', postcode: 'CB24 8RX', language: null, contacts: [] },
    },
  })
}
