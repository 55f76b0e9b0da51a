// What does a refusal become on a page? A status for the browser and words for the person.
import type { RefusalCode } from '../kernel/refusal.ts'
import type { Lang } from './strings/strings.ts'
import { refusalStrings } from './strings/words/refusals.ts'

export type RefusalStatus = 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429

/** Does not compile when a code of the closed list has no status. */
const statuses: Record<RefusalCode, RefusalStatus> = {
  'not-found': 404,
  'not-allowed': 403,
  invalid: 422,
  'id-reuse': 409,
  'attempt-in-future': 422,
  'already-taken': 409,
  'already-done': 409,
  'not-held': 409,
  'nobody-left': 409,
  stopped: 409,
  'all-stopped': 409,
  'stale-preview': 409,
  expired: 410,
  'too-large': 413,
  'unreadable-file': 415,
  'not-a-member': 409,
  'unknown-outcome': 422,
  'unknown-need': 422,
  'same-person': 409,
  'not-merged': 409,
  'kept-apart': 409,
  'facts-conflict': 409,
  'second-fact-needed': 409,
  'reason-needed': 422,
  'last-administrator': 409,
  'to-oneself': 409,
  'wider-than-own': 409,
  'ends-before-begins': 422,
  'shut-out': 409,
  'too-many-leavers': 409,
  'too-many-tries': 429,
  'list-halved': 409,
  'undo-over': 409,
  'needs-second': 409,
  'later-version': 409,
  'not-its-day': 409,
  'not-fit': 409,
  resting: 409,
  'jobs-full': 409,
  'not-light': 409,
  'key-locked': 409,
}

export function refusalStatus(code: RefusalCode): RefusalStatus {
  return statuses[code]
}

/** Does not compile when a code of the closed list has no words. */
export function refusalWords(lang: Lang, code: RefusalCode): { title: string; body: string } {
  const words: Record<RefusalCode, { title: string; body: string }> = refusalStrings(lang)
  return words[code]
}
