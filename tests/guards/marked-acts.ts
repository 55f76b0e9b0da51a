// What the council did at places of the world, beside the people: proofs and stops.
import type { TestNode } from '../../src/testing/make-node.ts'
import { addMarkedEscalations } from './marked-escalations.ts'
import { addMarkedProblems } from './marked-problems.ts'
import { addMarkedProofs } from './marked-proofs.ts'
import { addMarkedStandstills } from './marked-standstills.ts'
import type { Village } from './world.ts'

type Where = Readonly<Record<'own' | 'next' | 'far', Village>>

export async function addMarkedActs(t: TestNode, where: Where) {
  const proofs = await addMarkedProofs(t, where)
  const standstill = await addMarkedStandstills(t, where)
  const escalation = await addMarkedEscalations(t, where)
  return { ...proofs, standstill, escalation, problem: await addMarkedProblems(t, where) }
}
