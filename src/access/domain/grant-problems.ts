// Does a role fit its place? Some roles are for one place, some only for the whole council.
import type { RoleName } from '../actor.ts'

const needsPlace: readonly RoleName[] = ['village-coordinator']
const wholeCouncilOnly: readonly RoleName[] = ['data-protection-officer', 'system-administrator']

export type GrantProblem = 'placeMissing' | 'placeNotForRole'

export function placeProblem(role: RoleName, hasPlace: boolean): GrantProblem | undefined {
  if (needsPlace.includes(role) && !hasPlace) return 'placeMissing'
  if (wholeCouncilOnly.includes(role) && hasPlace) return 'placeNotForRole'
  return undefined
}
