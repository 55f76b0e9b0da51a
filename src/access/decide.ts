// May this actor do this here? The only rule; `scope.ts` says the same in SQL.

import type { Id } from '../kernel/ids.ts'
import type { Actor, Grant, Opening, RoleName } from './actor.ts'

/** Which roles hold which permission, gathered from every capability. */
export type Permissions = Readonly<Record<string, readonly RoleName[]>>

export type Question = {
  readonly permission: string
  /** The place and everything above it; null asks for the whole council. */
  readonly path: readonly Id[] | null
  /** Whose record it is about, if it is about one. */
  readonly person?: Id
  /** Milliseconds since 1970 UTC. */
  readonly now: number
}

export function decide(permissions: Permissions, actor: Actor, question: Question): boolean {
  if (actor.isSystem) return true
  const { path, person } = question
  const isGranted = grantsFor(permissions, actor, question).some(
    grant => grant.place === null || path?.includes(grant.place) === true,
  )
  if (isGranted || person === undefined) return isGranted
  return openingsFor(permissions, actor, question).some(one => one.persons.includes(person))
}

/** Reading alone: what an emergency needs is to know, and whoever is there writes. */
const openedInEmergency = ['people.read', 'needs.read', 'reach.read']
/** Never volunteers, councillors, partners or programs. */
export const mayOpenInEmergency: readonly RoleName[] = ['hub-manager', 'call-handler', 'officer']

/** The openings in force that carry a permission: only beside a role that holds it somewhere. */
export function openingsFor(
  permissions: Permissions,
  actor: Actor,
  question: Pick<Question, 'permission' | 'now'>,
): readonly Opening[] {
  const { permission, now } = question
  if (!openedInEmergency.includes(permission)) return []
  const hasRole = grantsFor(permissions, actor, question).some(grant =>
    mayOpenInEmergency.includes(grant.role),
  )
  if (!hasRole) return []
  return (actor.openings ?? []).filter(one => one.from <= now && now < one.until)
}

/** The grants in force that carry a permission, wherever they are. */
export function grantsFor(
  permissions: Permissions,
  actor: Actor,
  question: Pick<Question, 'permission' | 'now'>,
): readonly Grant[] {
  const roles = permissions[question.permission] ?? []
  return actor.grants.filter(grant => roles.includes(grant.role) && isInForce(grant, question.now))
}

/** The same person as if they had accepted the agreement: may they be shown it? */
export function beforeAgreement(actor: Actor): Actor {
  const grants = actor.grants.map(grant => ({
    ...grant,
    pauses: grant.pauses.filter(pause => pause.why !== 'agreement'),
  }))
  return { ...actor, grants }
}

/** Begun, not over, and nothing holds it up: a paused grant is as if it were not there. */
export function isInForce(grant: Grant, now: number): boolean {
  return covers(grant, now) && !grant.pauses.some(pause => covers(pause, now))
}

function covers({ from, until }: { from: number; until: number | null }, now: number): boolean {
  return from <= now && (until === null || now < until)
}
