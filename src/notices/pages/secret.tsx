// The secret, shown once in the answer to the form itself: it has no address to go back to.
import { Button } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { pageContext } from '../../web/page-context.tsx'
import type { Ctx } from '../../web/request.ts'
import type { Shown } from '../subscribe.ts'
import { noticesStrings } from './strings.ts'

export async function showSecret(c: Ctx, { subscription, secret }: Shown) {
  if (secret === undefined) return c.redirect(`/notices/${subscription}`, 303)
  const context = await pageContext(c, '/tokens')
  const t = noticesStrings(context.lang)
  const crumbs = [
    { href: '/tokens', label: t.systems },
    { href: '/notices', label: t.title },
  ]
  return c.html(
    <Page context={context} title={t.secret} breadcrumbs={[...crumbs, { label: t.secret }]}>
      <h1 class="ds-h1">{t.secret}</h1>
      <p class="govuk-body">
        <strong>{t.secretOnce}</strong>
      </p>
      <p class="govuk-body">{t.secretHow}</p>
      <label class="govuk-label" for="secret">
        {t.secretField}
      </label>
      <textarea class="govuk-textarea" id="secret" rows={2} readonly>
        {secret}
      </textarea>
      <Button text={t.onward} href={`/notices/${subscription}`} />
    </Page>,
  )
}
