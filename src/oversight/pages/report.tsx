// The resident's own report: who looked, when, what they did and what for, on paper or as a file.
import { recordRead, referenceOf } from '../../access/index.ts'
import { csvLine } from '../../files-out/index.ts'
import { isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { typedDay } from '../../pages/typed-day.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { caseNumberPattern, lookUpPurpose } from '../domain/look-purposes.ts'
import { type FoundRecord, recordById } from '../store/find-record.ts'
import { namesStaff } from '../store/settings.ts'
import { type Look, whoLooked } from '../store/who-looked.ts'
import { isReason } from './find-form.tsx'
import { lookStrings } from './look-strings.ts'
import { roleWords, whatWords, whyWords } from './look-words.ts'
import { languageOf, ReportForm } from './record-parts.tsx'
import { oversightStrings } from './strings.ts'

export const reportLinesMax = 5_000

type Period = { readonly from: string; readonly until: string }
type Report = Period & {
  readonly record: FoundRecord
  readonly looks: readonly Look[]
  readonly isNamed: boolean
  readonly madeAt: number
}

export async function showReport(c: Ctx) {
  const made = await makeReport(c, 'print')
  if (made === 'absent') return notFoundPage(c)
  const context = await pageContext(c, '/reads')
  const t = oversightStrings(context.lang)
  if (made.looks === undefined) {
    return c.html(
      <Page context={context} title={t.makeReport} hasErrors>
        <LangContext.Provider value={context.lang}>
          <h1 class="ds-h1">{t.makeReport}</h1>
          <ReportForm record={made.record} why={{ reason: '', caseNumber: '' }} isWrong />
        </LangContext.Provider>
      </Page>,
      422,
    )
  }
  const lang = languageAsked(c, made.record)
  const spoken = context.lang === 'pseudo' ? 'pseudo' : lang
  return c.html(
    <Page context={{ ...context, lang: spoken }} title={lookStrings(spoken).report}>
      <LangContext.Provider value={spoken}>
        <Body report={made} context={context} />
      </LangContext.Provider>
    </Page>,
  )
}

export async function sendReport(c: Ctx) {
  const made = await makeReport(c, 'export')
  if (made === 'absent' || made.looks === undefined) return notFoundPage(c)
  const lang = languageAsked(c, made.record)
  const t = lookStrings(lang)
  const words = format(lang)
  const lines = made.looks.map(look =>
    csvLine([words.timeAndDate(look.at), whoWords(made, look, lang), ...didWords(look, lang)]),
  )
  const csv = [csvLine([t.when, t.who, t.what, t.why]), ...lines].join('')
  // The mark makes spreadsheets read the letters rightly.
  return c.body(`\ufeff${csv}`, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${t.fileName}-${made.from}-${made.until}.csv"`,
  })
}

/** The report and the note that it was made are one: without the note there is none. */
function makeReport(c: Ctx, what: 'print' | 'export') {
  const person = c.req.param('person') ?? ''
  const period = periodOf(c)
  const why = c.req.query('why') ?? ''
  const given = c.req.query('case') ?? ''
  const caseNumber = caseNumberPattern.test(given) ? given : ''
  return reading(c, 'oversight.audit', async (tx, scope, now) => {
    const record = isId(person) ? await recordById(tx, scope, person) : undefined
    if (!record) return 'absent' as const
    if (!period || !isReason(why)) return { record, looks: undefined }
    const { records } = record
    const looks = await whoLooked(tx, scope, { records, ...period, limit: reportLinesMax })
    const purpose = lookUpPurpose(why, caseNumber)
    const look = { what, route: '/reads/report', subjects: records, at: now } as const
    await recordRead(tx, { ...scope, purpose }, look)
    return { record, looks, ...period, isNamed: await namesStaff(tx, scope), madeAt: now }
  })
}

function periodOf(c: Ctx): Period | undefined {
  const text = (name: string) => c.req.query(name) ?? ''
  const [from, until] = [typedDay('from', text).day, typedDay('until', text).day]
  return from && until && from <= until ? { from, until } : undefined
}

function languageAsked(c: Ctx, record: FoundRecord): 'en' | 'cy' {
  const asked = c.req.query('in')
  return asked === 'en' || asked === 'cy' ? asked : languageOf(record.language)
}

type Spoken = 'en' | 'cy' | 'pseudo'

function whoWords({ isNamed }: Pick<Report, 'isNamed'>, look: Look, lang: Spoken): string {
  const role = roleWords(lang, look)
  return isNamed && look.name ? `${look.name}, ${role}` : role
}

function didWords(look: Look, lang: Spoken): readonly [string, string] {
  const emergency = look.opening ? ` (${lookStrings(lang).inEmergency})` : ''
  return [`${whatWords(lang, look)}${emergency}`, whyWords(lang, look.purpose)]
}

function Body({ report, context }: { report: Report; context: PageContext }) {
  const lang = useLang()
  const t = lookStrings(lang)
  const words = format(lang)
  const day = (text: string) => words.shortDate(new Date(`${text}T12:00:00Z`))
  const { record, looks } = report
  return (
    <>
      <h1 class="ds-h1">{t.report}</h1>
      <p class="govuk-body">
        {t.about(referenceOf(record.root), String(record.number))}
        <br />
        {t.period(day(report.from), day(report.until))}
        <br />
        {t.madeAt(words.timeAndDate(report.madeAt), context.council.name)}
        {record.records.length > 1 && (
          <>
            <br />
            {t.records(words.number(record.records.length))}
          </>
        )}
      </p>
      <p class="govuk-body">{t.lead}</p>
      <p class="govuk-body">{t.listed}</p>
      <h2 class="ds-h2">{t.count(words.number(looks.length))}</h2>
      {looks.length === 0 ? <p class="govuk-body">{t.none}</p> : <Lines report={report} />}
      <section class="ds-section">
        <h2 class="ds-h2">{t.questionsTitle}</h2>
        <p class="govuk-body">{t.questions}</p>
      </section>
    </>
  )
}

function Lines({ report }: { report: Report }) {
  const lang = useLang()
  const t = lookStrings(lang)
  const words = format(lang)
  return (
    <table class="ds-table">
      <caption class="ds-hide">{t.report}</caption>
      <thead>
        <tr>
          <th scope="col">{t.when}</th>
          <th scope="col">{t.who}</th>
          <th scope="col">{t.what}</th>
          <th scope="col">{t.why}</th>
        </tr>
      </thead>
      <tbody>
        {report.looks.map(look => {
          const [what, why] = didWords(look, lang)
          return (
            <tr>
              <th scope="row">
                {words.shortDate(look.at)} {words.time(look.at)}
              </th>
              <td>{whoWords(report, look, lang)}</td>
              <td>{what}</td>
              <td>{why}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
