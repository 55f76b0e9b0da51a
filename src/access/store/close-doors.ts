// After a restore: who was signed in when the backup was made, or had a link, comes in anew.
import { sql } from 'kysely'
import type { Tx } from '../../store/open.ts'

/** A session that was ended after the backup would otherwise live again. */
export async function closeDoors(tx: Tx, council: string, now: Date): Promise<void> {
  await sql`update sessions set ended_at = ${now}
    where council = ${council} and ended_at is null`.execute(tx)
  await sql`update sign_in_links set used_at = ${now}
    where council = ${council} and used_at is null`.execute(tx)
}
