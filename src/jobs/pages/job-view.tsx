// The page of one job: what, for whom, by when; who has it; what can be done now; its line.
import type { Id } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { ErrorSummary } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { getJobKind } from '../domain/kinds.ts'
import type { JobStep, WholeJob } from '../store/queries.ts'
import { JobActs } from './job-acts.tsx'
import { hasNobody, isLate, jobLabel, type Names, stateShown, whoHas, whomFor } from './labels.ts'
import { jobStrings } from './strings.ts'

export const jobProblems = ['handedToMissing', 'reasonMissing', 'volunteerMissing'] as const
export type JobProblem = (typeof jobProblems)[number]

const fieldOf: Readonly<Record<JobProblem, string>> = {
  handedToMissing: 'handedTo',
  reasonMissing: 'reason',
  volunteerMissing: 'volunteer',
}

export type JobShown = {
  readonly job: WholeJob
  readonly steps: readonly JobStep[]
  readonly names: Names
  readonly choices: readonly { readonly id: Id; readonly name: string }[]
  readonly now: number
  readonly problems: readonly JobProblem[]
  readonly isSaved: boolean
  readonly mayManage: boolean
  readonly mayOpen: boolean
  readonly mayPlan: boolean
}

export function JobPage({ context, shown }: { context: PageContext; shown: JobShown }) {
  const t = jobStrings(context.lang)
  const { job, problems, mayOpen } = shown
  const crumbs = [{ href: '/jobs', label: t.title }, { label: t.one }]
  const errorList = problems.map(code => ({ href: `#${fieldOf[code]}`, text: t[code] }))
  return (
    <Page context={context} title={t.one} breadcrumbs={crumbs} hasErrors={problems.length > 0}>
      <LangContext.Provider value={context.lang}>
        {problems.length > 0 && <ErrorSummary errorList={errorList} />}
        {shown.isSaved && (
          <p class="ds-next" role="status">
            {t.saved}
          </p>
        )}
        <h1 class="ds-h1">{jobLabel(job.kind)}</h1>
        <WhoHasIt {...shown} />
        <Facts {...shown} />
        {job.person && mayOpen && (
          <p>
            <a href={`/people/${job.person}`}>{t.person}</a>
          </p>
        )}
        {job.state === 'done' && job.need && <p class="ds-next">{t.checkNeed}</p>}
        {shown.mayManage && <JobActs {...shown} />}
        <HowTo kind={job.kind} />
        <Line {...shown} />
      </LangContext.Provider>
    </Page>
  )
}

function WhoHasIt({ job, names, now, mayPlan }: JobShown) {
  const lang = useLang()
  const t = jobStrings(lang)
  const { near } = format(lang)
  const who = whoHas(t, job, names)
  const state = stateShown(t, job, now)
  return (
    <>
      <p>
        {hasNobody(job, now) ? (
          <b class="ds-status ds-status--attention">{job.volunteer ? state : t.nobodyYet}</b>
        ) : (
          <b>{state}</b>
        )}
        {who && `: ${who}`}
      </p>
      {mayPlan && job.volunteer && job.endedAt === null && (
        <p>
          <a href={`/volunteers/${job.volunteer}/round`}>{t.roundLink}</a>
        </p>
      )}
      {job.state === 'claimed' && job.claimUntil && (
        <p class="ds-quiet">{t.claimEnds(near(job.claimUntil, now))}</p>
      )}
      {job.homeBy && (
        <p class={job.homeAt || job.homeBy.getTime() > now ? 'ds-quiet' : 'ds-att'}>
          {job.homeAt ? t.homeSince(near(job.homeAt, now)) : t.homeBy(near(job.homeBy, now))}
        </p>
      )}
    </>
  )
}

function Facts({ job, now }: JobShown) {
  const lang = useLang()
  const t = jobStrings(lang)
  const { near } = format(lang)
  const late = isLate(job, now) ? ` (${t.isLate})` : ''
  const reasons = { ...t.fails, ...t.releases }
  const rows: readonly (readonly [string, string | null])[] = [
    [t.forWhom, whomFor(t, job)],
    [t.village, job.village],
    [t.neededBy, `${near(job.dueAt, now)}${late}`],
    [t.howSoon, t.urgency[job.urgency]],
    [t.sizeOf, t.sizes[job.size]],
    [t.items, job.items?.replaceAll('\n', '; ') ?? null],
    [t.from, job.from],
    [t.safety, job.safety],
    [t.care, job.care.map(one => t.cares[one]).join('. ') || null],
    [t.vetting, t.vettings[job.vetting]],
    [t.people, job.people === 2 ? t.two : t.oneGoes],
    [t.failWhy, job.reason ? reasons[job.reason as keyof typeof reasons] : null],
    [t.handedTo, job.handedTo],
    [t.note, job.note],
  ]
  return (
    <dl class="ds-facts ds-section">
      {rows.map(([name, value]) => {
        if (!value) return null
        return (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        )
      })}
    </dl>
  )
}

function HowTo({ kind }: { kind: string }) {
  const t = jobStrings(useLang())
  const { steps, rules, safely } = getJobKind(kind)
  return (
    <details class="ds-open">
      <summary>{t.steps}</summary>
      <ol>
        {steps.map(step => (
          <li>{step}</li>
        ))}
      </ol>
      <h3 class="ds-h3">{t.rules}</h3>
      <ul>
        {rules.map(rule => (
          <li>{rule}</li>
        ))}
      </ul>
      <h3 class="ds-h3">{t.stopWhen}</h3>
      <ul>
        {safely.stop.map(stop => (
          <li>{stop}</li>
        ))}
      </ul>
    </details>
  )
}

function Line({ steps, names, now }: JobShown) {
  const lang = useLang()
  const t = jobStrings(lang)
  const whys: Readonly<Record<string, string>> = { ...t.backs, ...t.fails, ...t.releases }
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.line}</h2>
      <ul class="ds-list">
        {steps.map(one => (
          <li>
            <b>{t.stepsDone[one.step as 'offered']}</b>
            {one.volunteer && `: ${whoHas(t, one, names)}`}
            <span class="ds-under">
              {format(lang).near(one.at, now)}, {one.by ?? t.itself}
              {one.why && `: ${whys[one.why]}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
