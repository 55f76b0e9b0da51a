// What does this volunteer hold, and what could they do? Nothing about anybody else.
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { type Volunteer, volunteerOfUser } from '../../volunteers/index.ts'
import { canTake } from '../domain/claim-job.ts'
import { whenOf } from '../domain/held.ts'
import { candidateOf } from './candidates.ts'
import { type Offer, type OwnJob, offersFor, ownJobs } from './own-jobs.ts'

export type Mine = {
  readonly volunteer: Volunteer
  readonly own: readonly OwnJob[]
  readonly offers: readonly Offer[]
}

/** Undefined for somebody who is on no list of volunteers. */
export async function findMine(tx: Tx, scope: Scope, now: number): Promise<Mine | undefined> {
  const { council, actor, places } = scope
  const volunteer = await volunteerOfUser(tx, council, { user: actor, now })
  if (!volunteer) return undefined
  const { id, keptFrom } = volunteer
  const own = await ownJobs(tx, { council, volunteer: id, now })
  const free = await offersFor(tx, { council, volunteer: id, places, keptFrom, now })
  const me = await candidateOf(tx, { council, volunteer: id, person: null, now })
  return {
    volunteer,
    own,
    offers: me ? free.filter(job => canTake({ ...job, when: whenOf(job, now) }, me)) : [],
  }
}

export type MyJob =
  | { readonly own: OwnJob; readonly offer?: undefined }
  | { readonly own?: undefined; readonly offer: Offer }

export async function findMyJob(
  tx: Tx,
  scope: Scope,
  { job, now }: { readonly job: Id; readonly now: number },
): Promise<MyJob | undefined> {
  const mine = await findMine(tx, scope, now)
  const own = mine?.own.find(({ id }) => id === job)
  if (own) return { own }
  const offer = mine?.offers.find(({ id }) => id === job)
  return offer && { offer }
}
