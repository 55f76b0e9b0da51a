// How is a long list read in pages that neither skip nor repeat? By the key of the last item.
import { z } from 'zod'
import type { Id } from '../kernel/ids.ts'

export const limitMax = 500

/** `?limit=100&after=<next of the page before>`. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(limitMax).default(100),
  after: z.uuid().optional(),
})

export type PageAsk = z.infer<typeof pageQuery>

/** The answer of a read in pages: `next` is null on the last one. */
export function pageSchema<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), next: z.uuid().nullable() })
}

/** From `limit + 1` rows in the order of their ids. */
export function pageOf<T extends { readonly id: Id }>(rows: readonly T[], { limit }: PageAsk) {
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}
