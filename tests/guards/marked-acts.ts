// What the council did at places of the world, beside the people: proofs, stops, questions, jobs.
import type { TestNode } from '../../src/testing/make-node.ts'
import { addMarkedEscalations } from './marked-escalations.ts'
import { addMarkedHelpers, addMarkedJobs } from './marked-jobs.ts'
import { addMarkedProblems } from './marked-problems.ts'
import { addMarkedProofs } from './marked-proofs.ts'
import { addMarkedReferrals } from './marked-referrals.ts'
import { addMarkedServices } from './marked-services.ts'
import { addMarkedStandstills } from './marked-standstills.ts'
import { addMarkedVolunteers } from './marked-volunteers.ts'
import type { Village, World } from './world.ts'

type Where = Readonly<Record<'own' | 'next' | 'far', Village>>

export async function addMarkedActs(
  t: TestNode,
  where: Where,
  { people, visitors }: Pick<World, 'people' | 'visitors'>,
) {
  const proofs = await addMarkedProofs(t, where)
  const standstill = await addMarkedStandstills(t, where)
  const escalation = await addMarkedEscalations(t, where)
  const job = await addMarkedJobs(t, people)
  await addMarkedHelpers(t, visitors, where.own)
  const volunteer = await addMarkedVolunteers(t, where)
  const referral = await addMarkedReferrals(t, people)
  const service = await addMarkedServices(t)
  const problem = await addMarkedProblems(t, where)
  return { ...proofs, standstill, escalation, job, volunteer, referral, service, problem }
}
