// How does a reader change the language? By a link that remembers it and leads back.
import { notFoundPage } from '../error-pages.tsx'
import { isLanguage, keepLanguage } from '../language.ts'
import type { Ctx } from '../request.ts'

export async function chooseLanguage(c: Ctx) {
  const lang = c.req.param('lang')
  if (!isLanguage(lang)) return notFoundPage(c)
  keepLanguage(c, lang)
  return c.redirect(ownPath(c.req.query('to')), 303)
}

/** Only a path of our own: nobody is led to another site by our link. */
function ownPath(to = '/'): string {
  return /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(to) ? to : '/'
}
