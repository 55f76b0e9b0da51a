// The page of one stop: the block first, then people, then what waits, then lifting.
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, Textarea } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import type { Due } from '../store/parts.ts'
import type { Out, Standstill, Told } from '../store/queries.ts'
import { AllStopped } from './stop-block.tsx'
import { OutList, ToldList } from './stop-people.tsx'
import { standstillStrings, stopsStrings } from './strings.ts'

export type StopProblem = {
  readonly code: 'reasonMissing' | 'reasonTooLong' | 'saidByMissing'
  readonly field: string
}

export type StopShown = {
  readonly found: Standstill
  readonly told: readonly Told[]
  readonly out: readonly Out[]
  readonly due: readonly Due[]
  readonly now: number
  readonly reason: string
  readonly problems: readonly StopProblem[]
  readonly isSaved: boolean
}

export function StopPage({ context, shown }: { context: PageContext; shown: StopShown }) {
  const { lang } = context
  const t = stopsStrings(lang)
  const { found, problems } = shown
  const crumbs = [{ href: '/stops', label: t.title }, { label: t.crumb }]
  const errorList = problems.map(({ code, field }) => ({ href: `#${field}`, text: t[code] }))
  const place = found.placeName ?? standstillStrings(lang).wholeCouncil
  return (
    <Page context={context} title={t.crumb} breadcrumbs={crumbs} hasErrors={problems.length > 0}>
      <LangContext.Provider value={lang}>
        {problems.length > 0 && <ErrorSummary errorList={errorList} />}
        {shown.isSaved && (
          <p class="ds-next" role="status">
            {t.saved}
          </p>
        )}
        <h1 class="ds-h1">
          {found.liftedAt ? t.wasStopped(place) : standstillStrings(lang).here(place)}
        </h1>
        <State {...shown} />
        <OutList {...shown} />
        <ToldList {...shown} />
        <DueList {...shown} />
        {found.liftedAt === null && <Lift {...shown} />}
      </LangContext.Provider>
    </Page>
  )
}

function State({ found, now }: StopShown) {
  const lang = useLang()
  const t = stopsStrings(lang)
  const { near } = format(lang)
  if (found.liftedAt === null) {
    return <AllStopped stopped={{ ...found, standstill: found.id }} now={now} lang={lang} />
  }
  return (
    <p>
      <b>{t.lifted(found.liftedBy ?? '', near(found.liftedAt, now))}</b>
      {found.liftReason && <span class="ds-under">{found.liftReason}</span>}
    </p>
  )
}

function DueList({ due, now }: StopShown) {
  const lang = useLang()
  const t = stopsStrings(lang)
  const { near } = format(lang)
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.due}</h2>
      <p>{due.length === 0 ? t.dueNone : t.dueLead}</p>
      <ul class="ds-list">
        {due.map(one => (
          <li>
            <b>{t.dueKinds[one.kind]}</b> {near(one.at, now)}:{' '}
            <a href={one.href}>{one.name || t.unnamed}</a>
            {one.what && <span>, {one.what}</span>} <b class="ds-status--attention">{t.overdue}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Lift({ found, reason, problems }: StopShown) {
  const lang = useLang()
  const t = stopsStrings(lang)
  const wrong = problems.find(({ field }) => field === 'reason')
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.lift}</h2>
      {found.away > 0 && (
        <p class="ds-att">{t.liftAway(found.away, format(lang).number(found.away))}</p>
      )}
      <p>{t.liftLead}</p>
      <form class="ds-form" method="post" action={`/stops/${found.id}/lift`} novalidate>
        <input type="hidden" name="command" value={newId()} />
        <Textarea
          {...{ name: 'reason', label: t.liftReason, rows: 2, value: reason }}
          {...(wrong && { errorMessage: { text: t[wrong.code] } })}
        />
        <Button text={t.liftIt} preventDoubleClick />
      </form>
    </section>
  )
}
