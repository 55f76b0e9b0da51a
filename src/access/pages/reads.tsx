// Who looked at whom? The data protection officer's page: references, never residents' names.
import { isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import {
  Button,
  DateInput,
  Details,
  ErrorSummary,
  Input,
  Pagination,
  Select,
} from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { type TypedDay, typedDay } from '../../pages/typed-day.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { readReference, referenceOf } from '../domain/reference.ts'
import { type Look, looksPerPage, thoseWhoMayLook, whoLooked } from '../store/who-looked.ts'
import { accessStrings } from './strings.ts'

type Asked = { who: string; subject: string; after: string; day: TypedDay }
type Problems = { subject?: 'subjectWrong'; day?: 'dayWrong' }
type Lookers = Awaited<ReturnType<typeof thoseWhoMayLook>>

export async function showReads(c: Ctx) {
  const asked = askedOf(c)
  const problems = problemsOf(asked)
  const isWrong = Object.keys(problems).length > 0
  const { looks, people } = await reading(c, 'access.audit', async (tx, scope) => ({
    looks: isWrong ? [] : await whoLooked(tx, scope, filterOf(asked)),
    people: await thoseWhoMayLook(tx, scope),
  }))
  const context = await pageContext(c, '/reads')
  const t = accessStrings(context.lang)
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
        <p class="govuk-body">{t.readsLead}</p>
        <Filter asked={asked} people={people} problems={problems} />
        {!isWrong && <Looks looks={looks} next={nextAddress(c, looks)} />}
      </LangContext.Provider>
    </Page>,
    isWrong ? 422 : 200,
  )
}

function askedOf(c: Ctx): Asked {
  const text = (name: string) => (c.req.query(name) ?? '').trim()
  const [who, subject, after] = [text('who'), text('subject'), text('after')]
  return { who, subject, after, day: typedDay('day', text) }
}

function problemsOf({ subject, day }: Asked): Problems {
  const isSubjectWrong = subject !== '' && readReference(subject) === undefined
  const isDayWrong = !day.isEmpty && day.day === undefined
  return {
    ...(isSubjectWrong ? { subject: 'subjectWrong' } : {}),
    ...(isDayWrong ? { day: 'dayWrong' } : {}),
  }
}

function filterOf({ who, subject, after, day }: Asked) {
  return {
    actor: isId(who) ? who : null,
    subject: readReference(subject) ?? null,
    day: day.day ?? null,
    after: isId(after) ? after : null,
  }
}

function nextAddress(c: Ctx, looks: readonly Look[]): string | undefined {
  if (looks.length <= looksPerPage) return undefined
  const query = new URLSearchParams(c.req.query())
  query.set('after', looks[looksPerPage - 1]?.id ?? '')
  return `/reads?${query}`
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
  const t = accessStrings(useLang())
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

function Looks({ looks, next }: { looks: readonly Look[]; next: string | undefined }) {
  const t = accessStrings(useLang())
  if (looks.length === 0) return <p class="govuk-body">{t.readsNone}</p>
  return (
    <>
      <table class="ds-table">
        <caption class="ds-hide">{t.readsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.when}</th>
            <th scope="col">{t.who}</th>
            <th scope="col" class="ds-wide">
              {t.what}
            </th>
            <th scope="col" class="ds-wide">
              {t.why}
            </th>
            <th scope="col">{t.whom}</th>
          </tr>
        </thead>
        <tbody>
          {looks.slice(0, looksPerPage).map(look => (
            <LookRow look={look} />
          ))}
        </tbody>
      </table>
      {next && <Pagination next={{ href: next }} />}
    </>
  )
}

function LookRow({ look }: { look: Look }) {
  const lang = useLang()
  const t = accessStrings(lang)
  const shown = format(lang)
  const references = look.subjects.map(referenceOf)
  const count = t.howMany(shown.number(references.length), references.length)
  return (
    <tr>
      <th scope="row">{shown.row(look.at)}</th>
      <td>
        {look.name ?? t.noName}
        <span class="ds-narrow-only">
          <br />
          {t.whats[look.what]}
        </span>
      </td>
      <td class="ds-wide">
        {t.whats[look.what]} <small class="ds-quiet">{look.route}</small>
      </td>
      <td class="ds-wide">{look.purpose}</td>
      <td>
        {references.length <= 2 ? (
          references.join(', ')
        ) : (
          <Details summaryText={count}>{references.join(', ')}</Details>
        )}
      </td>
    </tr>
  )
}
