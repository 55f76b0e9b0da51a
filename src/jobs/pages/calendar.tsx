// My jobs in my own calendar: the address is made, shown once, replaced or ended; and the feed.
import { systemId } from '../../access/index.ts'
import { listCouncils } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf } from '../../web/request.ts'
import { endCalendar, makeCalendar } from '../domain/own-calendar.ts'
import { writeCalendar } from '../domain/write-calendar.ts'
import { calendarEntries, calendarOwner, newSecret } from '../store/calendar.ts'
import { calendarStrings } from './calendar-strings.ts'

export function CalendarPart({ madeAt }: { madeAt: Date | undefined }) {
  const lang = useLang()
  const t = calendarStrings(lang)
  return (
    <section class="ds-section ds-noprint">
      <h2 class="ds-h2">{t.title}</h2>
      <p>{t.lead}</p>
      {madeAt && <p>{t.madeOn(format(lang).date(madeAt))}</p>}
      <div class="ds-acts">
        <Press action="/my/jobs/calendar" words={madeAt ? t.makeNew : t.make} />
        {madeAt && <Press action="/my/jobs/calendar/end" words={t.end} />}
      </div>
    </section>
  )
}

function Press({ action, words }: { action: string; words: string }) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="command" value={newId()} />
      <button type="submit" class="ds-button ds-button--second">
        {words}
      </button>
    </form>
  )
}

/** POST /my/jobs/calendar: pressed again, the form makes no second address. */
export async function makeMine(c: Ctx) {
  const form = await formOf(c)
  const { secret, hash } = newSecret()
  const done = await actFor(c, makeCalendar, { id: form.commandId(), input: { hash } })
  if (isRefusal(done)) {
    return done.refused === 'id-reuse' ? c.redirect('/my/jobs', 303) : refusalPage(c, done)
  }
  return madePage(c, `/calendar/${c.var.actor.council}.${secret}.ics`)
}

async function madePage(c: Ctx, path: string) {
  const context = await pageContext(c, '/my/jobs')
  const t = calendarStrings(context.lang)
  const origin = c.req.header('origin') ?? new URL(c.req.url).origin
  const crumbs = [{ href: '/my/jobs', label: t.back }, { label: t.made }]
  return c.html(
    <Page context={context} title={t.made} breadcrumbs={crumbs}>
      <h1 class="ds-h1">{t.made}</h1>
      <p>
        <strong>{t.once}</strong>
      </p>
      <p>{t.how}</p>
      <label class="govuk-label" for="address">
        {t.address}
      </label>
      <textarea class="govuk-textarea" id="address" rows={3} readonly>
        {new URL(path, origin).toString()}
      </textarea>
    </Page>,
  )
}

/** POST /my/jobs/calendar/end */
export async function endMine(c: Ctx) {
  const form = await formOf(c)
  const done = await actFor(c, endCalendar, { id: form.commandId(), input: {} })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect('/my/jobs?saved=1', 303)
}

/** GET /calendar/:secret: a calendar has no session, so the address alone opens it. */
export async function showCalendar(c: Ctx) {
  const [named = '', secret = '', end] = (c.req.param('secret') ?? '').split('.')
  const { node } = c.var
  const council = (await listCouncils(node)).find(one => one.id === named)
  if (!council || end !== 'ics') return notFoundPage(c)
  const now = node.clock.now()
  const at = { council: council.id, actor: systemId }
  const entries = await node.store.transaction(at, async tx => {
    const volunteer = await calendarOwner(tx, council.id, secret)
    return volunteer && calendarEntries(tx, council.id, { volunteer, now })
  })
  if (!entries) return notFoundPage(c)
  c.header('content-type', 'text/calendar; charset=utf-8')
  c.header('cache-control', 'private, no-store')
  return c.body(writeCalendar('Doorstep', entries))
}
