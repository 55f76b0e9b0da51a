// What else stands on the page of a village? Other capabilities say it from outside, because they
// import this one.
import type { Child } from 'hono/jsx'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Lang } from '../../pages/strings/index.ts'
import type { Tx } from '../../store/open.ts'

export type VillageAsk = {
  readonly tx: Tx
  /** What the reader may see under a permission of the asked capability's own. */
  scopeFor(permission: string): Scope
  readonly village: Id
  readonly now: number
  readonly lang: Lang
}

/** Nothing where nothing is to be said. */
export type VillagePart = (ask: VillageAsk) => Promise<Child | undefined>

const parts: VillagePart[] = []

/** Called once, where a capability is put together. */
export function addVillagePart(part: VillagePart): void {
  if (!parts.includes(part)) parts.push(part)
}

/** One after another: they share one transaction. */
export async function villageParts(ask: VillageAsk): Promise<readonly Child[]> {
  const shown: Child[] = []
  for (const part of parts) {
    const child = await part(ask)
    if (child !== undefined) shown.push(child)
  }
  return shown
}
