// The door of routing: who does what, and in which order? Pure: no database, clock or chance of its
// own. Distances are metres, times are seconds.
export { type Assignment, assign, type Costs } from './domain/assign/assign.ts'
export {
  type DivideSearch,
  divide,
  streetsMax,
  zonesMax,
} from './domain/divide/divide.ts'
export {
  type Division,
  type Measure,
  measures,
  type Share,
  type ShareReason,
  type Street,
  shareReasons,
  type Zone,
} from './domain/divide/terms.ts'
export { type BestThree, bestThree, type Suggestion } from './domain/match/best-three.ts'
export { type Batch, matchBatch } from './domain/match/match-batch.ts'
export {
  type Candidate,
  type MatchJob,
  type NeverReason,
  neverReasons,
  type Part,
  partKinds,
  usualWeights,
  type Weighed,
  type Weights,
  weigh,
} from './domain/match/weigh.ts'
export { planRounds, type RoundsSearch } from './domain/rounds/plan-rounds.ts'
export {
  type Round,
  type Rounds,
  type RoundsAsk,
  type Shop,
  type Stop,
  type UnassignedReason,
  unassignedReasons,
  type Visit,
  type Walker,
} from './domain/rounds/terms.ts'
export {
  type Budget,
  detour,
  type Matrix,
  metresBetween,
  type Point,
  straightLines,
  triesOf,
} from './domain/terms.ts'
export {
  lengthOf,
  orderDoors,
  type Search,
  stopsMax,
  type Walk,
  type Walked,
} from './domain/walk/order-doors.ts'
