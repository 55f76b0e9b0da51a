// Does a grant make sense, and may this person give it? Asked by every door that gives grants.

import type { Id } from '../../kernel/ids.ts'
import type { RefusalCode } from '../../kernel/refusal.ts'
import { type Grant, isOutside, type RoleName, roleNames } from '../actor.ts'

const needsPlace: readonly RoleName[] = [
  'village-coordinator',
  'councillor',
  'village-group',
  'volunteer',
]
const wholeCouncilOnly: readonly RoleName[] = ['data-protection-officer', 'system-administrator']

export type GrantProblem = 'placeMissing' | 'placeNotForRole'

export function placeProblem(role: RoleName, hasPlace: boolean): GrantProblem | undefined {
  if (needsPlace.includes(role) && !hasPlace) return 'placeMissing'
  if (wholeCouncilOnly.includes(role) && hasPlace) return 'placeNotForRole'
  return undefined
}

/** What is lent to people outside must run out by itself; a councillor's ends with the office. */
export function needsEnd(role: RoleName): boolean {
  return isOutside(role) && role !== 'councillor'
}

/** Which roles each role may give. Nobody else gives any. */
const gives: Readonly<Partial<Record<RoleName, readonly RoleName[]>>> = {
  'system-administrator': roleNames,
}

export type Wanted = {
  readonly role: RoleName
  /** The place and everything above it; null for the whole council. */
  readonly path: readonly Id[] | null
}

/** Nobody gives more than they hold: neither a role nor a place beyond their own. */
export function isWiderThan(held: readonly Grant[], { role, path }: Wanted): boolean {
  return !held.some(
    grant =>
      gives[grant.role]?.includes(role) === true &&
      (grant.place === null || path?.includes(grant.place) === true),
  )
}

export type Term = { readonly from: number; readonly until: number | null }

export function termProblem({ from, until }: Term, now: number): RefusalCode | undefined {
  return until !== null && (until <= from || until <= now) ? 'ends-before-begins' : undefined
}
