// Why does the council hold what it holds, who sees it, and how does a resident find out who did?
import { Page } from '../../pages/layout.tsx'
import { pageContext } from '../page-context.tsx'
import type { Ctx } from '../request.ts'
import { Column, Prose } from './prose.tsx'
import { publicStrings } from './strings.ts'

export async function showPrivacy(c: Ctx) {
  const context = await pageContext(c)
  const t = publicStrings(context.lang).privacy
  const links = { ico: <a href="https://ico.org.uk/make-a-complaint/">{t.ico}</a> }
  return c.html(
    <Page context={context} title={t.title} look="public">
      <Column>
        <h1 class="ds-h1">{t.title}</h1>
        <Prose sections={t.sections} links={links} />
      </Column>
    </Page>,
  )
}
