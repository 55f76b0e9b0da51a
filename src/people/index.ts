// The door of people: the register, what stops contact, who may be whom, and how to find them.
import { bind, capability } from '../events/index.ts'
import { addPerson } from './domain/add-person.ts'
import { changeContactPoint, unbarContactPoint } from './domain/change-contact-point.ts'
import { correctPerson } from './domain/correct-person.ts'
import { setDoorstepWord } from './domain/doorstep-word.ts'
import { erasePerson } from './domain/erase-person.ts'
import {
  contactPointChanged,
  contactPointMoved,
  doorstepWordSet,
  erased,
  flagLowered,
  flagRaised,
  keepApartEnded,
  keptApart,
  peopleMerged,
  peopleUnmerged,
  personAdded,
  personCorrected,
  reviewClosed,
  reviewOpened,
  reviewPutOff,
  reviewReopened,
  strayFound,
  straySettled,
} from './domain/events.ts'
import { confirmReport, lowerFlag, raiseFlag } from './domain/flags.ts'
import { endKeepApart } from './domain/keep-apart.ts'
import { mergePeople } from './domain/merge-people.ts'
import { settleStray, unmergePeople } from './domain/part-people.ts'
import { decideReview, openReview, undoReview } from './domain/reviews.ts'
import { routes } from './pages/routes.ts'
import { loadDoorstepWord } from './store/doorstep-words.ts'
import { fillWords } from './store/fill-words.ts'
import { loadEndKeepApart } from './store/kept-apart.ts'
import { loadContactPoint } from './store/load-contact-point.ts'
import { loadMerge } from './store/load-merge.ts'
import { loadSettle, loadUnmerge } from './store/load-parting.ts'
import { loadPair, loadReview, loadUndo } from './store/load-review.ts'
import { loadCorrection, loadNewPerson } from './store/load-words.ts'
import { loadErase, loadFlags } from './store/lock-person.ts'
import { peopleApi } from './store/offer-api.ts'
import { correctionsPart } from './store/part-corrections.ts'
import { flagsPart } from './store/part-flags.ts'
import { addPartingPart } from './store/parting-parts.ts'
import { project } from './store/project.ts'
import { remembered } from './store/remember-events.ts'
import { keepIndexes } from './store/search-index.ts'
import { writeSearches } from './store/search-runs.ts'

export { addPerson } from './domain/add-person.ts'
export { changeContactPoint, unbarContactPoint } from './domain/change-contact-point.ts'
export { correctPerson } from './domain/correct-person.ts'
export { isSameWord, setDoorstepWord, wordSplits } from './domain/doorstep-word.ts'
export { erasePerson } from './domain/erase-person.ts'
export * from './domain/events.ts'
export type { Facts as SaidFacts } from './domain/evidence.ts'
export { confirmReport, lowerFlag, raiseFlag } from './domain/flags.ts'
export { endKeepApart } from './domain/keep-apart.ts'
export { nameKeyOf, phoneKey } from './domain/keys.ts'
export { type Channel, hardStops, mayContact } from './domain/may-contact.ts'
export { type Joining, refusalToJoin } from './domain/may-join.ts'
export { mergePeople } from './domain/merge-people.ts'
export { settleStray, unmergePeople } from './domain/part-people.ts'
export type { Goes, PartingReason, Thing } from './domain/parting.ts'
export { readSearch } from './domain/read-search.ts'
export { decideReview, openReview, undoReview } from './domain/reviews.ts'
export * from './domain/terms.ts'
export { addDoorSection, type DoorAsk, type DoorPart } from './pages/door-parts.ts'
export { likelyWords } from './pages/evidence-words.ts'
export { finding } from './pages/finding.ts'
export { addLastContact, type LastContact } from './pages/last-contact.ts'
export * from './pages/new-person.ts'
export { addPartingWords, type PartingWords } from './pages/parting-words.ts'
export {
  addPersonSection,
  addSourceNames,
  type Line,
  type PersonAsk,
  type PersonPart,
  type PersonSection,
  sourceName,
} from './pages/sections.ts'
export { shownPhone } from './pages/shown.ts'
export { apartDrafts } from './store/apart-drafts.ts'
export { judgeOf } from './store/council-judge.ts'
export { doorstepWordsOf } from './store/doorstep-words.ts'
export { type DoubtfulPair, doubtDrafts } from './store/doubt-drafts.ts'
export { findCandidates, type KeyedCandidate, type Lead } from './store/find-candidates.ts'
export { findKnown, type Known, type KnownBy, type KnownKeys } from './store/find-known.ts'
export { type Finding, type Found, findPeople, foundMax } from './store/find-people.ts'
export { apartAmong } from './store/kept-apart.ts'
export {
  addPartingPart,
  type PartingAsk,
  type PartingFound,
  type PartingPart,
  type SettleAsk,
  sideOf,
} from './store/parting-parts.ts'
export {
  type ContactPoint,
  contactPointsOf,
  findPerson,
  householdOf,
  type Person,
  peopleByIds,
  recordsOf,
} from './store/queries.ts'
export { addToldElsewhere, type ToldElsewhere } from './store/told-elsewhere.ts'

export { type Likely, weighSaid } from './store/weigh-said.ts'

addPartingPart(flagsPart)
addPartingPart(correctionsPart)

export const people = capability({
  name: 'people',
  api: peopleApi,
  events: [
    personAdded,
    personCorrected,
    flagRaised,
    flagLowered,
    contactPointChanged,
    peopleMerged,
    peopleUnmerged,
    reviewOpened,
    reviewClosed,
    reviewPutOff,
    reviewReopened,
    keptApart,
    keepApartEnded,
    strayFound,
    straySettled,
    contactPointMoved,
    doorstepWordSet,
    erased,
  ],
  commands: [
    bind(addPerson, loadNewPerson),
    bind(correctPerson, loadCorrection),
    bind(raiseFlag, loadFlags),
    bind(lowerFlag, loadFlags),
    bind(confirmReport, loadFlags),
    bind(changeContactPoint, loadContactPoint),
    bind(unbarContactPoint, loadContactPoint),
    bind(mergePeople, loadMerge),
    bind(unmergePeople, loadUnmerge),
    bind(settleStray, loadSettle),
    bind(endKeepApart, loadEndKeepApart),
    bind(openReview, loadPair),
    bind(decideReview, loadReview),
    bind(undoReview, loadUndo),
    bind(setDoorstepWord, loadDoorstepWord),
    bind(erasePerson, loadErase),
  ],
  project: remembered(project),
  readModels: [
    'people',
    'person_keys',
    'contact_points',
    'person_flags',
    'person_events',
    'reviews',
    'kept_apart',
    'doorstep_words',
    'strays',
  ],
  permissions: {
    'people.read': ['hub-manager', 'call-handler', 'village-coordinator', 'officer', 'councillor'],
    'people.add': ['hub-manager', 'call-handler', 'village-coordinator', 'officer'],
    'people.report': ['hub-manager', 'call-handler', 'village-coordinator', 'officer'],
    'people.correct': ['hub-manager', 'officer'],
    'people.take': ['hub-manager', 'officer'],
    'people.merge': ['hub-manager', 'officer'],
    'people.confirm': ['officer'],
    'people.erase': ['data-protection-officer'],
  },
  routes,
  tasks: [fillWords, keepIndexes, writeSearches],
})
