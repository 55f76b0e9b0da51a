// What is Doorstep, how does a person start, and whom do they ask?
import { roleNames } from '../../access/index.ts'
import { SummaryList } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { pageContext } from '../page-context.tsx'
import type { Ctx } from '../request.ts'
import { webStrings } from '../strings.ts'
import { Column, Prose } from './prose.tsx'
import { publicStrings } from './strings.ts'

export async function showHelp(c: Ctx) {
  const context = await pageContext(c)
  const t = publicStrings(context.lang).help
  const roles = webStrings(context.lang).roles
  const key = (name: string) => <kbd class="ds-kbd">{name}</kbd>
  const links = { slash: key('/'), question: key('?') }
  return c.html(
    <Page context={context} title={t.title} look="public">
      <Column>
        <h1 class="ds-h1">{t.title}</h1>
        <Prose sections={t.start} links={links} />
        <section class="ds-section" id="roles">
          <h2 class="govuk-heading-m ds-h2">{t.roles}</h2>
          <SummaryList
            rows={roleNames.map(role => ({
              key: { text: roles[role] },
              value: { text: t.first[role] },
            }))}
          />
        </section>
        <Prose sections={t.more} links={links} />
      </Column>
    </Page>,
  )
}
