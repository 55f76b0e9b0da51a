// What else ends when somebody signs out? Capabilities say so from outside.
import type { Id } from '../kernel/ids.ts'
import type { Tx } from '../store/open.ts'

export type Leaving = { readonly council: string; readonly user: Id }
export type SignOutPart = (tx: Tx, leaving: Leaving) => Promise<void>

const parts: SignOutPart[] = []

/** Called once, where a capability is put together. */
export function addSignOutPart(part: SignOutPart): void {
  if (!parts.includes(part)) parts.push(part)
}

export async function endWithSession(tx: Tx, leaving: Leaving): Promise<void> {
  for (const part of parts) await part(tx, leaving)
}
