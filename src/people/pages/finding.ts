// How does a page search? In one transaction within the reader's scope, begun anew where what is
// kept to search in was behind.
import type { Ctx } from '../../web/request.ts'
import { reading } from '../../web/request.ts'
import { type Search, searching } from '../store/search-index.ts'

export function finding<T>(
  c: Ctx,
  permission: string,
  work: (search: Search & { readonly now: number }) => Promise<T>,
): Promise<T> {
  const { node, actor } = c.var
  return searching(node, actor.council, isBroughtUp =>
    reading(c, permission, (tx, scope, now) => work({ node, tx, scope, isBroughtUp, now })),
  )
}
