// The record that is open to me in an emergency: the way to it, and the way to close it.
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Button } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { forgetAsker } from '../../web/session.ts'
import { endOpening } from '../domain/open-record.ts'
import { findOwnOpening } from '../store/openings.ts'
import { openingStrings } from './opening-strings.ts'

/** Names are not shown here, only on the record itself. */
export async function showOwnOpening(c: Ctx) {
  const opening = c.req.param('opening') ?? ''
  const found = await reading(c, 'oversight.open', async (tx, scope, now) =>
    isId(opening) ? findOwnOpening(tx, scope, { opening, now }) : undefined,
  )
  if (!found) return notFoundPage(c)
  const context = await pageContext(c, '/find')
  const t = openingStrings(context.lang)
  return c.html(
    <Page context={context} title={t.opened}>
      <h1 class="ds-h1">{t.opened}</h1>
      <p class="govuk-body">{t.openUntil(format(context.lang).time(found.endsAt))}</p>
      <ul class="govuk-list">
        {found.people.map(({ id, number }) => (
          <li>
            <a class="ds-button" href={`/people/${id}`}>
              {t.show(String(number))}
            </a>
          </li>
        ))}
      </ul>
      <form method="post" action={`/openings/${found.id}/end`} class="ds-section">
        <input type="hidden" name="command" value={newId()} />
        <Button text={t.end} classes="govuk-button--secondary" />
      </form>
    </Page>,
  )
}

export async function saveEnd(c: Ctx) {
  const opening = c.req.param('opening') ?? ''
  if (!isId(opening)) return notFoundPage(c)
  const id = (await formOf(c)).commandId()
  const done = await actFor(c, endOpening, { id, input: { opening } })
  if (isRefusal(done)) return refusalPage(c, done)
  forgetAsker(c)
  return c.redirect('/find', 303)
}
