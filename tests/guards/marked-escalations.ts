// Questions about streets of the world, of its council and of another one.
import { systemActor } from '../../src/access/index.ts'
import { askQuestion } from '../../src/escalations/index.ts'
import { act } from '../../src/events/index.ts'
import { type Id, newId } from '../../src/kernel/ids.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { council, type TestNode } from '../../src/testing/make-node.ts'
import { otherCouncil } from './world.ts'

type Where = Readonly<Record<'own' | 'next' | 'far', { readonly street: Id }>>

export async function addMarkedEscalations(t: TestNode, { own, next, far }: Where) {
  return {
    'own place': await addQuestion(t, council, own.street),
    'other place': await addQuestion(t, council, next.street),
    'other council': await addQuestion(t, otherCouncil, far.street),
  }
}

async function addQuestion(t: TestNode, inCouncil: string, about: Id): Promise<Id> {
  const escalation = newId()
  const words = { urgency: 'tomorrow', question: 'Who grits this street?' } as const
  const input = { escalation, kind: 'place', about, ...words }
  const done = await act(t.node, systemActor(inCouncil), askQuestion, { id: escalation, input })
  if (isRefusal(done)) throw new Error(`the question was refused: ${done.refused}`)
  return escalation
}
