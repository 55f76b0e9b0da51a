// May this actor do this here? The only rule; `scope.ts` says the same in SQL.

import type { Id } from '../kernel/ids.ts'
import type { Actor, Grant, RoleName } from './actor.ts'

/** Which roles hold which permission, gathered from every capability. */
export type Permissions = Readonly<Record<string, readonly RoleName[]>>

export type Question = {
  readonly permission: string
  /** The place and everything above it; null asks for the whole council. */
  readonly path: readonly Id[] | null
  /** Milliseconds since 1970 UTC. */
  readonly now: number
}

export function decide(permissions: Permissions, actor: Actor, question: Question): boolean {
  if (actor.isSystem) return true
  const path = question.path
  return grantsFor(permissions, actor, question).some(
    grant => grant.place === null || path?.includes(grant.place) === true,
  )
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

function isInForce(grant: Grant, now: number): boolean {
  return grant.from <= now && (grant.until === null || now < grant.until)
}
