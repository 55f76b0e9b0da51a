// Problems told of streets of the world, of its council and of another one.
import { systemActor } from '../../src/access/index.ts'
import { act } from '../../src/events/index.ts'
import { type Id, newId } from '../../src/kernel/ids.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { tellProblem } from '../../src/problems/index.ts'
import { council, type TestNode } from '../../src/testing/make-node.ts'
import { otherCouncil } from './world.ts'

type Where = Readonly<Record<'own' | 'next' | 'far', { readonly street: Id }>>

export async function addMarkedProblems(t: TestNode, { own, next, far }: Where) {
  return {
    'own place': await addProblem(t, council, own.street),
    'other place': await addProblem(t, council, next.street),
    'other council': await addProblem(t, otherCouncil, far.street),
  }
}

async function addProblem(t: TestNode, inCouncil: string, place: Id): Promise<Id> {
  const problem = newId()
  const words = 'No bus comes to this street'
  const input = { problem, kind: 'transport', place, words }
  const done = await act(t.node, systemActor(inCouncil), tellProblem, { id: problem, input })
  if (isRefusal(done)) throw new Error(`the problem was refused: ${done.refused}`)
  return problem
}
