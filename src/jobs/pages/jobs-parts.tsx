// The parts of the page of jobs: what is shown, the rows, and how the villages stand.
import { dayMs } from '../../kernel/clock.ts'
import { format } from '../../pages/format.ts'
import { Icon } from '../../pages/sprite.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { urgencies } from '../domain/terms.ts'
import { type Asked, type Job, type JobCounts, shows } from '../store/queries.ts'
import { hasNobody, isLate, jobLabel, type Names, stateShown, whoHas, whomFor } from './labels.ts'
import { jobStrings } from './strings.ts'

export function Filter({ asked }: { asked: Asked }) {
  const t = jobStrings(useLang())
  return (
    <nav aria-label={t.showing} class="ds-filter ds-section ds-noprint">
      {shows.map(show => (
        <Choice href={hrefOf({ ...asked, show })} isChosen={asked.show === show}>
          {t.shows[show]}
        </Choice>
      ))}
      <span aria-hidden="true">|</span>
      <Choice href={hrefOf({ ...asked, urgency: undefined })} isChosen={!asked.urgency}>
        {t.everyUrgency}
      </Choice>
      {urgencies.map(urgency => (
        <Choice href={hrefOf({ ...asked, urgency })} isChosen={asked.urgency === urgency}>
          {t.urgency[urgency]}
        </Choice>
      ))}
    </nav>
  )
}

type ChoiceProps = {
  readonly href: string
  readonly isChosen: boolean
  readonly children: string
}

function Choice({ href, isChosen, children }: ChoiceProps) {
  return isChosen ? <b aria-current="true">{children}</b> : <a href={href}>{children}</a>
}

function hrefOf({ show, urgency, village }: Asked): string {
  const query = new URLSearchParams()
  if (show !== 'open') query.set('show', show)
  if (urgency) query.set('urgency', urgency)
  if (village) query.set('village', village)
  return query.size === 0 ? '/jobs' : `/jobs?${query}`
}

type Rows = { readonly rows: readonly Job[]; readonly names: Names; readonly now: number }

export function JobsTable({ rows, names, now }: Rows) {
  const t = jobStrings(useLang())
  if (rows.length === 0) return <p class="ds-section">{t.nothingHere}</p>
  return (
    <table class="ds-table ds-section">
      <caption class="govuk-visually-hidden">{t.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.job}</th>
          <th scope="col" class="ds-wide">
            {t.forWhom}
          </th>
          <th scope="col">{t.neededBy}</th>
          <th scope="col" class="ds-number ds-wide">
            {t.openFor}
          </th>
          <th scope="col">{t.who}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(job => (
          <Row {...{ job, names, now }} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ job, names, now }: { job: Job; names: Names; now: number }) {
  const lang = useLang()
  const t = jobStrings(lang)
  const words = format(lang)
  const whom = `${whomFor(t, job)}${job.village ? `, ${job.village}` : ''}`
  const age = (job.endedAt?.getTime() ?? now) - job.offeredAt.getTime()
  return (
    <tr>
      <th scope="row">
        <a href={`/jobs/${job.id}`}>{jobLabel(job.kind)}</a>
        <span class="ds-narrow-only ds-under">{whom}</span>
      </th>
      <td class="ds-wide">{whom}</td>
      <td>
        {words.near(job.dueAt, now)}
        {isLate(job, now) && (
          <span class="ds-under">
            <b class="ds-status--attention">{t.isLate}</b>
          </span>
        )}
      </td>
      <td class="ds-number ds-wide">{words.days(age / dayMs)}</td>
      <td>
        <Who {...{ job, names, now }} />
      </td>
    </tr>
  )
}

function Who({ job, names, now }: { job: Job; names: Names; now: number }) {
  const t = jobStrings(useLang())
  const state = stateShown(t, job, now)
  if (job.endedAt) return <>{state}</>
  if (hasNobody(job, now)) {
    const isHalf = state === t.half
    return (
      <b class="ds-status ds-status--attention">
        <Icon name="needs" /> {isHalf ? state : t.nobodyYet}
      </b>
    )
  }
  return (
    <>
      {whoHas(t, job, names)}
      <span class="ds-under ds-quiet">{state}</span>
    </>
  )
}

export function VillagesTable({ rows }: { rows: JobCounts['byVillage'] }) {
  const lang = useLang()
  const t = jobStrings(lang)
  const { number } = format(lang)
  if (rows.length < 2) return null
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.villages}</h2>
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col">{t.village}</th>
            <th scope="col" class="ds-number">
              {t.openCount}
            </th>
            <th scope="col" class="ds-number">
              {t.nobodyCount}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ village, name, open, nobody }) => (
            <tr>
              <th scope="row">
                <a href={`/jobs?village=${village}`}>{name}</a>
              </th>
              <td class="ds-number">{number(open)}</td>
              <td class="ds-number">{number(nobody)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
