// The page of a job that somebody holds: who, where, how to be safe, and what to press next.
import { format } from '../../pages/format.ts'
import { ErrorSummary } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { shownPhone } from '../../people/index.ts'
import { getJobKind } from '../domain/kinds.ts'
import type { Facts, OwnJob } from '../store/own-jobs.ts'
import { MyActs, WorryOnJob } from './my-acts.tsx'
import { myJobStrings } from './my-strings.ts'
import { OfferFacts } from './offer-view.tsx'

export type MyJobShown = {
  readonly job: OwnJob
  readonly facts: Facts | undefined
  /** The word that the household chose: shown here alone, never on paper or in a file. */
  readonly word: string | undefined
  readonly isAllStopped: boolean
  readonly now: number
  readonly isNameMissing: boolean
  readonly isSaved: boolean
  readonly isWorry: boolean
}

export function MyJobPage({ context, shown }: { context: PageContext; shown: MyJobShown }) {
  const t = myJobStrings(context.lang)
  const { job, facts, isNameMissing, isSaved, isWorry } = shown
  const { label } = getJobKind(job.kind)
  const crumbs = [{ href: '/my/jobs', label: t.title }, { label }]
  const wrong = [{ href: '#handedTo', text: t.handedToMissing }]
  return (
    <Page context={context} title={label} breadcrumbs={crumbs} hasErrors={isNameMissing}>
      <LangContext.Provider value={context.lang}>
        {isNameMissing && <ErrorSummary errorList={wrong} />}
        {(isSaved || isWorry) && (
          <p class="ds-next" role="status">
            {isWorry ? t.passedOn : t.saved}
          </p>
        )}
        <h1 class="ds-h1">{facts?.name ? t.forWhom(label, facts.name) : label}</h1>
        {shown.isAllStopped && (
          <p class="ds-att" role="alert">
            <b>{t.allStopped}</b>
          </p>
        )}
        {job.people === 2 && <p class="ds-care">{job.isHalf ? t.waitsForSecond : t.takesTwo}</p>}
        {facts ? <Door {...shown} facts={facts} /> : <OfferFacts offer={job} now={shown.now} />}
        <Clock {...shown} />
        <MyActs {...shown} />
        {job.person && <WorryOnJob job={job.id} />}
        <HowTo kind={job.kind} />
      </LangContext.Provider>
    </Page>
  )
}

function Door({ job, facts, word }: MyJobShown & { facts: Facts }) {
  const t = myJobStrings(useLang())
  const { facts: known, where } = getJobKind(job.kind)
  const has = (name: (typeof known)[number]) => known.includes(name)
  const items = (facts.items ?? '').split('\n').filter(line => line.trim() !== '')
  return (
    <div class="ds-section">
      {has('address') && (
        <address>
          {facts.address}, {facts.postcode}
        </address>
      )}
      {where === 'door' && (
        <p>
          {t.askFirst} {word && <b>{t.word(word)}</b>}
        </p>
      )}
      {facts.safety && (
        <p class="ds-care">
          <b>{t.safety}:</b> {facts.safety}
        </p>
      )}
      {job.care.map(one => (
        <p class="ds-care">{t.cares[one]}</p>
      ))}
      {has('from') && facts.from && (
        <p>
          <b>{t.from}:</b> {facts.from}
        </p>
      )}
      {has('items') && items.length > 0 && (
        <>
          <h2 class="ds-h2">{t.items}</h2>
          <ul class="ds-list">
            {items.map(line => (
              <li>{line}</li>
            ))}
          </ul>
        </>
      )}
      {has('phone') && facts.phone && (
        <p>
          <a class="ds-button ds-button--second" href={`tel:${facts.phone}`}>
            {t.ring} {shownPhone(facts.phone)}
          </a>
        </p>
      )}
    </div>
  )
}

function Clock({ job, facts, now }: MyJobShown) {
  const lang = useLang()
  const t = myJobStrings(lang)
  const { near } = format(lang)
  const says = [t.by(near(job.dueAt, now))]
  if (job.state === 'claimed' && job.claimUntil) says.push(t.claimEnds(near(job.claimUntil, now)))
  if (job.begunAt) says.push(t.setOutAt(near(job.begunAt, now)))
  if (job.state === 'done') says.push(t.doneAlready)
  if (job.state === 'failed') says.push(t.failedAlready)
  if (job.endedAt && facts) says.push(t.gone(near(facts.until, now)))
  if (job.homeBy && !job.homeAt) says.push(t.homeBy(near(job.homeBy, now)))
  return <p>{says.join(' ')}</p>
}

function HowTo({ kind }: { kind: string }) {
  const t = myJobStrings(useLang())
  const { steps, rules, safely } = getJobKind(kind)
  const stops = [...safely.stop, ...(safely.weather === 'any' ? [] : [t.weather])]
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.steps}</h2>
      <ol class="govuk-list govuk-list--number">
        {steps.map(step => (
          <li>{step}</li>
        ))}
      </ol>
      {rules.length > 0 && <Lines title={t.rules} lines={rules} />}
      <Lines title={t.stopWhen} lines={stops} />
    </section>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <>
      <h2 class="ds-h2">{title}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {lines.map(line => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  )
}
