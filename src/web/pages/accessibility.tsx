// Who may find Doorstep hard to use, how was that tested, and where do they say so?
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { pageContext } from '../page-context.tsx'
import type { Ctx } from '../request.ts'
import { Column, Prose } from './prose.tsx'
import { publicStrings } from './strings.ts'

/** Change both when the statement is read again: the regulations ask for a yearly look. */
const preparedAt = Date.UTC(2026, 10, 22)

export async function showAccessibility(c: Ctx) {
  const context = await pageContext(c)
  const t = publicStrings(context.lang).accessibility
  const links = {
    wcag: <a href="https://www.w3.org/TR/WCAG22/">{t.wcag}</a>,
    abilitynet: <a href="https://mcmw.abilitynet.org.uk/">{t.abilitynet}</a>,
    eass: <a href="https://www.equalityadvisoryservice.com/">{t.eass}</a>,
    day: format(context.lang).shortDate(preparedAt),
  }
  return c.html(
    <Page context={context} title={t.title} look="public">
      <Column>
        <h1 class="ds-h1">{t.title}</h1>
        <Prose sections={t.sections} links={links} />
      </Column>
    </Page>,
  )
}
