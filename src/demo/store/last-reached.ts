// Whom did the demo's round reach last?
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export async function lastReached(tx: Tx, council: string, campaign: Id): Promise<Id | undefined> {
  const found = await tx
    .selectFrom('members')
    .select('subject')
    .where('council', '=', council)
    .where('campaign', '=', campaign)
    .where('state', '=', 'reached')
    .orderBy('reached_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return found?.subject
}
