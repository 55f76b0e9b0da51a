// Which rows may this actor see? The rule of `decide.ts`, said in SQL.
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../kernel/ids.ts'
import type { Actor, Opening } from './actor.ts'
import { grantsFor, openingsFor, type Permissions } from './decide.ts'

/** Every query takes one first, so that an unscoped read does not compile. */
export type Scope = {
  readonly council: string
  readonly actor: Id
  readonly permission: string
  readonly purpose: string
  readonly everywhere: boolean
  readonly places: readonly Id[]
  /** Records opened in an emergency, wherever they lie. */
  readonly openings?: readonly Opening[]
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
    openings: openingsFor(permissions, actor, asked),
  }
}

/**
 * True for rows whose place lies in the scope. `column` is a column holding a place id.
 * Rows without a place are seen only by those who may see everywhere. `personColumn` holds whom
 * the row is about, where a record opened in an emergency is to show.
 */
export function inScope(scope: Scope, column: string, personColumn?: string): RawBuilder<boolean> {
  if (scope.everywhere) return sql<boolean>`true`
  const isWithin = sql<boolean>`${sql.ref(column)} in (
    select id from places where council = ${scope.council} and path && ${scope.places}::uuid[])`
  const opened = (scope.openings ?? []).flatMap(one => one.persons)
  if (personColumn === undefined || opened.length === 0) return isWithin
  return sql<boolean>`(${isWithin} or ${sql.ref(personColumn)} = any (${opened}::uuid[]))`
}
