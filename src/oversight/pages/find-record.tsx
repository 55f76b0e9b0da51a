// The data protection officer finds one person, says why, and sees in which months somebody looked.
import { recordRead, referenceOf } from '../../access/index.ts'
import { format } from '../../pages/format.ts'
import { ErrorSummary } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext } from '../../pages/strings/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, formOf, reading } from '../../web/request.ts'
import { lookUpPurpose } from '../domain/look-purposes.ts'
import { type FoundRecord, findRecords } from '../store/find-record.ts'
import { monthsOfLooks } from '../store/who-looked.ts'
import {
  answersOf,
  type FindAnswers,
  FindForm,
  type FindProblems,
  isReason,
  problemsOf,
} from './find-form.tsx'
import { Months, ReportForm } from './record-parts.tsx'
import { oversightStrings } from './strings.ts'

export async function findRecord(c: Ctx) {
  const answers = answersOf(await formOf(c))
  const problems = problemsOf(answers)
  if (Object.keys(problems).length > 0) return formPage(c, answers, problems)
  const found = await read(c, answers)
  if (!found) return formPage(c, answers, { reference: 'foundNone' })
  return recordPage(c, { ...found, answers })
}

/** The look is on the record before a name is shown. */
function read(c: Ctx, { reference, name, born, address, reason, caseNumber }: FindAnswers) {
  return reading(c, 'oversight.audit', async (tx, scope, now) => {
    const asked = { reference, name, born: born.day, address }
    const [record, other] = await findRecords(tx, scope, asked)
    if (!record || other || !isReason(reason)) return undefined
    const months = await monthsOfLooks(tx, scope, record.records)
    const why = { ...scope, purpose: lookUpPurpose(reason, caseNumber) }
    const look = { what: 'search', route: '/reads/find', subjects: record.records } as const
    await recordRead(tx, why, { ...look, at: now })
    return { record, months }
  })
}

async function formPage(c: Ctx, answers: FindAnswers, problems: FindProblems) {
  const context = await pageContext(c, '/reads')
  const t = oversightStrings(context.lang)
  const errors = Object.entries(problems).map(([field, code]) => ({
    href: field === 'born' ? '#born-day' : `#${field}`,
    text: t[code],
  }))
  return c.html(
    <Page context={context} title={t.findTitle} hasErrors>
      <LangContext.Provider value={context.lang}>
        <ErrorSummary errorList={errors} />
        <h1 class="ds-h1">{t.readsHeadline}</h1>
        <FindForm answers={answers} problems={problems} />
      </LangContext.Provider>
    </Page>,
    422,
  )
}

type Found = NonNullable<Awaited<ReturnType<typeof read>>> & { readonly answers: FindAnswers }

async function recordPage(c: Ctx, { record, months, answers }: Found) {
  const context = await pageContext(c, '/reads')
  const t = oversightStrings(context.lang)
  const crumbs = [{ href: '/reads', label: t.reads }, { label: referenceOf(record.root) }]
  return c.html(
    <Page context={context} title={t.record} breadcrumbs={crumbs}>
      <LangContext.Provider value={context.lang}>
        <h1 class="ds-h1">{t.recordHeadline(referenceOf(record.root))}</h1>
        <p class="govuk-body">{told(record, context.lang)}</p>
        <Months record={record.root} months={months} />
        <ReportForm record={record} why={answers} />
      </LangContext.Provider>
    </Page>,
  )
}

function told(record: FoundRecord, lang: 'en' | 'cy' | 'pseudo'): string {
  const t = oversightStrings(lang)
  const words = format(lang)
  const born = record.born && t.bornOn(words.shortDate(new Date(`${record.born}T12:00:00Z`)))
  const number = t.recordNumber(String(record.number))
  const joined = record.records.length > 1 && t.recordsJoined(words.number(record.records.length))
  const facts = [record.name || t.nameErased, born, record.address, number].filter(Boolean)
  return [`${facts.join(', ')}.`, joined].filter(Boolean).join(' ')
}
