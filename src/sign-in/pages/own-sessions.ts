// A person ends one of their own sessions, or all the others.
import { isId } from '../../kernel/ids.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import type { Ctx } from '../../web/request.ts'
import { note } from '../store/log.ts'
import { endSessionsOf } from '../store/sessions.ts'
import { inCouncil } from './door.ts'

export async function endOwnSession(c: Ctx) {
  const session = c.req.param('session') ?? ''
  if (!isId(session)) return notFoundPage(c)
  const ended = await end(c, session)
  return ended > 0 ? c.redirect('/me', 303) : notFoundPage(c)
}

export async function endOtherSessions(c: Ctx) {
  await end(c, null)
  return c.redirect('/me', 303)
}

/** Null ends all but this one. Somebody else's is not there. */
function end(c: Ctx, session: string | null): Promise<number> {
  const { council, id: user, session: own } = c.var.actor
  const now = c.var.node.clock.now()
  return inCouncil(c, council, async tx => {
    const keep = session === null ? own : null
    const ended = await endSessionsOf(tx, council, { user, session, keep, now })
    if (ended > 0) await note(tx, { council, now }, { door: 'session', outcome: 'ended', user })
    return ended
  })
}
