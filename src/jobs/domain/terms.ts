// The words of jobs: their states, why one comes back or ends, and what a volunteer must have.
export const jobStates = ['offered', 'claimed', 'under-way', 'done', 'failed', 'released'] as const
export type JobState = (typeof jobStates)[number]

/** Nobody works on it any more. */
export const endStates = ['done', 'failed', 'released'] as const
export type EndState = (typeof endStates)[number]

/** Why somebody holds it no longer: then it is offered again. */
export const backReasons = [
  'expired',
  'cannot',
  'ill',
  'not-safe',
  'no-second',
  'moved-to-other',
] as const
export type BackReason = (typeof backReasons)[number]

/** What a volunteer may say; the others are said by the clock or by whoever moves a job. */
export const ownBackReasons = ['cannot', 'ill', 'not-safe', 'no-second'] as const

export const failReasons = [
  'no-answer',
  'not-wanted-then',
  'not-available',
  'not-safe',
  'no-time',
] as const
export type FailReason = (typeof failReasons)[number]

/** Why it ends although nobody tried. */
export const releaseReasons = [
  'not-needed',
  'done-otherwise',
  'nobody-could',
  'made-twice',
] as const
export type ReleaseReason = (typeof releaseReasons)[number]

/** From nothing to the most that is asked. A higher one holds the lower ones. */
export const vettings = ['none', 'identity', 'basic', 'standard', 'enhanced'] as const
export type Vetting = (typeof vettings)[number]

export function hasVetting(own: Vetting, needed: Vetting): boolean {
  return vettings.indexOf(own) >= vettings.indexOf(needed)
}

/** What is asked of whoever carries medicine. */
export const medicineCares = ['controlled', 'cold'] as const
export type MedicineCare = (typeof medicineCares)[number]

export const itemsLettersMax = 1_000
export const worryLettersMax = 500
export const shortLettersMax = 120

/** Told before anybody says yes: a code, because a sentence might name somebody. */
export const sizes = ['small', 'medium', 'large'] as const
export type Size = (typeof sizes)[number]

export const urgencies = ['today', '48h', 'routine'] as const
export type Urgency = (typeof urgencies)[number]
