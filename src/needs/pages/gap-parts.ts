// What else has nobody done in time? Other capabilities add their part to the page of gaps from
// outside, because they may import this capability and this one may not import them.
import type { Child } from 'hono/jsx'
import type { Scope } from '../../access/index.ts'
import type { Lang } from '../../pages/strings/index.ts'
import type { Tx } from '../../store/open.ts'

export type GapAsk = {
  readonly tx: Tx
  /** What the reader may see of needs; another capability may narrow it. */
  readonly scope: Scope
  /** What the reader may see under a permission of the asked capability's own. */
  scopeFor(permission: string): Scope
  readonly now: number
  readonly lang: Lang
}

/** Nothing where nothing is late. */
export type GapPart = (ask: GapAsk) => Promise<Child | undefined>

const parts: GapPart[] = []

/** Called once, where a capability is put together. */
export function addGapPart(part: GapPart): void {
  if (!parts.includes(part)) parts.push(part)
}

/** One after another: they share one transaction. */
export async function gapParts(ask: GapAsk): Promise<readonly Child[]> {
  const shown: Child[] = []
  for (const part of parts) {
    const child = await part(ask)
    if (child !== undefined) shown.push(child)
  }
  return shown
}
