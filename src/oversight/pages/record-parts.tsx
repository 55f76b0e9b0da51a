// Parts of the page of one record: its months, and the way to the resident's own report.
import type { Id } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { DateInput, Radios, Select } from '../../pages/govuk/index.ts'
import { type Lang, useLang } from '../../pages/strings/index.ts'
import { lookUpReasons } from '../domain/look-purposes.ts'
import type { FoundRecord } from '../store/find-record.ts'
import type { MonthOfLooks } from '../store/who-looked.ts'
import { lookStrings } from './look-strings.ts'
import { oversightStrings } from './strings.ts'

/** `April 2026`, in the language. */
export function monthWords(lang: Lang, month: string): string {
  return format(lang)
    .shortDate(new Date(`${month}-15T12:00:00Z`))
    .replace(/^\D*15\S*\s+/, '')
}

export function Months({ record, months }: { record: Id; months: readonly MonthOfLooks[] }) {
  const lang = useLang()
  const t = oversightStrings(lang)
  if (months.length === 0) return <p class="govuk-body">{t.monthsNone}</p>
  return (
    <section class="ds-section" aria-labelledby="h-months">
      <h2 class="ds-h2" id="h-months">
        {t.months}
      </h2>
      <ul class="govuk-list">
        {months.map(({ month, looks }) => (
          <li>
            <a href={`/reads/people/${record}?month=${month}`}>
              {t.monthLine(monthWords(lang, month), format(lang).number(looks), looks)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

type ReportProps = {
  readonly record: Pick<FoundRecord, 'root' | 'language'>
  readonly why: { readonly reason: string; readonly caseNumber: string }
  readonly isWrong?: boolean
}

/** Asked for by its address, so that it can be printed and opened again; each time is recorded. */
export function ReportForm({ record, why, isWrong = false }: ReportProps) {
  const lang = useLang()
  const t = oversightStrings(lang)
  const reasons = lookUpReasons.map(value => ({ value, text: lookStrings(lang).lookUp[value] }))
  const address = `/reads/people/${record.root}/report`
  const wrong = isWrong ? { errorMessage: t.periodWrong } : {}
  return (
    <section class="ds-section ds-noprint" aria-labelledby="h-report">
      <h2 class="ds-h2" id="h-report">
        {t.makeReport}
      </h2>
      <p class="govuk-body">{t.makeReportLead}</p>
      <form method="get" action={address} class="ds-form" novalidate>
        <Day name="from" legend={t.from} more={wrong} />
        <Day name="until" legend={t.until} more={{}} />
        <Radios
          name="in"
          idPrefix="in"
          fieldset={{ legend: { text: t.reportLanguage } }}
          value={languageOf(record.language)}
          items={[
            { value: 'en', text: t.languages.en },
            { value: 'cy', text: t.languages.cy },
          ]}
        />
        <Select
          name="why"
          label={t.reason}
          items={reasons}
          value={why.reason || 'resident-asked'}
        />
        <input type="hidden" name="case" value={why.caseNumber} />
        <p class="ds-acts">
          <button class="govuk-button" type="submit">
            {t.showReport}
          </button>{' '}
          <button
            class="govuk-button govuk-button--secondary"
            type="submit"
            formaction={`${address}.csv`}
          >
            {t.reportFile}
          </button>
        </p>
      </form>
    </section>
  )
}

type DayProps = { name: string; legend: string; more: { errorMessage?: string } }

function Day({ name, legend, more }: DayProps) {
  return <DateInput id={name} namePrefix={name} fieldset={{ legend: { text: legend } }} {...more} />
}

/** As the resident's record says it, in whichever words it was written down. */
export function languageOf(spoken: string | null): 'en' | 'cy' {
  return /^(cy|welsh|cymraeg)/i.test(spoken ?? '') ? 'cy' : 'en'
}
