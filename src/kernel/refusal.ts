// Why a command may be refused: the closed list, and the value that says so.

/** Every expected reason to refuse. `pages/refusals.ts` gives each its status and words. */
export const refusalCodes = [
  'not-found',
  'not-allowed',
  'invalid',
  'id-reuse',
  'attempt-in-future',
  'already-taken',
  'already-done',
  'not-held',
  'nobody-left',
  'stopped',
  'all-stopped',
  'stale-preview',
  'expired',
  'too-large',
  'unreadable-file',
  'not-a-member',
  'unknown-outcome',
  'unknown-need',
  'same-person',
  'not-merged',
  'kept-apart',
  'facts-conflict',
  'second-fact-needed',
  'reason-needed',
  'last-administrator',
  'to-oneself',
  'wider-than-own',
  'ends-before-begins',
  'shut-out',
  'too-many-leavers',
  'too-many-tries',
  'list-halved',
  'undo-over',
  'needs-second',
  'later-version',
  'not-its-day',
  'key-locked',
  'not-fit',
  'resting',
  'jobs-full',
  'not-light',
] as const

export type RefusalCode = (typeof refusalCodes)[number]

/** `fields` points at what is wrong: field name to a code that the page's strings know. */
export type Refusal = {
  readonly refused: RefusalCode
  readonly fields?: Readonly<Record<string, string>>
}

export function refuse(refused: RefusalCode, fields?: Record<string, string>): Refusal {
  return fields ? { refused, fields } : { refused }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value
}
