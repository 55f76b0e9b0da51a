// Who volunteers in the demo's village, and which jobs are there? One in each state.
import { act } from '../events/index.ts'
import { beginJob, failJob, finishJob, giveJob, offerJob, releaseJob } from '../jobs/index.ts'
import { hourMs } from '../kernel/clock.ts'
import type { Id } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { addVolunteer } from '../volunteers/index.ts'
import { demoActor, demoCouncil, demoId, type Loading } from './loading.ts'
import { peopleOfVillage } from './store/people-of-village.ts'

const names = ['Nina Bates', 'Tom Beckett', 'Lucy Penn', 'Sam Okoro', 'Erin Vale', 'Huw Morgan']

/** What becomes of each: `after` is done to it in this order. */
const jobs = [
  { kind: 'shopping', urgency: 'today', hours: 6, after: [] },
  { kind: 'prescription', urgency: 'today', hours: 7, after: [] },
  { kind: 'lift', urgency: '48h', hours: 26, after: [] },
  { kind: 'dog-walk', urgency: '48h', hours: 30, after: ['give'] },
  { kind: 'shopping', urgency: 'today', hours: 5, after: ['give'] },
  { kind: 'meal', urgency: 'today', hours: 4, after: ['give', 'begin'] },
  { kind: 'friendly-call', urgency: 'routine', hours: 48, after: ['give', 'finish'] },
  { kind: 'errand', urgency: '48h', hours: 20, after: ['give', 'fail'] },
  { kind: 'path-clearing', urgency: 'routine', hours: 50, after: ['release'] },
] as const
type Step = 'give' | 'begin' | 'finish' | 'fail' | 'release'

export async function loadJobs(loading: Loading, villageRef: string): Promise<void> {
  const village = demoId(villageRef)
  for (const nth of names.keys()) await addHelper(loading, { nth, village })
  const { node } = loading
  const who = { council: demoCouncil.id, actor: demoActor().id }
  const people = await node.store.transaction(who, tx =>
    peopleOfVillage(tx, { council: who.council, village, count: jobs.length }),
  )
  for (const [nth, person] of people.entries()) await addJob(loading, { nth, person })
}

async function addHelper(
  loading: Loading,
  { nth, village }: { readonly nth: number; readonly village: Id },
): Promise<void> {
  const volunteer = demoId('volunteer', `${nth}`)
  // The first one has the app: whoever tries the demo steps in as them.
  const user = nth === 0 ? demoId('volunteer') : null
  const checks = { vetting: nth % 3 === 2 ? 'identity' : 'basic', training: [], jobsMax: 4 }
  const can = { skills: [], languages: [], transport: ['car'], keptFrom: [], ...checks }
  const phone = `07700 9001${`${nth}`.padStart(2, '0')}`
  const input = { volunteer, place: village, user, name: names[nth] ?? '', phone, ...can }
  await tell(loading, addVolunteer, { id: volunteer, input })
}

async function addJob(
  loading: Loading,
  { nth, person }: { readonly nth: number; readonly person: Id },
): Promise<void> {
  const made = jobs[nth]
  if (!made) return
  const { kind, urgency, hours, after } = made
  const job = demoId('job', `${nth}`)
  const when = { startAt: null, dueAt: loading.openingMs + hours * hourMs }
  const said = { items: 'Milk, 2 pints\nA sliced loaf\n6 eggs', from: 'High Street', safety: '' }
  const about = { person, place: null, need: null, kind, urgency, size: 'small', care: [] }
  await tell(loading, offerJob, { id: job, input: { job, ...about, ...when, ...said } })
  const volunteer = demoId('volunteer', `${nth % 2}`)
  for (const step of after) await tellStep(loading, { job, step, volunteer })
}

type Stepping = { readonly job: Id; readonly step: Step; readonly volunteer: Id }

function tellStep(loading: Loading, { job, step, volunteer }: Stepping): Promise<void> {
  const id = demoId('job step', job, step)
  const steps = {
    give: [giveJob, { job, volunteer, second: null }],
    begin: [beginJob.other, { job }],
    finish: [finishJob.other, { job, handedTo: '', note: 'They talked for half an hour' }],
    fail: [failJob.other, { job, reason: 'not-available', note: '' }],
    release: [releaseJob, { job, reason: 'done-otherwise' }],
  } as const
  const [command, input] = steps[step]
  return tell(loading, command, { id, input })
}

async function tell(
  { node }: Loading,
  command: { readonly name: string },
  request: { readonly id: Id; readonly input: object },
): Promise<void> {
  const done = await act(node, demoActor(), command, request)
  if (isRefusal(done)) throw new Error(`Broken: ${command.name} was refused: ${done.refused}`)
}
