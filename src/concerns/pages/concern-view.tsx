// The page of one concern: plain forms, one for each step, one that ends it.
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, Input, Radios, Textarea } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { endings } from '../domain/terms.ts'
import type { ConcernNow } from '../store/read-standings.ts'
import type { ConcernAnswers, ConcernProblem, EndProblem } from './concern-answers.ts'
import { DeskState, whoAnswers } from './concern-parts.tsx'
import { Checklist, Told } from './concern-told.tsx'
import { concernStrings } from './strings.ts'

export type ConcernShown = ConcernNow & {
  readonly now: number
  readonly answers: ConcernAnswers
  readonly problems: readonly ConcernProblem[]
  readonly isMine: boolean
  readonly isSaved: boolean
}

export function ConcernPage({ context, shown }: { context: PageContext; shown: ConcernShown }) {
  const { lang } = context
  const t = concernStrings(lang)
  const { asked, problems } = shown
  const crumbs = [{ href: '/concerns', label: t.title }, { label: t.concern }]
  return (
    <Page context={context} title={t.concern} breadcrumbs={crumbs} hasErrors={problems.length > 0}>
      <LangContext.Provider value={lang}>
        <Problems problems={problems} />
        {shown.isSaved && problems.length === 0 && (
          <p class="ds-next" role="status">
            {t.saved}
          </p>
        )}
        <h1 class="ds-h1">{asked.name === '' ? t.erased : t.about(asked.name)}</h1>
        <Standing {...shown} />
        <p class="ds-section">
          <a href={`/people/${asked.person}`}>{t.person}</a>
        </p>
        <Told worries={shown.worries} now={shown.now} />
        <Checklist {...shown} />
        {shown.standing ? <EndForm {...shown} /> : <HowEnded {...shown} />}
      </LangContext.Provider>
    </Page>
  )
}

function wordsOf(t: ReturnType<typeof concernStrings>, problem: ConcernProblem): string {
  return typeof problem === 'string' ? t[problem] : t.wordsMissing(t.steps[problem.step])
}

function Problems({ problems }: Pick<ConcernShown, 'problems'>) {
  const t = concernStrings(useLang())
  if (problems.length === 0) return null
  const hrefOf = (problem: ConcernProblem) =>
    typeof problem === 'string' ? `#${fields[problem]}` : `#words-${problem.step}`
  const errorList = problems.map(one => ({ href: hrefOf(one), text: wordsOf(t, one) }))
  return <ErrorSummary errorList={errorList} />
}

const fields: Readonly<Record<EndProblem, string>> = {
  endingMissing: 'ending',
  evidenceMissing: 'evidence',
  evidenceTooLong: 'evidence',
  confirmedByMissing: 'confirmedBy',
  confirmedByTooLong: 'confirmedBy',
}

/** Who answers, by when, and the button that takes it. */
function Standing({ standing, asked, now, isMine, ...known }: ConcernShown) {
  const lang = useLang()
  const t = concernStrings(lang)
  if (!standing) return null
  const { near } = format(lang)
  const by = near(standing.dueAt, now)
  const isTaken = asked.answeredAt !== null
  return (
    <>
      <div class="ds-now">
        <p>
          {standing.isDanger && <b class="ds-status--attention">{t.danger}. </b>}
          <b>{t.answersNow(whoAnswers(t, standing.answerable, known))}</b>
          <br />
          {isTaken ? t.byEnd(by) : t.bySoon(by)}{' '}
          {standing.answerable.isLate && <b class="ds-status--attention">{t.isLate}</b>}
        </p>
        {(!isMine || !isTaken) && (
          <form class="ds-now__do" method="post" action={`/concerns/${asked.id}/take`}>
            <input type="hidden" name="command" value={newId()} />
            <button type="submit" class="ds-button">
              {t.take}
            </button>
          </form>
        )}
      </div>
      <DeskState desk={known.desk} now={now} />
    </>
  )
}

function EndForm({ asked, answers, problems }: ConcernShown) {
  const t = concernStrings(useLang())
  const wrong = (...codes: EndProblem[]) => {
    const code = codes.find(one => problems.includes(one))
    return code ? { errorMessage: { text: t[code] } } : {}
  }
  const legend = { text: t.ending, classes: 'govuk-fieldset__legend--s' }
  return (
    <section class="ds-section" aria-labelledby="h-end">
      <h2 class="ds-h2" id="h-end">
        {t.end}
      </h2>
      <p>{t.endLead}</p>
      <form class="ds-form" method="post" action={`/concerns/${asked.id}/end`} novalidate>
        <input type="hidden" name="command" value={newId()} />
        <Radios
          name="ending"
          fieldset={{ legend }}
          value={answers.ending}
          items={endings.map(value => ({ value, text: t.endings[value] }))}
          {...wrong('endingMissing')}
        />
        <Textarea
          name="evidence"
          rows={3}
          label={t.evidence}
          value={answers.evidence}
          {...wrong('evidenceMissing', 'evidenceTooLong')}
        />
        <Input
          name="confirmedBy"
          label={t.confirmedBy}
          hint={t.confirmedByHint}
          value={answers.confirmedBy}
          {...wrong('confirmedByMissing', 'confirmedByTooLong')}
        />
        <Button text={t.endIt} preventDoubleClick />
      </form>
    </section>
  )
}

function HowEnded({ asked, now }: ConcernShown) {
  const lang = useLang()
  const t = concernStrings(lang)
  const { ending, endedAt, endedByName, evidence, confirmedBy } = asked
  if (ending === null || endedAt === null) return null
  const when = format(lang).near(endedAt, now)
  return (
    <section class="ds-section" aria-labelledby="h-ended">
      <h2 class="ds-h2" id="h-ended">
        {t.end}
      </h2>
      <p>
        <b>{t.ended(t.endings[ending], endedByName ?? t.nobody, when)}</b>
      </p>
      <p>{evidence === null ? t.wasErased : t.said(evidence)}</p>
      {confirmedBy !== null && <p>{t.confirmed(confirmedBy)}</p>}
    </section>
  )
}
