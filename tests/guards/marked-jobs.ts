// A job for each marked person, free for whoever says yes, and volunteers who could.
import { systemActor } from '../../src/access/index.ts'
import { act } from '../../src/events/index.ts'
import { offerJob } from '../../src/jobs/index.ts'
import { type Id, newId } from '../../src/kernel/ids.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import type { TestNode } from '../../src/testing/make-node.ts'
import { addVolunteer } from '../../src/volunteers/index.ts'
import type { MarkedPerson } from './marked-people.ts'
import type { Village, Visitor } from './world.ts'

export async function addMarkedJobs(t: TestNode, people: readonly MarkedPerson[]) {
  const jobOf = async (level: string) => {
    const person = people.find(one => one.level === level)
    return person ? addJob(t, person) : ''
  }
  return {
    'own place': await jobOf('own street'),
    'same zone': await jobOf('same zone'),
    'other place': await jobOf('other village'),
    'other council': await jobOf('other council'),
  }
}

async function addJob(t: TestNode, { id: person, council, words }: MarkedPerson): Promise<Id> {
  const job = newId()
  const what = { kind: 'shopping', urgency: 'today', size: 'small', care: [] }
  const when = { startAt: null, dueAt: t.clock.now() + 3_600_000 }
  const said = { items: words.need, from: 'The village shop', safety: '' }
  const input = { job, person, place: null, need: null, ...what, ...when, ...said }
  const done = await act(t.node, systemActor(council), offerJob, { id: job, input })
  if (isRefusal(done)) throw new Error(`the job was refused: ${done.refused}`)
  return job
}

/** Every visitor who is a volunteer of the first village is on its list too. */
export async function addMarkedHelpers(
  t: TestNode,
  visitors: readonly Visitor[],
  own: Village,
): Promise<void> {
  for (const { role, reach, actor } of visitors) {
    if (role !== 'volunteer' || reach !== 'one village' || !actor) continue
    const checks = { vetting: 'enhanced', training: [], transport: ['car'], jobsMax: 5 }
    const about = { phone: '', skills: [], languages: [], keptFrom: [], ...checks }
    const input = { volunteer: newId(), place: own.village, user: actor.id, name: 'Wren', ...about }
    const done = await act(t.node, systemActor(actor.council), addVolunteer, { id: newId(), input })
    if (isRefusal(done)) throw new Error(`the volunteer was refused: ${done.refused}`)
  }
}
