// My jobs today: those that I hold, and those that I could do. Before a yes no name and no street.
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { getJobKind } from '../domain/kinds.ts'
import { calendarMadeAt } from '../store/calendar.ts'
import { findMine } from '../store/mine.ts'
import type { Offer, OwnJob } from '../store/own-jobs.ts'
import { CalendarPart } from './calendar.tsx'
import { myJobStrings } from './my-strings.ts'

/** GET /my/jobs */
export async function showMyJobs(c: Ctx) {
  const { mine, madeAt, now } = await reading(c, 'jobs.do', async (tx, scope, at) => {
    const found = await findMine(tx, scope, at)
    const made = found && (await calendarMadeAt(tx, scope.council, found.volunteer.id))
    return { mine: found, madeAt: made, now: at }
  })
  const context = await pageContext(c, '/my/jobs')
  const t = myJobStrings(context.lang)
  return c.html(
    <Page context={context} title={t.title}>
      <LangContext.Provider value={context.lang}>
        {c.req.query('saved') === '1' && (
          <p class="ds-next" role="status">
            {t.saved}
          </p>
        )}
        <h1 class="ds-h1">{mine && mine.own.length > 0 ? t.held(mine.own.length) : t.heldNone}</h1>
        {mine ? (
          <>
            {mine.own.length > 0 && <Rows jobs={mine.own} now={now} />}
            {mine.own.length > 1 && (
              <p>
                <a href="/my/round">{t.round}</a>
              </p>
            )}
            <Offers offers={mine.offers} now={now} />
            <CalendarPart madeAt={madeAt} />
          </>
        ) : (
          <p>{t.notYet}</p>
        )}
      </LangContext.Provider>
    </Page>,
  )
}

function Offers({ offers, now }: { offers: readonly Offer[]; now: number }) {
  const t = myJobStrings(useLang())
  const asked = offers.filter(({ ask }) => ask !== null)
  const free = offers.filter(({ ask }) => ask === null)
  return (
    <>
      {asked.length > 0 && (
        <>
          <h2 class="ds-h2 ds-section">{t.askedOf}</h2>
          <Rows jobs={asked} now={now} />
        </>
      )}
      <h2 class="ds-h2 ds-section">{t.offers}</h2>
      {free.length === 0 && <p>{t.offersNone}</p>}
      <Rows jobs={free} now={now} />
    </>
  )
}

function Rows({ jobs, now }: { jobs: readonly (Offer | OwnJob)[]; now: number }) {
  const lang = useLang()
  const t = myJobStrings(lang)
  const { near } = format(lang)
  return (
    <ul class="ds-list">
      {jobs.map(job => (
        <li>
          <a href={`/my/jobs/${job.id}`}>{getJobKind(job.kind).label}</a>
          <span class="ds-under">
            {t.by(near(job.dueAt, now))} {[job.zone, job.village].filter(Boolean).join(', ')}
          </span>
          {job.people === 2 && (
            <span class="ds-under ds-quiet">{job.isHalf ? t.waitsForSecond : t.takesTwo}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
