// The door of jobs: what volunteers can do, who holds it, and what became of it.
import { bind, capability } from '../events/index.ts'
import { claimJob, giveJob } from './domain/claim-job.ts'
import {
  homeSaid,
  jobBegun,
  jobClaimed,
  jobDone,
  jobFailed,
  jobGivenBack,
  jobOffered,
  jobReleased,
} from './domain/events.ts'
import { freeJob } from './domain/free-job.ts'
import { offerJob } from './domain/offer-job.ts'
import { releaseJob } from './domain/release-job.ts'
import { tellWorryOnJob } from './domain/tell-worry.ts'
import { beginJob, failJob, finishJob, giveBackJob, sayHome } from './domain/work-on-job.ts'
import { routes } from './pages/routes.ts'
import { loadGiven, loadJob, loadOffering, loadOwnClaim } from './store/load.ts'
import { project } from './store/project.ts'
import { watchesJobs } from './tell-of-jobs.ts'

export { claimJob, giveJob } from './domain/claim-job.ts'
export { offerJob } from './domain/offer-job.ts'
export { releaseJob } from './domain/release-job.ts'
export { beginJob, failJob, finishJob, giveBackJob, sayHome } from './domain/work-on-job.ts'
export { freeClaims, tellOfJobs } from './tell-of-jobs.ts'

const staff = ['hub-manager', 'call-handler', 'village-coordinator', 'officer'] as const
const both = [beginJob, giveBackJob, finishJob, failJob, sayHome].flatMap(({ own, other }) => [
  bind(own as never, loadJob as never),
  bind(other as never, loadJob as never),
])

export const jobs = capability({
  name: 'jobs',
  events: [
    jobOffered,
    jobClaimed,
    jobBegun,
    jobGivenBack,
    jobDone,
    jobFailed,
    jobReleased,
    homeSaid,
  ],
  commands: [
    bind(offerJob, loadOffering),
    bind(claimJob, loadOwnClaim),
    bind(giveJob, loadGiven),
    bind(freeJob, loadJob),
    bind(releaseJob, loadJob),
    bind(tellWorryOnJob, loadJob),
    ...both,
  ],
  project,
  readModels: ['jobs', 'job_steps'],
  permissions: {
    'jobs.read': [...staff],
    'jobs.manage': [...staff],
    'jobs.take': ['hub-manager', 'officer'],
    'jobs.do': ['volunteer'],
  },
  routes,
  tasks: [watchesJobs],
})
