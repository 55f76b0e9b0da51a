// The door of reach: campaigns, who is in them, what was tried, and how far each round is.
import { addAreaFollower } from '../areas/index.ts'
import { bind, capability } from '../events/index.ts'
import { hourMs } from '../kernel/clock.ts'
import {
  addDoorSection,
  addLastContact,
  addPartingPart,
  addPartingWords,
  addPersonSection,
} from '../people/index.ts'
import { addStandstillPart } from '../standstill/index.ts'
import { addSignOutPart } from '../web/sign-out-parts.ts'
import { closeCampaign, reopenCampaign } from './domain/close-campaign.ts'
import { editScript } from './domain/edit-script.ts'
import {
  attemptAscribed,
  attemptRecorded,
  callsGiven,
  callsShared,
  campaignClosed,
  campaignHandedOver,
  campaignOpened,
  campaignReopened,
  memberDropped,
  memberJoined,
  memberLeft,
  memberMoved,
  memberPlaced,
  memberRestored,
  roundStarted,
  scriptEdited,
} from './domain/events.ts'
import { handOverCampaign } from './domain/hand-over-campaign.ts'
import { joinCohort } from './domain/join-cohort.ts'
import { openCampaign } from './domain/open-campaign.ts'
import { recordAttempt } from './domain/record-attempt.ts'
import { shareCalls } from './domain/share-calls.ts'
import { startRound } from './domain/start-round.ts'
import { takeInbound } from './domain/take-inbound.ts'
import { callerRoles } from './domain/terms.ts'
import { followCohorts } from './follow-cohorts.ts'
import { doorSection } from './pages/door.tsx'
import { tellAttempt } from './pages/parting-words.ts'
import { reachSection } from './pages/person-section.tsx'
import { routes } from './pages/routes.ts'
import { lastTries } from './store/attempts-of.ts'
import { loadSharing } from './store/call-shares.ts'
import { coverageHolds, nobodyIsForgotten, pastCoverageHolds } from './store/checks.ts'
import { loadClosing } from './store/close-campaign.ts'
import { followArea } from './store/follow-areas.ts'
import { oldestUnreached } from './store/gauges.ts'
import { loadAnswering } from './store/hand-over-campaign.ts'
import { letGo, letGoOfAll } from './store/holds.ts'
import { loadNewcomers } from './store/join-cohort.ts'
import { reachApi } from './store/offer-api.ts'
import { loadCohort } from './store/open-campaign.ts'
import { attemptsPart } from './store/part-attempts.ts'
import { project } from './store/project.ts'
import { loadAttempt, ofOnePerson } from './store/record-attempt.ts'
import { loadScript } from './store/scripts.ts'
import { standstillPart } from './store/standstill-part.ts'
import { loadRound } from './store/start-round.ts'
import { loadInbound } from './store/take-inbound.ts'

export { closeCampaign, reopenCampaign } from './domain/close-campaign.ts'
export { addsUp, type Coverage, coverageOf } from './domain/coverage.ts'
export {
  attemptRecorded,
  memberDropped,
  memberJoined,
  memberLeft,
  memberPlaced,
  memberRestored,
} from './domain/events.ts'
export { handOverCampaign } from './domain/hand-over-campaign.ts'
export { memberId } from './domain/join.ts'
export { joinCohort } from './domain/join-cohort.ts'
export { openCampaign } from './domain/open-campaign.ts'
export { awayDaysMax, type Meaning, meanings, reachedBy } from './domain/outcomes.ts'
export { RecordAttempt, recordAttempt } from './domain/record-attempt.ts'
export { shareCalls } from './domain/share-calls.ts'
export { startRound } from './domain/start-round.ts'
export { type Bucket, buckets, type Channel, type Excuse } from './domain/terms.ts'
export { restWords } from './pages/rest-words.ts'
export { answersNow } from './store/answers-now.ts'
export { type AtRest, campaignsAtRest } from './store/at-rest.ts'
export { callBacks } from './store/call-backs.ts'
export { dueRounds, endOfDay, isToBeRung } from './store/calls-due.ts'
export * from './store/coverage.ts'
export { currentRounds } from './store/current-rounds.ts'
export * from './store/due-calls.ts'
export { type Call, findCall } from './store/find-call.ts'
export { cohortDrafts, letGoDrafts, takesIn } from './store/follow-lists.ts'
export * from './store/holds.ts'
export { takeKeptPacks } from './store/kept-packs.ts'
export { lastsHoursOf } from './store/lasts-hours.ts'
export { isDue, mayBeRung } from './store/lines.ts'
export {
  type PlaceStanding,
  type Recounting,
  recountByPlace,
  recountFromLog,
} from './store/recount.ts'
export { type MemberStanding, recountMembers } from './store/recount-members.ts'
export { type Ringing, ringingToday } from './store/ringing-today.ts'
export { type SilentCaller, silentCallers, silentHours } from './store/silent-callers.ts'
export { stepNow } from './store/step-now.ts'
export { type Untried, untriedMembers } from './store/untried-members.ts'

addStandstillPart(standstillPart)
addAreaFollower(followArea)
addPersonSection(reachSection)
addPartingPart(attemptsPart)
addPartingWords(tellAttempt)
addDoorSection(doorSection)
addSignOutPart((tx, { council, user }) => letGo(tx, council, { user }))
addLastContact({ may: 'reach.read', of: lastTries })

export const reach = capability({
  name: 'reach',
  api: reachApi,
  events: [
    campaignOpened,
    campaignClosed,
    campaignReopened,
    campaignHandedOver,
    roundStarted,
    memberJoined,
    memberMoved,
    memberPlaced,
    memberLeft,
    memberDropped,
    memberRestored,
    attemptRecorded,
    attemptAscribed,
    callsShared,
    callsGiven,
    scriptEdited,
  ],
  commands: [
    bind(openCampaign, loadCohort),
    bind(recordAttempt, loadAttempt, ofOnePerson),
    bind(startRound, loadRound),
    bind(joinCohort, loadNewcomers),
    bind(closeCampaign, loadClosing),
    bind(reopenCampaign, loadClosing),
    bind(handOverCampaign, loadAnswering),
    bind(shareCalls, loadSharing),
    bind(editScript, loadScript),
    bind(takeInbound, loadInbound),
  ],
  project,
  readModels: [
    'campaigns',
    'rounds',
    'members',
    'members_left',
    'member_states',
    'attempts',
    'stops',
    'call_callers',
    'call_shares',
    'scripts',
  ],
  permissions: {
    'reach.read': ['hub-manager', 'call-handler', 'village-coordinator', 'officer'],
    'reach.take': ['hub-manager', 'officer'],
    'reach.record': [...callerRoles],
    /** Takes calls that come in: finds whoever rings, and adds whom nobody knows. */
    'reach.answer': ['hub-manager', 'call-handler', 'village-coordinator', 'officer'],
    'reach.run': ['hub-manager', 'officer'],
  },
  routes,
  tasks: [{ name: 'reach.follow-cohorts', everyMs: hourMs, run: followCohorts }],
  /** Whoever was being rung when the backup was made is not any more. */
  afterRestore: (tx, council) => letGoOfAll(tx, council),
  gauges: [oldestUnreached],
  checks: [coverageHolds, pastCoverageHolds, nobodyIsForgotten],
})
