// One page with a little of everything: what the kit's own tests look at.
import { Button } from './govuk/button.tsx'
import { Radios } from './govuk/choices.tsx'
import { DateInput } from './govuk/date-input.tsx'
import { ErrorSummary } from './govuk/error-summary.tsx'
import { Input } from './govuk/input.tsx'
import { Page, type PageContext } from './layout.tsx'
import { Checked } from './pictures/checked.tsx'
import { CoverageSum } from './pictures/coverage-sum.tsx'
import { Open } from './pictures/open.tsx'
import { RowsSum } from './pictures/rows-sum.tsx'
import { defineStrings, type Lang } from './strings/strings.ts'

const sampleStrings = defineStrings('sample', {
  en: {
    title: 'How far has the campaign got?',
    campaigns: 'Campaigns',
    coverage: 'Coverage',
    help: 'Help with this figure',
    explained: 'Everyone is counted once.',
    name: 'Name',
    nameHint: 'As it is on the letter',
    nameWrong: 'Enter a name',
    birth: 'Date of birth',
    how: 'How did it go?',
    answered: 'Answered',
    noAnswer: 'No answer',
    save: 'Save',
  },
})

export function sampleContext(lang: Lang, name = 'Ruth Okafor'): PageContext {
  const t = sampleStrings(lang)
  return {
    lang,
    council: { id: 'south-vale', name: '⦅South Vale Council⦆' },
    user: { name: `⦅${name}⦆`, roleName: '⦅Hub manager⦆' },
    nav: [
      { href: '/campaigns', label: t.campaigns, current: true },
      { href: '/find', label: t.coverage },
    ],
    practice: true,
    csrf: 'token',
    path: '/sample',
  }
}

export function SamplePage({ context }: { context: PageContext }) {
  const t = sampleStrings(context.lang)
  const crumbs = [{ href: '/campaigns', label: t.campaigns }, { label: t.coverage }]
  return (
    <Page context={context} title={t.title} breadcrumbs={crumbs} hasErrors>
      <ErrorSummary errorList={[{ text: t.nameWrong, href: '#name' }]} />
      <h1 class="ds-h1 ds-headline">{t.title}</h1>
      <section class="ds-section">
        <CoverageSum
          counts={{ reached: 5310, tried: 94, untried: 118, excused: 78, listed: 5600 }}
          href={state => `/people?state=${state}`}
        />
        <Checked at="10:40" />
        <RowsSum
          counts={{ added: 929, changed: 309, same: 5216, needs: 55, notLoaded: 3, rows: 6512 }}
          href={state => `/rows?state=${state}`}
        />
        <Open summary={t.help}>
          <p>{t.explained}</p>
        </Open>
      </section>
      <SampleForm context={context} />
    </Page>
  )
}

function SampleForm({ context }: { context: PageContext }) {
  const t = sampleStrings(context.lang)
  return (
    <form class="ds-form" method="post" action="/sample" novalidate>
      <input type="hidden" name="csrf" value={context.csrf} />
      <Input name="name" label={t.name} hint={t.nameHint} errorMessage={t.nameWrong} />
      <DateInput id="birth" namePrefix="birth" fieldset={{ legend: t.birth }} />
      <Radios
        name="how"
        fieldset={{ legend: { text: t.how, classes: 'govuk-fieldset__legend--s' } }}
        items={[
          { value: 'answered', text: t.answered },
          { value: 'no-answer', text: t.noAnswer },
        ]}
      />
      <Button>{t.save}</Button>
    </form>
  )
}
