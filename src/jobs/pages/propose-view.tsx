// The page of a village's proposal: each job, whom to ask, why; who is left over and why.
import type { Id } from '../../kernel/ids.ts'
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { Notice } from '../../pages/notice.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import type { Suggested } from '../domain/match.ts'
import type { LeftJob, Proposed, ProposedJob } from '../store/propose.ts'
import type { Job, JobCounts } from '../store/queries.ts'
import { jobLabel, whomFor } from './labels.ts'
import { proposeStrings } from './propose-strings.ts'
import { barWords, reasonWords } from './reasons.ts'
import { jobStrings } from './strings.ts'

type Said = { readonly asked: number; readonly not: number }

type Shown = {
  readonly village: Id
  readonly name: string
  readonly proposal: Proposed
  readonly now: number
  readonly said: Said
}

export function ProposalPage({ context, shown }: { context: PageContext; shown: Shown }) {
  const t = proposeStrings(context.lang)
  const { number } = format(context.lang)
  const { proposal, name, said } = shown
  const { given, left, waiting } = proposal
  const crumbs = [{ href: '/jobs', label: jobStrings(context.lang).title }, { label: t.title }]
  return (
    <Page context={context} title={t.title} breadcrumbs={crumbs}>
      <LangContext.Provider value={context.lang}>
        <SaidWords {...said} />
        <h1 class="ds-h1 ds-headline">
          <span class="ds-headline__first">
            {t.headline(given.length, number(given.length), name)}
          </span>
          {left.length > 0 && (
            <span class="ds-headline__rest">{t.leftOver(left.length, number(left.length))}</span>
          )}
        </h1>
        {given.length + left.length < waiting && (
          <p class="ds-quiet">{t.more(number(given.length + left.length), number(waiting))}</p>
        )}
        {given.length > 0 && <AskForm {...shown} />}
        {left.length > 0 && <LeftTable {...shown} />}
      </LangContext.Provider>
    </Page>
  )
}

function SaidWords({ asked, not }: Said) {
  const lang = useLang()
  const t = proposeStrings(lang)
  const { number } = format(lang)
  if (asked + not === 0) return null
  return (
    <p class="ds-next" role="status">
      {t.askedNow(asked, number(asked))} {not > 0 && t.notAsked(not, number(not))}
    </p>
  )
}

function AskForm({ village, proposal, now }: Shown) {
  const lang = useLang()
  const t = proposeStrings(lang)
  const { given, names } = proposal
  const times = Map.groupBy(
    given.flatMap(({ asked }) => asked),
    ({ volunteer }) => volunteer,
  )
  const most = Math.max(0, ...[...times.values()].map(all => all.length))
  const idle = [...times.values()].filter(([one]) =>
    one?.reasons.some(({ code }) => code === 'no-job-lately'),
  )
  return (
    <form method="post" action="/jobs/match" class="ds-section">
      <input type="hidden" name="command" value={newId()} />
      <input type="hidden" name="village" value={village} />
      <p>{t.fair(times.size, most, idle.length)}</p>
      <table class="ds-table">
        <caption class="govuk-visually-hidden">{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.job}</th>
            <th scope="col">{t.ask}</th>
            <th scope="col" class="ds-wide">
              {t.why}
            </th>
          </tr>
        </thead>
        <tbody>
          {given.map(one => (
            <GivenRow {...{ one, names, now }} />
          ))}
        </tbody>
      </table>
      <Notice>{t.next}</Notice>
      <p class="ds-acts">
        <button type="submit" class="ds-button">
          {t.askAll}
        </button>
      </p>
    </form>
  )
}

type GivenProps = {
  readonly one: ProposedJob
  readonly names: ReadonlyMap<Id, string>
  readonly now: number
}

