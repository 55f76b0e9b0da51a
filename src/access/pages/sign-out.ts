// How does a person get out, and where is their first page? The ways in are in `sign-in`.
import { landingOf } from '../../web/menu.ts'
import { mainRole } from '../../web/page-context.tsx'
import type { Ctx } from '../../web/request.ts'
import { signOut } from '../../web/session.ts'

export async function leave(c: Ctx) {
  await signOut(c)
  return c.redirect('/sign-in', 303)
}

/** The first page of each role. */
export function goHome(c: Ctx) {
  return c.redirect(c.var.actor ? landingOf(mainRole(c)) : '/sign-in', 303)
}
