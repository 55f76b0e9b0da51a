// Who is acting? A person who signed in, with the grants they hold now.
import type { Id } from '../kernel/ids.ts'

export const roleNames = [
  'hub-manager',
  'call-handler',
  'village-coordinator',
  'officer',
  'data-protection-officer',
  'system-administrator',
  'councillor',
  'village-group',
  'volunteer',
] as const

export type RoleName = (typeof roleNames)[number]

/** People from outside the council's staff: less is shown to them, and nothing leaves by them. */
export const outsideRoles: readonly RoleName[] = ['councillor', 'village-group', 'volunteer']

export function isOutside(role: RoleName): boolean {
  return outsideRoles.includes(role)
}

/** Why a grant is as if it were not there for a while. */
export const pauseReasons = [
  'candidate',
  'left-office',
  'other',
  'pre-election',
  'agreement',
] as const
export type PauseReason = (typeof pauseReasons)[number]

export type Pause = {
  readonly why: PauseReason
  readonly from: number
  readonly until: number | null
}

/** `place` null means the whole council. Times in milliseconds since 1970 UTC. */
export type Grant = {
  readonly role: RoleName
  readonly place: Id | null
  readonly purpose: string
  readonly from: number
  readonly until: number | null
  readonly pauses: readonly Pause[]
}

/** Records that lie outside somebody's work, opened to them for a while in an emergency. */
export type Opening = {
  readonly id: Id
  readonly persons: readonly Id[]
  readonly purpose: string
  readonly from: number
  readonly until: number
}

export type Actor = {
  readonly council: string
  readonly id: Id
  readonly name: string
  readonly grants: readonly Grant[]
  readonly openings?: readonly Opening[]
  /** The system itself: first set-up, demo data, timers. Never signs in. */
  readonly isSystem: boolean
  readonly session: Id | null
}

export const systemId: Id = '00000000-0000-7000-8000-000000000001'

export function systemActor(council: string): Actor {
  return { council, id: systemId, name: 'Doorstep', grants: [], isSystem: true, session: null }
}
