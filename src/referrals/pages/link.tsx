// A link for a partner: made after its record, sent if there is an address, shown once.

import type { Id } from '../../kernel/ids.ts'
import { isId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { deliverSoon, queueMessage } from '../../messages/index.ts'
import { Page } from '../../pages/layout.tsx'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { makeLink } from '../domain/end-referral.ts'
import { makeDoor } from '../store/doors.ts'
import { findReferral } from '../store/queries.ts'
import { inBoth } from './both.ts'
import { originOf } from './browser.ts'
import { referralStrings } from './strings.ts'

/** POST /referrals/:referral/link */
export async function saveLink(c: Ctx) {
  const referral = c.req.param('referral') ?? ''
  if (!isId(referral)) return notFoundPage(c)
  const id = (await formOf(c)).commandId()
  const done = await actFor(c, makeLink, { id, input: { referral } })
  if (isRefusal(done)) return refusalPage(c, done)
  if (done.outcome === 'repeated') return c.redirect(`/referrals/${referral}`, 303)
  const found = await reading(c, 'referrals.send', (tx, scope) => findReferral(tx, scope, referral))
  return letOut(c, { referral, email: found?.email ?? '' })
}

/** First the record, then the link: a link that nobody is known to have made cannot be. */
export async function letOut(c: Ctx, { referral, email }: { referral: Id; email: string }) {
  const { node, actor } = c.var
  const { council } = actor
  const context = await pageContext(c, '/referrals')
  const made = await node.store.transaction({ council, actor: actor.id }, async tx => {
    const at = { council, now: node.clock.now() }
    const { token, code } = await makeDoor(tx, at, referral)
    const link = new URL(`/referral/${council}.${token}`, originOf(c)).toString()
    if (email !== '') {
      const { name } = context.council
      const words = inBoth(t => ({ subject: t.mailSubject(name), body: t.mailBody(name, link) }))
      const whom = { to: email, user: null, kind: 'notice', expiresAt: null } as const
      await queueMessage(tx, at, { ...words, ...whom })
    }
    return { link, code }
  })
  if (email !== '') deliverSoon(node, council)
  const t = referralStrings(context.lang)
  const crumbs = [{ href: '/referrals', label: t.title }, { label: t.linkTitle }]
  return c.html(
    <Page context={context} title={t.linkTitle} breadcrumbs={crumbs}>
      <h1 class="ds-h1">{t.linkTitle}</h1>
      <p>
        <b>{t.linkOnce}</b>
      </p>
      <p>{email === '' ? t.linkHow : t.linkMailed(email)}</p>
      <label class="govuk-label" for="link">
        {t.link}
      </label>
      <textarea class="govuk-textarea" id="link" rows={3} readonly>
        {made.link}
      </textarea>
      <dl class="ds-facts">
        <dt>{t.code}</dt>
        <dd>
          <b>{`${made.code.slice(0, 3)} ${made.code.slice(3)}`}</b>
        </dd>
      </dl>
      <p>
        <a href={`/referrals/${referral}`}>{t.toReferral}</a>
      </p>
    </Page>,
  )
}
