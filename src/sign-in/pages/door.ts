// What every door shares: which council, which browser, the log, and the way in.
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { leftCookie, systemId } from '../../access/index.ts'
import { type Council, listCouncils } from '../../events/index.ts'
import { secondMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import type { PageContext } from '../../pages/layout.tsx'
import type { Tx } from '../../store/open.ts'
import { pageContext } from '../../web/page-context.tsx'
import type { Ctx } from '../../web/request.ts'
import { signIn } from '../../web/session.ts'
import { deviceOf } from '../device.ts'
import { newSecret } from '../secrets.ts'
import { attemptMsMax } from '../store/attempts.ts'
import { type Door, type Line, note } from '../store/log.ts'
import { noteDoor } from '../store/sessions.ts'

/** The council that an address names, if there is one. */
export async function councilOf(c: Ctx): Promise<Council | undefined> {
  const councils = await listCouncils(c.var.node)
  return councils.find(one => one.id === c.req.param('council'))
}

/** Works for a council before anybody is signed in. */
export function inCouncil<T>(c: Ctx, council: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return c.var.node.store.transaction({ council, actor: systemId }, work)
}

/** A page of a council, for somebody who is not in yet. */
export async function doorContext(c: Ctx, council: Council): Promise<PageContext> {
  const context = await pageContext(c)
  return { ...context, council: { id: council.id, name: council.name }, practice: council.practice }
}

export function isSecure(c: Context): boolean {
  return new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https'
}

/** As the browser sees us, whatever stands in between. */
export function originOf(c: Context): string {
  const { host } = new URL(c.req.url)
  return `${isSecure(c) ? 'https' : 'http'}://${c.req.header('host') ?? host}`
}

function cookieName(c: Context): string {
  return isSecure(c) ? '__Host-doorstep-door' : 'doorstep-door'
}

/** The secret that binds an attempt to the browser it began in; empty when it has none. */
export function browserOf(c: Context): string {
  const known = getCookie(c, cookieName(c)) ?? ''
  return /^[\w-]{43}$/.test(known) ? known : ''
}

export function keepBrowser(c: Context): string {
  const browser = browserOf(c) || newSecret()
  setCookie(c, cookieName(c), browser, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    maxAge: attemptMsMax / secondMs,
  })
  return browser
}

/** Only ever an address of our own. */
export function localPath(text: string | undefined | null): string | null {
  const isLocal = text && text.length <= 500 && /^\/(?![/\\])[\x21-\x7e]*$/.test(text)
  return isLocal && !/^\/sign-(in|out)([/?]|$)/.test(text) ? text : null
}

export type Way = { readonly user: Id; readonly door: Door; readonly to?: string | null }

/** Somebody is who they say: a session, a line in the log, and on to where they went. */
export async function enter(c: Ctx, council: string, { user, door, to }: Way) {
  const session = await signIn(c, council, user)
  await inCouncil(c, council, async tx => {
    await noteDoor(tx, council, { session, door, device: deviceOf(c.req.header('user-agent')) })
    await note(tx, { council, now: c.var.node.clock.now() }, { door, outcome: 'in', user })
  })
  deleteCookie(c, cookieName(c), { path: '/', secure: isSecure(c) })
  deleteCookie(c, leftCookie, { path: '/' })
  return c.redirect(localPath(to) ?? '/', 303)
}

export function noteLine(c: Ctx, council: string, line: Line): Promise<void> {
  return inCouncil(c, council, tx => note(tx, { council, now: c.var.node.clock.now() }, line))
}
