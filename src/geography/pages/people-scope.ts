// What may this reader be told and offered: how many people there are, which further pages?
import { type Scope, scopeOf } from '../../access/index.ts'
import type { Ctx } from '../../web/request.ts'

/** Whether a link leads this reader anywhere. */
export function holds(c: Ctx, permission: string): boolean {
  const { node, actor } = c.var
  const now = node.clock.now()
  return scopeOf(node.registry.permissions, actor, { permission, now }).everywhere
}

/** Null for those whose work needs nobody, such as whoever runs the system. */
export function peopleScopeOf(c: Ctx): Scope | null {
  const { node, actor } = c.var
  const asked = { permission: 'people.read', now: node.clock.now() }
  const scope = scopeOf(node.registry.permissions, actor, asked)
  return scope.everywhere || scope.places.length > 0 ? scope : null
}
