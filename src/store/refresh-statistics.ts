// After much was loaded at once: does the database know how large its tables have become?
import { sql } from 'kysely'
import type { Store } from './open.ts'

/** Seconds at most, and nobody waits for it. Ask after a load, not after single commands. */
export async function refreshStatistics(
  store: Store,
  who: { readonly council: string; readonly actor: string },
): Promise<void> {
  await store.transaction(who, async tx => {
    await sql`select refresh_statistics()`.execute(tx)
  })
}
