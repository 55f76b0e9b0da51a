// Is the reader of an open page still signed in? Asking does not keep the session alive.
import { type Actor, idleMsMax, sessionMsMax } from '../../access/index.ts'
import type { Tx } from '../../store/open.ts'

export async function isSessionOpen(tx: Tx, actor: Actor, now: number): Promise<boolean> {
  if (!actor.session) return false
  const open = await tx
    .selectFrom('sessions as s')
    .innerJoin('users as u', join =>
      join.onRef('u.council', '=', 's.council').onRef('u.id', '=', 's.user_id'),
    )
    .select('s.id')
    .where('s.council', '=', actor.council)
    .where('s.id', '=', actor.session)
    .where('s.ended_at', 'is', null)
    .where('u.disabled_at', 'is', null)
    .where('s.last_seen_at', '>', new Date(now - idleMsMax))
    .where('s.created_at', '>', new Date(now - sessionMsMax))
    .executeTakeFirst()
  return open !== undefined
}
