// What was a look for, where it was not the work of a grant? A closed list of reasons.

/** Why a data protection officer looks somebody up. */
export const lookUpReasons = [
  'resident-asked',
  'complaint',
  'incident',
  'check',
  'ordered',
] as const
export type LookUpReason = (typeof lookUpReasons)[number]

/** Why a record outside one's work is opened at once. */
export const emergencyReasons = [
  'danger-to-life',
  'emergency-service',
  'welfare',
  'no-one-else',
] as const
export type EmergencyReason = (typeof emergencyReasons)[number]

/** A number of the council's own, such as SAR-14: no words, so that it never names anybody. */
export const caseNumberPattern = /^[A-Za-z]{0,6}[-/ ]?\d{1,8}([-/]\d{1,8}){0,2}$/

export function lookUpPurpose(reason: LookUpReason, caseNumber: string): string {
  return caseNumber === '' ? `oversight: ${reason}` : `oversight: ${reason}, ${caseNumber}`
}

export type ReadPurpose = {
  readonly kind: 'oversight' | 'emergency'
  readonly reason: LookUpReason | EmergencyReason
  readonly caseNumber: string | undefined
}

/** A purpose of ours, taken apart again; nothing for the purpose of a grant. */
export function readPurpose(purpose: string): ReadPurpose | undefined {
  const found = /^(oversight|emergency): ([a-z-]+)(?:, (.+))?$/.exec(purpose)
  if (!found) return undefined
  const [, kind, reason, caseNumber] = found
  const known: readonly string[] = kind === 'oversight' ? lookUpReasons : emergencyReasons
  if (!known.includes(reason ?? '')) return undefined
  return {
    kind: kind as ReadPurpose['kind'],
    reason: reason as ReadPurpose['reason'],
    caseNumber,
  }
}
