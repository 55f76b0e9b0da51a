// Which jobs are open, which have nobody, and which wait too long? By urgency and village.
import { recordRead } from '../../access/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import { isId } from '../../kernel/ids.ts'
import { londonDate, londonInstant } from '../../kernel/london.ts'
import { headOf, Live, liveScript, liveStyle } from '../../live/index.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { Sum } from '../../pages/pictures/sum.tsx'
import { LangContext } from '../../pages/strings/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, holds, reading } from '../../web/request.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { type Urgency, urgencies } from '../domain/terms.ts'
import { volunteerNames } from '../store/candidates.ts'
import { type Asked, countJobs, type JobCounts, jobsOf, shows } from '../store/queries.ts'
import { Filter, JobsTable, VillagesTable } from './jobs-parts.tsx'
import { proposeStrings } from './propose-strings.ts'
import { jobStrings } from './strings.ts'

/** What is wrong in the address is not asked for. */
export function askedOf(query: Readonly<Record<string, string>>, now: number): Asked {
  const show = shows.find(one => one === query.show) ?? 'open'
  const urgency = urgencies.find((one): one is Urgency => one === query.urgency)
  const village = isId(query.village) ? query.village : undefined
  return { now, show, urgency, village }
}

/** The first moment of tomorrow in London. */
export function endOfDay(now: number): number {
  const noon = londonInstant(londonDate(now), 12 * 60)
  return londonInstant(londonDate(noon + dayMs), 0)
}

/** GET /jobs */
export async function showJobs(c: Ctx) {
  const seen = await reading(c, 'jobs.read', async (tx, scope, now) => {
    const since = await headOf(tx, scope)
    const asked = askedOf(c.req.query(), now)
    const counts = await countJobs(tx, scope, { now, endOfDay: endOfDay(now) })
    const { total, rows } = await jobsOf(tx, scope, asked)
    const subjects = [...new Set(rows.flatMap(({ person }) => person ?? []))]
    await recordRead(tx, scope, { what: 'list', route: '/jobs', subjects, at: now })
    const names = await volunteerNames(tx, scope.council, rows)
    return { since, asked, counts, total, rows, names, now }
  })
  const context = await pageContext(c, '/jobs')
  const { lang } = context
  const t = jobStrings(lang)
  const { number } = format(lang)
  const { asked, counts, rows, total } = seen
  return c.html(
    <Page context={context} title={t.title} scripts={[liveScript]} styles={[liveStyle]}>
      <LangContext.Provider value={lang}>
        <Headline lang={lang} counts={counts} />
        {counts.nobody > 0 && holds(c, 'jobs.manage') && (
          <p>
            <a href={asked.village ? `/jobs/match?village=${asked.village}` : '/jobs/match'}>
              {proposeStrings(lang).link(counts.nobody, number(counts.nobody))}
            </a>
          </p>
        )}
        <Live may="jobs.read" kinds={['jobs']} since={seen.since} here={context.path} />
        <Parts lang={lang} counts={counts} />
        <Filter asked={asked} />
        <JobsTable rows={rows} names={seen.names} now={seen.now} />
        {rows.length < total && (
          <p class="ds-quiet">{t.more(number(rows.length), number(total))}</p>
        )}
        <TakeLinks at={takeAddress(c, 'jobs.take')} />
        <VillagesTable rows={counts.byVillage} />
      </LangContext.Provider>
    </Page>,
  )
}

type Shown = { readonly lang: 'en' | 'cy' | 'pseudo'; readonly counts: JobCounts }

const openOf = ({ nobody, takenToday, takenLater }: JobCounts) => nobody + takenToday + takenLater

function Headline({ lang, counts }: Shown) {
  const t = jobStrings(lang)
  const { number } = format(lang)
  const { nobody, late, notHome } = counts
  const open = openOf(counts)
  return (
    <>
      <h1 class="ds-h1 ds-headline">
        <span class="ds-headline__first">
          {open === 0 ? t.none : t.headline(open, number(open))}
        </span>
        {nobody > 0 && (
          <span class="ds-headline__rest">{t.nobodyHave(nobody, number(nobody))}</span>
        )}
      </h1>
      {late > 0 && (
        <p>
          <a href="/jobs?show=late">{t.lateHave(late, number(late))}</a>
        </p>
      )}
      {notHome > 0 && (
        <p class="ds-att" role="alert">
          <b class="ds-status--attention">{t.notHome(notHome, number(notHome))}</b>
        </p>
      )}
    </>
  )
}

function Parts({ lang, counts }: Shown) {
  const t = jobStrings(lang)
  const at = (label: string, n: number, href: string) => ({ label, n, href })
  return (
    <Sum
      small
      parts={[
        at(t.sumNobody, counts.nobody, '/jobs?show=nobody'),
        at(t.sumToday, counts.takenToday, '/jobs'),
        at(t.sumLater, counts.takenLater, '/jobs'),
      ]}
      total={at(t.sumOpen, openOf(counts), '/jobs')}
    />
  )
}
