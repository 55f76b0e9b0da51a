// Which rows may this actor see? The rule of `decide.ts`, said in SQL.
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../kernel/ids.ts'
import type { Actor } from './actor.ts'
import { grantsFor, type Permissions } from './decide.ts'

/** Every query takes one first, so that an unscoped read does not compile. */
export type Scope = {
  readonly council: string
  readonly actor: Id
  readonly permission: string
  readonly purpose: string
  readonly everywhere: boolean
  readonly places: readonly Id[]
}

export function scopeOf(
  permissions: Permissions,
  actor: Actor,
  asked: { permission: string; now: number },
): Scope {
  const grants = grantsFor(permissions, actor, asked)
  return {
    council: actor.council,
    actor: actor.id,
    permission: asked.permission,
    purpose: grants[0]?.purpose ?? 'running the service',
    everywhere: actor.isSystem || grants.some(grant => grant.place === null),
    places: grants.flatMap(grant => (grant.place === null ? [] : [grant.place])),
  }
}

/**
 * True for rows whose place lies in the scope. `column` is a column holding a place id.
 * Rows without a place are seen only by those who may see everywhere.
 */
export function inScope(scope: Scope, column: string): RawBuilder<boolean> {
  if (scope.everywhere) return sql<boolean>`true`
  return sql<boolean>`${sql.ref(column)} in (
    select id from places where council = ${scope.council} and path && ${scope.places}::uuid[])`
}