function GivenRow({ one, names, now }: GivenProps) {
  const lang = useLang()
  const { job, asked } = one
  return (
    <tr>
      <th scope="row">
        <JobCell {...{ job, now }} />
        <input type="hidden" name="job" value={job.id} />
      </th>
      <td>
        {asked.map((suggested, nth) => (
          <Choose {...{ one, suggested, nth, names }} />
        ))}
      </td>
      <td class="ds-wide">
        {asked.map(({ reasons }) => (
          <span class="ds-under">{reasonWords(lang, reasons).join(', ')}</span>
        ))}
      </td>
    </tr>
  )
}

function JobCell({ job, now }: { job: Job; now: number }) {
  const lang = useLang()
  const t = jobStrings(lang)
  return (
    <>
      <a href={`/jobs/${job.id}/match`}>{jobLabel(job.kind)}</a>
      <span class="ds-under">
        {whomFor(t, job)}, {format(lang).near(job.dueAt, now)}
      </span>
    </>
  )
}

type ChooseProps = Omit<GivenProps, 'now'> & { readonly suggested: Suggested; readonly nth: number }

function Choose({ one, suggested, nth, names }: ChooseProps) {
  const lang = useLang()
  const t = proposeStrings(lang)
  const { job, others } = one
  const ids = new Set([suggested.volunteer, ...others.map(({ volunteer }) => volunteer)])
  const label = t.whom(nth + 1, `${jobLabel(job.kind)}, ${whomFor(jobStrings(lang), job)}`)
  return (
    <select class="govuk-select" name={`to-${job.id}`} aria-label={label}>
      {[...ids].map(id => (
        <option value={id} selected={id === suggested.volunteer}>
          {names.get(id) ?? ''}
        </option>
      ))}
      <option value="">{t.nobody}</option>
    </select>
  )
}

function LeftTable({ proposal, now }: Shown) {
  const t = proposeStrings(useLang())
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.leftTitle}</h2>
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col">{t.job}</th>
            <th scope="col">{t.leftWhy}</th>
          </tr>
        </thead>
        <tbody>
          {proposal.left.map(one => (
            <tr>
              <th scope="row">
                <JobCell job={one.about} now={now} />
              </th>
              <td>
                <LeftWords one={one} hasVolunteers={proposal.volunteers > 0} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function LeftWords({ one, hasVolunteers }: { one: LeftJob; hasVolunteers: boolean }) {
  const lang = useLang()
  const t = proposeStrings(lang)
  const bars = barWords(lang, one.bars)
  return (
    <>
      {hasVolunteers ? t.leftReasons[one.reason] : t.noVolunteers}
      {bars.length > 0 && <span class="ds-under">{bars.join(' ')}</span>}
    </>
  )
}

type VillagesProps = {
  readonly context: PageContext
  readonly villages: JobCounts['byVillage']
  readonly said: Said
}

export function VillagesPage({ context, villages, said }: VillagesProps) {
  const { lang } = context
  const t = proposeStrings(lang)
  const jobs = jobStrings(lang)
  const { number } = format(lang)
  const crumbs = [{ href: '/jobs', label: jobs.title }, { label: t.title }]
  return (
    <Page context={context} title={t.title} breadcrumbs={crumbs}>
      <LangContext.Provider value={lang}>
        <SaidWords {...said} />
        <h1 class="ds-h1">{villages.length === 0 ? t.none : t.choose}</h1>
        {villages.length > 0 && (
          <table class="ds-table ds-section">
            <caption class="govuk-visually-hidden">{t.choose}</caption>
            <thead>
              <tr>
                <th scope="col">{jobs.village}</th>
                <th scope="col" class="ds-number">
                  {jobs.nobodyCount}
                </th>
              </tr>
            </thead>
            <tbody>
              {villages.map(({ village, name, nobody }) => (
                <tr>
                  <th scope="row">
                    <a href={`/jobs/match?village=${village}`}>{name}</a>
                  </th>
                  <td class="ds-number">{number(nobody)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </LangContext.Provider>
    </Page>
  )
}
