// A volunteer at home in each village: known to those who look after that village.
import { systemActor } from '../../src/access/index.ts'
import { act } from '../../src/events/index.ts'
import { type Id, newId } from '../../src/kernel/ids.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { council, type TestNode } from '../../src/testing/make-node.ts'
import { addVolunteer } from '../../src/volunteers/index.ts'
import { otherCouncil, type Village } from './world.ts'

type Where = Readonly<Record<'own' | 'next' | 'far', Village>>

export async function addMarkedVolunteers(t: TestNode, { own, next, far }: Where) {
  return {
    'own place': await addOne(t, council, own),
    'other place': await addOne(t, council, next),
    'other council': await addOne(t, otherCouncil, far),
  }
}

async function addOne(t: TestNode, of: string, { village: place }: Village): Promise<Id> {
  const volunteer = newId()
  const checks = { vetting: 'basic', training: [], transport: ['foot'], jobsMax: 2 }
  const about = { phone: '01632 960178', skills: [], languages: [], keptFrom: [], ...checks }
  const input = { volunteer, place, user: null, name: 'Robin Marsh', ...about }
  const done = await act(t.node, systemActor(of), addVolunteer, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`the volunteer was refused: ${done.refused}`)
  return volunteer
}
