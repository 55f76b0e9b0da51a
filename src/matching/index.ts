// The door of matching: is this row somebody we know? Pure, and usable by itself.
export { type BeaconPerson, beaconHit } from './domain/beacon-baseline.ts'
export type { Encoded } from './domain/compare/people.ts'
export type { Model } from './domain/decide/model.ts'
export { type Field, fieldsOf } from './domain/encode/fields.ts'
export { isFormOf } from './domain/encode/nicknames.ts'
export { isRole, type RawColumn, type RawTable, type Role, roles } from './domain/encode/roles.ts'
export { type TableRow, tableOf } from './domain/encode/table-of.ts'
export { usualLevels } from './domain/fit/usual.ts'
export { asksForCells } from './domain/ground.ts'
export {
  type HackneyResident,
  hackneyBaseline,
  hackneyHit,
  isHackneyIdentifiable,
} from './domain/hackney-baseline.ts'
export {
  type Apart,
  councilMatcher,
  type Judged,
  judgeAll,
} from './domain/judge/council-matcher.ts'
export {
  type Commonness,
  type Judge,
  type Judgement,
  newJudge,
  nothingCounted,
  type Told,
} from './domain/judge/judge.ts'
export { judgeColumns } from './domain/judge/judge-columns.ts'
export { lastingKey, lastingKeys } from './domain/judge/lasting-keys.ts'
export { newRowHeaps, type RowHeaps } from './domain/judge/row-heaps.ts'
export {
  type DecidedPair,
  type Linked,
  link,
  type Received,
  type WeighAll,
  weighAlone,
} from './domain/link.ts'
export {
  type Evidence,
  type Hit,
  newRegister,
  type PersonRecord,
  type Register,
  type RegisterOptions,
} from './domain/register/register.ts'
export { SqlProblem } from './domain/splink/parse-sql.ts'
export { type KnownModel, readModel } from './domain/splink/read-model.ts'
export { writeModel } from './domain/splink/write-model.ts'
export {
  type Candidate,
  type Facts,
  type MatchDecision,
  type Matcher,
  type MatchReason,
  matchReasons,
} from './domain/terms.ts'
export {
  type Done,
  type Portion,
  shareOut,
  together,
  weighPortion,
} from './domain/threads/portion.ts'
export { inFieldOrder, shareColumns } from './domain/threads/share-columns.ts'
