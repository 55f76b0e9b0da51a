// The page of a round: how long, how far, each stop in its order, and what is not on it and why.
import type { OwnJob } from '../../jobs/index.ts'
import { getJobKind } from '../../jobs/index.ts'
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { type Lang, LangContext, useLang } from '../../pages/strings/index.ts'
import type { PlannedStop } from '../domain/plan-round.ts'
import type { RoundSeen } from '../store/round.ts'
import { mapStyle, RoundMap } from './round-map.tsx'
import { roundStrings } from './strings.ts'

export type RoundShown = {
  readonly seen: RoundSeen
  /** The address of the page, and where a job of it is opened. */
  readonly here: string
  readonly jobsAt: '/my/jobs' | '/jobs'
  readonly crumb: { readonly href: string; readonly label: string }
  readonly isSaved: boolean
}

export function RoundPage({ context, shown }: { context: PageContext; shown: RoundShown }) {
  const { lang } = context
  const t = roundStrings(lang)
  const { seen, jobsAt, crumb } = shown
  const { round, means } = seen
  const title = jobsAt === '/my/jobs' ? t.title : t.titleOf
  const { time } = format(lang)
  const { stops, metres, endsAt } = round
  return (
    <Page
      context={context}
      title={title}
      breadcrumbs={[crumb, { label: title }]}
      styles={[mapStyle]}
    >
      <LangContext.Provider value={lang}>
        {shown.isSaved && (
          <p class="ds-next" role="status">
            {t.saved}
          </p>
        )}
        <h1 class="ds-h1">
          {stops.length === 0
            ? t.none
            : t.headline(stops.length, metresShown(lang, metres), time(endsAt))}
        </h1>
        {stops.length > 0 && (
          <p class="ds-quiet">
            {t.by[means]}. {round.isGuessed ? t.guessed : t.straight}
          </p>
        )}
        {round.moved.length > 0 && <p class="ds-att">{t.moved(round.moved.length)}</p>}
        {stops.length > 0 && <Stops {...shown} />}
        {stops.length > 0 && <Keep {...shown} />}
        <RoundMap round={round} />
        <LeftOut {...shown} />
      </LangContext.Provider>
    </Page>
  )
}

/** To ten metres; a guess is no more exact than that. */
function metresShown(lang: Lang, metres: number): string {
  const t = roundStrings(lang)
  const { number } = format(lang)
  if (metres < 2_000) return t.metres(number(Math.round(metres / 10) * 10))
  return t.kilometres(number(Math.round(metres / 100) / 10))
}

function Stops({ seen, jobsAt }: RoundShown) {
  const t = roundStrings(useLang())
  return (
    <table class="ds-table ds-section">
      <caption class="govuk-visually-hidden">{t.caption}</caption>
      <thead>
        <tr>
          <th scope="col" class="ds-number">
            {t.nth}
          </th>
          <th scope="col">{t.what}</th>
          <th scope="col">{t.about}</th>
          <th scope="col" class="ds-wide">
            {t.neededBy}
          </th>
        </tr>
      </thead>
      <tbody>
        {seen.round.stops.map((stop, nth) => (
          <StopRow {...{ seen, stop, nth, jobsAt }} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = Pick<RoundShown, 'seen' | 'jobsAt'> & {
  readonly stop: PlannedStop
  readonly nth: number
}

function StopRow({ seen, stop, nth, jobsAt }: RowProps) {
  const lang = useLang()
  const { time, near } = format(lang)
  const held = seen.held.find(({ job }) => job.id === stop.id)
  return (
    <tr>
      <td class="ds-number">{nth + 1}</td>
      <th scope="row">
        {held ? (
          <>
            <a href={`${jobsAt}/${held.job.id}`}>{getJobKind(held.job.kind).label}</a>
            <span class="ds-under">
              {[held.facts?.name, held.facts?.address, held.facts?.postcode]
                .filter(Boolean)
                .join(', ')}
            </span>
          </>
        ) : (
          <ShopCell seen={seen} name={stop.id} />
        )}
      </th>
      <td>{time(stop.at)}</td>
      <td class="ds-wide">{held && near(held.job.dueAt, seen.now)}</td>
    </tr>
  )
}

function ShopCell({ seen, name }: { seen: RoundSeen; name: string }) {
  const t = roundStrings(useLang())
  const { round, shopOf } = seen
  const doors = round.stops.filter(({ id }) => shopOf.get(id) === name)
  return (
    <>
      {name}
      <span class="ds-under">{t.fetchFor(doors.length)}</span>
    </>
  )
}

function Keep({ seen, here }: RoundShown) {
  const t = roundStrings(useLang())
  const visits = seen.round.stops.filter(({ kind }) => kind === 'visit')
  return (
    <form method="post" action={here} class="ds-noprint">
      <input type="hidden" name="command" value={newId()} />
      {visits.map(({ id, at }) => (
        <>
          <input type="hidden" name="job" value={id} />
          <input type="hidden" name="at" value={`${Math.round(at)}`} />
        </>
      ))}
      <p class="ds-quiet">{seen.hasKept ? t.kept : t.keepNote}</p>
      <p class="ds-acts">
        <button type="submit" class="ds-button">
          {t.keep}
        </button>
      </p>
    </form>
  )
}

function LeftOut({ seen, jobsAt }: RoundShown) {
  const t = roundStrings(useLang())
  const { round, held, later, atHome } = seen
  const left = round.left.flatMap(({ job, reason }) => {
    const own = held.find(one => one.job.id === job)
    return own ? [{ job: own.job, why: t.reasons[reason] }] : []
  })
  const rows = [
    ...left,
    ...atHome.map(job => ({ job, why: t.atHome })),
    ...later.map(job => ({ job, why: t.later })),
  ]
  if (rows.length === 0) return null
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.left}</h2>
      <ul class="ds-list">
        {rows.map(({ job, why }) => (
          <LeftRow {...{ job, why, jobsAt, now: seen.now }} />
        ))}
      </ul>
    </section>
  )
}

type LeftProps = { job: OwnJob; why: string; jobsAt: string; now: number }

function LeftRow({ job, why, jobsAt, now }: LeftProps) {
  const lang = useLang()
  return (
    <li>
      <a href={`${jobsAt}/${job.id}`}>{getJobKind(job.kind).label}</a>
      <span class="ds-under">
        {why} ({format(lang).near(job.dueAt, now)})
      </span>
    </li>
  )
}
