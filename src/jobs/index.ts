// The door of jobs: what volunteers can do, who holds it, and what became of it.
import { bind, capability } from '../events/index.ts'
import { addPartingPart, addPartingWords, addPersonSection } from '../people/index.ts'
import { addStandstillPart } from '../standstill/index.ts'
import { addHeldPart } from '../volunteers/index.ts'
import { askVolunteer, declineAsk, declineAskFor } from './domain/ask-volunteer.ts'
import { claimJob, giveJob } from './domain/claim-job.ts'
import {
  askDeclined,
  calendarEnded,
  calendarMade,
  homeSaid,
  jobBegun,
  jobClaimed,
  jobDone,
  jobFailed,
  jobGivenBack,
  jobMoved,
  jobOffered,
  jobReleased,
  standingEnded,
  standingMoved,
  standingSet,
  volunteerAsked,
} from './domain/events.ts'
import { freeJob } from './domain/free-job.ts'
import { offerJob } from './domain/offer-job.ts'
import { endCalendar, makeCalendar } from './domain/own-calendar.ts'
import { releaseJob } from './domain/release-job.ts'
import { endStanding, makeStanding, setStanding } from './domain/standing.ts'
import { tellWorryOnJob } from './domain/tell-worry.ts'
import { beginJob, failJob, finishJob, giveBackJob, sayHome } from './domain/work-on-job.ts'
import { makesAhead } from './make-ahead.ts'
import { tellJob } from './pages/parting-words.ts'
import { jobsSection } from './pages/person-section.tsx'
import { routes } from './pages/routes.ts'
import { loadAsking, loadDeclining, projectAsks } from './store/asks.ts'
import { loadOwnCalendar, projectCalendars } from './store/calendar.ts'
import { heldPart } from './store/held-part.ts'
import { loadGiven, loadJob, loadOffering, loadOwnClaim } from './store/load.ts'
import { jobsApi } from './store/offer-api.ts'
import { jobsPart } from './store/part-jobs.ts'
import { project } from './store/project.ts'
import { projectMoves } from './store/project-moves.ts'
import { loadMaking, loadStanding, projectStanding } from './store/standing.ts'
import { standstillPart } from './store/standstill-part.ts'
import { watchesJobs } from './tell-of-jobs.ts'

export { askVolunteer, declineAsk, declineAskFor } from './domain/ask-volunteer.ts'
export { canTake, claimJob, giveJob } from './domain/claim-job.ts'
export { jobClaimed, jobDone, jobOffered } from './domain/events.ts'
export { getJobKind, jobKinds } from './domain/kinds.ts'
export { offerJob } from './domain/offer-job.ts'
export { releaseJob } from './domain/release-job.ts'
export { endStanding, setStanding } from './domain/standing.ts'
export { beginJob, failJob, finishJob, giveBackJob, sayHome } from './domain/work-on-job.ts'
export { makeAhead } from './make-ahead.ts'
export { wheresOf } from './store/match-jobs.ts'
export { type Facts, factsOf, type OwnJob, ownJobs } from './store/own-jobs.ts'
export { type Proposed, proposalFor } from './store/propose.ts'
export { freeClaims, tellOfJobs } from './tell-of-jobs.ts'

addStandstillPart(standstillPart)
addHeldPart(heldPart)
addPersonSection(jobsSection)
addPartingPart(jobsPart)
addPartingWords(tellJob)

const staff = ['hub-manager', 'call-handler', 'village-coordinator', 'officer'] as const
const both = [beginJob, giveBackJob, finishJob, failJob, sayHome].flatMap(({ own, other }) => [
  bind(own as never, loadJob as never),
  bind(other as never, loadJob as never),
])

export const jobs = capability({
  name: 'jobs',
  events: [
    jobOffered,
    volunteerAsked,
    askDeclined,
    jobClaimed,
    jobBegun,
    jobGivenBack,
    jobDone,
    jobFailed,
    jobReleased,
    homeSaid,
    standingSet,
    standingEnded,
    jobMoved,
    standingMoved,
    calendarMade,
    calendarEnded,
  ],
  commands: [
    bind(offerJob, loadOffering),
    bind(claimJob, loadOwnClaim),
    bind(giveJob, loadGiven),
    bind(askVolunteer, loadAsking),
    bind(declineAsk, loadDeclining),
    bind(declineAskFor, loadDeclining),
    bind(freeJob, loadJob),
    bind(releaseJob, loadJob),
    bind(tellWorryOnJob, loadJob),
    bind(setStanding, loadOffering),
    bind(makeStanding, loadMaking),
    bind(endStanding, loadStanding),
    bind(makeCalendar, loadOwnCalendar),
    bind(endCalendar, loadOwnCalendar),
    ...both,
  ],
  project: {
    ...project,
    ...projectAsks,
    ...projectStanding,
    ...projectMoves,
    ...projectCalendars,
  },
  readModels: ['jobs', 'job_steps', 'job_asks', 'standing_jobs', 'job_calendars'],
  permissions: {
    'jobs.read': [...staff],
    'jobs.manage': [...staff],
    'jobs.take': ['hub-manager', 'officer'],
    'jobs.do': ['volunteer'],
  },
  routes,
  tasks: [watchesJobs, makesAhead],
  api: jobsApi,
})
