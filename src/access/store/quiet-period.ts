// Is there a time in which only officers use Doorstep?
import type { Tx } from '../../store/open.ts'
import type { Scope } from '../scope.ts'

export type QuietPeriod = { readonly from: Date; readonly until: Date }

export async function findQuietPeriod(tx: Tx, scope: Scope): Promise<QuietPeriod | undefined> {
  const found = await tx
    .selectFrom('quiet_periods')
    .selectAll()
    .where('council', '=', scope.council)
    .executeTakeFirst()
  return found && { from: found.starts_at, until: found.ends_at }
}
