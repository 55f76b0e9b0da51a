// Which browser opened a referral? A secret of its own in a cookie, nothing about anybody.
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { secondMs } from '../../kernel/clock.ts'
import { newSecret, openMs } from '../store/doors.ts'

function isSecure(c: Context): boolean {
  return new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https'
}

/** As the browser sees us, whatever stands in between. */
export function originOf(c: Context): string {
  const { host } = new URL(c.req.url)
  return `${isSecure(c) ? 'https' : 'http'}://${c.req.header('host') ?? host}`
}

const cookieName = (c: Context) => (isSecure(c) ? '__Host-doorstep-referral' : 'doorstep-referral')

/** Empty when it has none. */
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
    maxAge: openMs / secondMs,
  })
  return browser
}
