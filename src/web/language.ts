// Which language did the reader choose, and which does this page speak?
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { AppEnv, RouteRule } from '../events/capability.ts'
import { type Lang, languages } from '../pages/strings/index.ts'

type Chosen = (typeof languages)[number]

const cookieName = 'doorstep-language'
const yearSeconds = 365 * 24 * 60 * 60

/**
 * The switch in the page top, else what the browser asks for first, else English.
 * Tests read pages in pseudo text, to find words that nobody could translate. Nobody else may.
 */
export function chosenLang(c: Context): Lang {
  const isTest = process.env.NODE_ENV === 'test'
  if (isTest && c.req.header('x-doorstep-lang') === 'pseudo') return 'pseudo'
  const chosen = getCookie(c, cookieName)
  if (isLanguage(chosen)) return chosen
  return c.req.header('accept-language')?.toLowerCase().startsWith('cy') ? 'cy' : 'en'
}

/** Public pages speak every language. Staff pages speak English inside a frame that does. */
export function pageLang(c: Context<AppEnv>): Lang {
  const lang = chosenLang(c)
  return lang === 'cy' && !c.var.isTranslated ? 'en' : lang
}

export function isTranslated(rule: RouteRule): boolean {
  return rule.isTranslated ?? rule.may === 'public'
}

/** Remembers the choice for a year. */
export function keepLanguage(c: Context, lang: Chosen): void {
  setCookie(c, cookieName, lang, { path: '/', sameSite: 'Lax', maxAge: yearSeconds })
}

export function isLanguage(text: string | undefined): text is Chosen {
  return languages.some(one => one === text)
}
