// The addresses of jobs: for those who manage them, and for volunteers.
import type { RouteRule } from '../../events/index.ts'
import { takeRoutes } from '../../files-out/index.ts'
import { endMine, makeMine, showCalendar } from './calendar.tsx'
import {
  beginHere,
  endStandingHere,
  failHere,
  finishHere,
  giveHere,
  homeHere,
  releaseHere,
  showJob,
  takeBackHere,
} from './job.tsx'
import { showJobs } from './jobs.tsx'
import { jobsTable } from './jobs-table.ts'
import { askHere, declineHere, showMatch } from './match-job.tsx'
import {
  declineMine,
  failMine,
  finishMine,
  giveBackMine,
  homeAgain,
  sayYes,
  setOut,
  showMyJob,
  worryMine,
} from './my-job.tsx'
import { showMyJobs } from './my-jobs.tsx'
import { saveJob, showNewJob } from './new-job.tsx'
import { askAll, showProposal } from './propose.tsx'

const may = 'jobs.manage'
const own = { may: 'jobs.do', isTranslated: true }

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/jobs', may: 'jobs.read', handler: showJobs },
  ...takeRoutes({ of: '/jobs', may: 'jobs.take', find: jobsTable }),
  { method: 'get', path: '/jobs/new', may, handler: showNewJob },
  { method: 'post', path: '/jobs/new', may, handler: saveJob },
  { method: 'get', path: '/jobs/match', may, handler: showProposal },
  { method: 'post', path: '/jobs/match', may, handler: askAll },
  { method: 'get', path: '/jobs/:job', may: 'jobs.read', handler: showJob },
  { method: 'get', path: '/jobs/:job/match', may, handler: showMatch },
  { method: 'post', path: '/jobs/:job/ask', may, handler: askHere },
  { method: 'post', path: '/jobs/:job/decline', may, handler: declineHere },
  { method: 'post', path: '/jobs/:job/give', may, handler: giveHere },
  { method: 'post', path: '/jobs/:job/begin', may, handler: beginHere },
  { method: 'post', path: '/jobs/:job/finish', may, handler: finishHere },
  { method: 'post', path: '/jobs/:job/fail', may, handler: failHere },
  { method: 'post', path: '/jobs/:job/back', may, handler: takeBackHere },
  { method: 'post', path: '/jobs/:job/home', may, handler: homeHere },
  { method: 'post', path: '/jobs/:job/release', may, handler: releaseHere },
  { method: 'post', path: '/jobs/:job/no-more', may, handler: endStandingHere },
  { method: 'get', path: '/my/jobs', ...own, handler: showMyJobs },
  { method: 'post', path: '/my/jobs/calendar', ...own, handler: makeMine },
  { method: 'post', path: '/my/jobs/calendar/end', ...own, handler: endMine },
  { method: 'get', path: '/calendar/:secret', may: 'public', handler: showCalendar },
  { method: 'get', path: '/my/jobs/:job', ...own, handler: showMyJob },
  { method: 'post', path: '/my/jobs/:job/claim', ...own, handler: sayYes },
  { method: 'post', path: '/my/jobs/:job/decline', ...own, handler: declineMine },
  { method: 'post', path: '/my/jobs/:job/begin', ...own, handler: setOut },
  { method: 'post', path: '/my/jobs/:job/finish', ...own, handler: finishMine },
  { method: 'post', path: '/my/jobs/:job/fail', ...own, handler: failMine },
  { method: 'post', path: '/my/jobs/:job/back', ...own, handler: giveBackMine },
  { method: 'post', path: '/my/jobs/:job/home', ...own, handler: homeAgain },
  { method: 'post', path: '/my/jobs/:job/worry', ...own, handler: worryMine },
]
