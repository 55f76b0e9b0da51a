// Who looked at this one record, in this month, and why?
import { referenceOf } from '../../access/index.ts'
import { isId } from '../../kernel/ids.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext } from '../../pages/strings/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { recordById } from '../store/find-record.ts'
import { monthsOfLooks, whoLooked } from '../store/who-looked.ts'
import { Looks, nextAddress } from './looks.tsx'
import { Months, monthWords, ReportForm } from './record-parts.tsx'
import { oversightStrings } from './strings.ts'

export async function showRecord(c: Ctx) {
  const person = c.req.param('person') ?? ''
  const month = monthOf(c.req.query('month'))
  const after = c.req.query('after') ?? ''
  const known = await reading(c, 'oversight.audit', async (tx, scope) => {
    const record = isId(person) ? await recordById(tx, scope, person) : undefined
    if (!record) return undefined
    const { records } = record
    const filter = { records, ...daysOfMonth(month), after: isId(after) ? after : null }
    return {
      record,
      months: await monthsOfLooks(tx, scope, records),
      looks: await whoLooked(tx, scope, filter),
    }
  })
  if (!known) return notFoundPage(c)
  const { record, months, looks } = known
  const context = await pageContext(c, '/reads')
  const t = oversightStrings(context.lang)
  const reference = referenceOf(record.root)
  const looksAddress = `/reads/people/${person}/looks`
  const crumbs = [{ href: '/reads', label: t.reads }, { label: reference }]
  return c.html(
    <Page context={context} title={t.record} breadcrumbs={crumbs}>
      <LangContext.Provider value={context.lang}>
        <h1 class="ds-h1">{t.recordHeadline(reference)}</h1>
        <h2 class="ds-h2">{month ? t.inMonth(monthWords(context.lang, month)) : t.latest}</h2>
        <Looks looks={looks} next={nextAddress(c, looks)} isOfOne />
        {looks.length > 0 && <TakeLinks at={takeAddress(c, 'oversight.take', looksAddress)} />}
        <Months record={record.root} months={months} />
        <ReportForm record={record} why={{ reason: '', caseNumber: '' }} />
      </LangContext.Provider>
    </Page>,
  )
}

function monthOf(asked: string | undefined): string | undefined {
  return /^\d{4}-(0[1-9]|1[0-2])$/.exec(asked ?? '')?.[0]
}

/** Both days are in it; without a month, every day is. */
export function daysOfMonth(asked: string | undefined): { from?: string; until?: string } {
  const month = monthOf(asked)
  return month ? { from: `${month}-01`, until: lastDayOf(month) } : {}
}

export function lastDayOf(month: string): string {
  const [year = 0, nth = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, nth, 0)).toISOString().slice(0, 10)
}
