// What is not in the figures of coverage yet? Other capabilities say it from outside, because they
// import this one.
import type { Child } from 'hono/jsx'
import type { Scope } from '../../access/index.ts'
import type { Lang } from '../../pages/strings/index.ts'
import type { Tx } from '../../store/open.ts'

export type CoverageAsk = {
  readonly tx: Tx
  /** What the reader may see under a permission of the asked capability's own. */
  scopeFor(permission: string): Scope
  readonly now: number
  readonly lang: Lang
}

/** Nothing where nothing is missing. */
export type CoveragePart = (ask: CoverageAsk) => Promise<Child | undefined>

const parts: CoveragePart[] = []

/** Called once, where a capability is put together. */
export function addCoveragePart(part: CoveragePart): void {
  if (!parts.includes(part)) parts.push(part)
}

/** One after another: they share one transaction. */
export async function coverageParts(ask: CoverageAsk): Promise<readonly Child[]> {
  const shown: Child[] = []
  for (const part of parts) {
    const child = await part(ask)
    if (child !== undefined) shown.push(child)
  }
  return shown
}
