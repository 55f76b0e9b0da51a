// Who looked at whom? The data protection officer's page: references, never residents' names.
import { Button, DateInput, ErrorSummary, Input, Select } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { thoseWhoMayLook, whoLooked } from '../store/who-looked.ts'
import { FindForm, noAnswers } from './find-form.tsx'
import { Looks, nextAddress } from './looks.tsx'
import { type Asked, filterOf, type Problems, readAsked } from './reads-asked.ts'
import { oversightStrings } from './strings.ts'

type Lookers = Awaited<ReturnType<typeof thoseWhoMayLook>>

export async function showReads(c: Ctx) {
  const { asked, problems } = readAsked(name => c.req.query(name))
  const isWrong = Object.keys(problems).length > 0
  const { looks, people } = await reading(c, 'oversight.audit', async (tx, scope) => ({
    looks: isWrong ? [] : await whoLooked(tx, scope, filterOf(asked)),
    people: await thoseWhoMayLook(tx, scope),
  }))
  const context = await pageContext(c, '/reads')
  const t = oversightStrings(context.lang)
  const wrong = Object.entries(problems) as [string, 'subjectWrong' | 'dayWrong'][]
  const errors = wrong.map(([field, code]) => ({
    href: field === 'day' ? '#day-day' : '#subject',
    text: t[code],
  }))
  return c.html(
    <Page context={context} title={t.reads} hasErrors={isWrong}>
      <LangContext.Provider value={context.lang}>
        {isWrong && <ErrorSummary errorList={errors} />}
        <h1 class="ds-h1">{t.readsHeadline}</h1>
        <p class="govuk-body">
          {t.readsLead} <a href="/reads/settings">{t.settingsLink}</a>
        </p>
        <div class="ds-cols ds-cols--2-1">
          <FindForm answers={noAnswers} problems={{}} />
          <section class="ds-panel" aria-labelledby="h-latest">
            <h2 class="ds-h2" id="h-latest">
              {t.latest}
            </h2>
            <Filter asked={asked} people={people} problems={problems} />
          </section>
        </div>
        {!isWrong && <Looks looks={looks} next={nextAddress(c, looks)} />}
        {looks.length > 0 && <TakeLinks at={takeAddress(c, 'oversight.take')} />}
      </LangContext.Provider>
    </Page>,
    isWrong ? 422 : 200,
  )
}

function Filter({
  asked,
  people,
  problems,
}: {
  asked: Asked
  people: Lookers
  problems: Problems
}) {
  const t = oversightStrings(useLang())
  const items = [
    { value: '', text: t.anyone },
    ...people.map(({ id, name }) => ({ value: id, text: name ?? t.noName })),
  ]
  return (
    <form method="get" action="/reads" class="ds-form" novalidate>
      <Select name="who" label={t.who} items={items} value={asked.who} />
      <Input
        name="subject"
        label={t.subject}
        hint={t.subjectHint}
        value={asked.subject}
        classes="govuk-input--width-10"
        {...(problems.subject ? { errorMessage: t[problems.subject] } : {})}
      />
      <DateInput
        id="day"
        namePrefix="day"
        fieldset={{ legend: { text: t.day } }}
        hint={t.dayHint}
        values={asked.day.parts}
        {...(problems.day ? { errorMessage: t[problems.day] } : {})}
      />
      <p class="ds-acts">
        <Button text={t.filter} /> <a href="/reads">{t.clearFilter}</a>
      </p>
    </form>
  )
}
