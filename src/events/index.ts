// The door of the record: define events and commands, act, read the log, check it.
import { capability } from './capability.ts'
import { eventsSince } from './events-since.ts'
import { chainHolds, registerHolds } from './verify-log.ts'

export { type Act, act, type Done } from './act.ts'
export { allOf } from './all-of.ts'
export { actInBulk, answerBefore, type BulkAsked, type BulkDone, type BulkRun } from './bulk.ts'
export {
  type Apart,
  type Api,
  type ApiAsk,
  type ApiFault,
  type ApiRead,
  type ApiUpload,
  type Apply,
  apiRead,
  apiUpload,
  type BoundCommand,
  bind,
  type Capability,
  type Check,
  capability,
  type Gauge,
  isFault,
  type Load,
  type LoadContext,
  type RouteRule,
  type Task,
} from './capability.ts'
export { type Change, changeOnce } from './change-once.ts'
export {
  type Answer,
  type Command,
  command,
  type DecideContext,
  type Decision,
  decided,
} from './commands.ts'
export { compareRebuild, readLog, rebuild, rebuildIn } from './fold.ts'
export { type Council, findCouncil, foundCouncil, listCouncils } from './found-council.ts'
export { type Draft, type EventKind, eventKind, type Recorded } from './kinds.ts'
export { type PageAsk, pageOf, pageQuery, pageSchema } from './page-of.ts'
export type { Registry } from './registry.ts'
export { startTasks } from './tasks.ts'
export { type Verified, verifyCouncil } from './verify.ts'
export { type Watcher, watch } from './watch.ts'

export const record = capability({
  name: 'events',
  permissions: {
    'events.read': [
      'hub-manager',
      'officer',
      'village-coordinator',
      'data-protection-officer',
      'system-administrator',
    ],
  },
  api: { reads: [eventsSince], commands: [] },
  checks: [chainHolds, registerHolds],
})
