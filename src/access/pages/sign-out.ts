// How does a person get out, and where is their first page? The ways in are in `sign-in`.

import { setCookie } from 'hono/cookie'
import { hourMs, secondMs } from '../../kernel/clock.ts'
import { landingOf } from '../../web/menu.ts'
import { mainRole } from '../../web/page-context.tsx'
import type { Ctx } from '../../web/request.ts'
import { signOut } from '../../web/session.ts'
import { mayAgree } from './agreement.tsx'

/** Who signed out here wants the next person to prove anew who they are, at the provider too. */
export const leftCookie = 'doorstep-left'
const leftSeconds = (12 * hourMs) / secondMs

export async function leave(c: Ctx) {
  await signOut(c)
  // Drafts of calls, sealed as they are, are of nobody's use any more.
  c.header('Clear-Site-Data', '"storage"')
  setCookie(c, leftCookie, '1', {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: leftSeconds,
  })
  return c.redirect('/sign-in', 303)
}

/** The first page of each role. */
export function goHome(c: Ctx) {
  if (!c.var.actor) return c.redirect('/sign-in', 303)
  const role = mainRole(c)
  return c.redirect(role === undefined && mayAgree(c) ? '/agreement' : landingOf(role), 303)
}
