// The page of whom to ask for one job: the best three with reasons, and who was asked already.
import type { Id } from '../../kernel/ids.ts'
import { newId } from '../../kernel/ids.ts'
import { addScript } from '../../pages/assets.ts'
import { format } from '../../pages/format.ts'
import { Keys } from '../../pages/keys.tsx'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import type { Best, Suggested } from '../domain/match.ts'
import type { Ask } from '../store/asks.ts'
import type { WholeJob } from '../store/queries.ts'
import { jobLabel, whomFor } from './labels.ts'
import { matchStrings } from './match-strings.ts'
import { barWords, reasonWords } from './reasons.ts'
import { jobStrings } from './strings.ts'

const keysScript = addScript('match-keys.js', 'src/jobs/pages/client/match-keys.ts')

export type MatchShown = {
  readonly job: WholeJob
  /** Undefined: nobody is needed any more. */
  readonly found: Best | undefined
  readonly names: ReadonlyMap<Id, string>
  readonly asks: readonly Ask[]
  readonly now: number
  readonly said: 'asked' | 'noted' | undefined
}

export function MatchPage({ context, shown }: { context: PageContext; shown: MatchShown }) {
  const t = matchStrings(context.lang)
  const jobs = jobStrings(context.lang)
  const { job, found, said } = shown
  const crumbs = [
    { href: '/jobs', label: jobs.title },
    { href: `/jobs/${job.id}`, label: jobLabel(job.kind) },
    { label: t.title },
  ]
  return (
    <Page context={context} title={t.title} breadcrumbs={crumbs} scripts={[keysScript]}>
      <LangContext.Provider value={context.lang}>
        {said && (
          <p class="ds-next" role="status">
            {said === 'asked' ? t.askedNow : t.noted}
          </p>
        )}
        <h1 class="ds-h1">{t.headline(jobLabel(job.kind))}</h1>
        <Short {...shown} />
        {found ? <BestToAsk {...shown} found={found} /> : <p class="ds-section">{t.taken}</p>}
        <WasAsked {...shown} />
        {found && <Keys more={[{ keys: ['1', '2', '3'], does: t.keyAsk }]} />}
      </LangContext.Provider>
    </Page>
  )
}

function Short({ job, now }: MatchShown) {
  const lang = useLang()
  const t = jobStrings(lang)
  return (
    <dl class="ds-facts">
      <dt>{t.forWhom}</dt>
      <dd>{[whomFor(t, job), job.village].filter(Boolean).join(', ')}</dd>
      <dt>{t.neededBy}</dt>
      <dd>{format(lang).near(job.dueAt, now)}</dd>
      <dt>{t.vetting}</dt>
      <dd>{t.vettings[job.vetting]}</dd>
    </dl>
  )
}

function BestToAsk({ job, found, names }: MatchShown & { found: Best }) {
  const lang = useLang()
  const t = matchStrings(lang)
  const bars = barWords(lang, found.bars)
  const isEmpty = found.best.length === 0
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.best}</h2>
      {isEmpty && <p class="ds-att">{bars.length === 0 ? t.nobodyNear : t.bestNone}</p>}
      {!isEmpty && <p class="ds-quiet">{job.people === 2 ? t.leadTwo : t.lead}</p>}
      {!isEmpty && (
        <form method="post" action={`/jobs/${job.id}/ask`} data-keys="match">
          <input type="hidden" name="command" value={newId()} />
          <ol class="ds-list">
            {found.best.map((one, nth) => (
              <Suggestion {...{ one, nth }} name={names.get(one.volunteer) ?? ''} />
            ))}
          </ol>
        </form>
      )}
      {bars.length > 0 && (
        <details class="ds-open" open={isEmpty}>
          <summary>{t.others}</summary>
          <ul class="ds-list">
            {bars.map(words => (
              <li>{words}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

type One = { readonly one: Suggested; readonly nth: number; readonly name: string }

function Suggestion({ one, nth, name }: One) {
  const lang = useLang()
  const t = matchStrings(lang)
  return (
    <li>
      <b>{name}</b>
      <span class="ds-under">{reasonWords(lang, one.reasons).join(', ')}</span>
      <p class="ds-acts">
        <button
          type="submit"
          class={nth === 0 ? 'ds-button' : 'ds-button ds-button--second'}
          name="volunteer"
          value={one.volunteer}
          data-key={`${nth + 1}`}
        >
          {t.ask(name)} <span class="ds-kbd" aria-hidden="true">{`${nth + 1}`}</span>
        </button>
      </p>
    </li>
  )
}

function WasAsked({ job, asks, now, found }: MatchShown) {
  const lang = useLang()
  const t = matchStrings(lang)
  const { near } = format(lang)
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.asked}</h2>
      {asks.length === 0 && <p class="ds-quiet">{t.askedNone}</p>}
      <ul class="ds-list">
        {asks.map(ask => (
          <li>
            <b>{ask.name}</b>
            <span class="ds-under">
              {answerWords(lang, ask, now)} ({near(ask.askedAt, now)})
            </span>
            {found && ask.answer === null && <Rung {...{ ask, job: job.id }} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

type Lang = Parameters<typeof matchStrings>[0]

function answerWords(lang: Lang, { answer, until }: Ask, now: number): string {
  const t = matchStrings(lang)
  if (answer) return t.answers[answer]
  return until.getTime() > now ? t.waits(format(lang).near(until, now)) : t.silent
}

/** Whoever has no app is rung: what they say is put in here. */
function Rung({ ask, job }: { ask: Ask; job: Id }) {
  const t = matchStrings(useLang())
  const { name, phone, hasApp } = ask
  return (
    <>
      {!hasApp && <span class="ds-under">{phone ? t.ring(phone) : t.ringNone}</span>}
      <div class="ds-acts">
        <form method="post" action={`/jobs/${job}/give`}>
          <input type="hidden" name="command" value={newId()} />
          <input type="hidden" name="volunteer" value={ask.volunteer} />
          <button type="submit" class="ds-button ds-button--second">
            {t.saidYes(name)}
          </button>
        </form>
        <form method="post" action={`/jobs/${job}/decline`}>
          <input type="hidden" name="command" value={newId()} />
          <button type="submit" class="ds-button ds-button--second" name="ask" value={ask.id}>
            {t.saidNo(name)}
          </button>
        </form>
      </div>
    </>
  )
}
