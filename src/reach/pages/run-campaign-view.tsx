// The page of whoever runs a campaign: its rounds, a new one, and whom the rule names since.
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, Select, Textarea } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { type OutNow, OutPlaces } from '../../works/index.ts'
import type { Named } from '../store/campaign-choices.ts'
import type { Run, RunRound } from '../store/find-run.ts'
import { campaignStrings } from './campaign-strings.ts'
import { Again, Closed, Ending, type ReasonProblem } from './close-campaign-parts.tsx'
import { HandOver } from './hand-over-campaign.tsx'
import { moreStrings } from './more-strings.ts'
import { RunFacts } from './run-campaign-facts.tsx'

export type RoundAnswers = { readonly reason: string; readonly answerable: string }
export type RoundProblems = {
  readonly reason?: 'reasonMissing' | 'reasonLong'
  readonly answerable?: 'ownerMissing'
}

export type RunProps = {
  context: PageContext
  run: Run
  owners: readonly Named[]
  /** Where something does not work now. */
  out: readonly OutNow[]
  now: number
  answers: RoundAnswers
  problems: RoundProblems
  /** What is wrong with why it ends or begins again. */
  wrongReason?: ReasonProblem | undefined
}

export function RunPage(props: RunProps) {
  const { context, run, problems } = props
  const t = campaignStrings(context.lang)
  const coverage = `/campaigns/${run.campaign}/coverage`
  const crumbs = [
    { href: '/campaigns', label: t.campaigns },
    { href: coverage, label: run.title },
    { label: t.runTitle },
  ]
  const wrong = problemsShown(props)
  return (
    <Page context={context} title={t.runTitle} breadcrumbs={crumbs} hasErrors={wrong.length > 0}>
      {wrong.length > 0 && <ErrorSummary errorList={wrong} />}
      <h1 class="ds-h1 ds-headline">{t.run(run.title)}</h1>
      <p class="ds-tight">
        {t.answers}: <b>{run.answerableName}</b>. <a href={coverage}>{t.coverage}</a>{' '}
        <a href={`/campaigns/${run.campaign}/script`}>{t.script}</a>
      </p>
      <HandOver {...props} />
      <RunFacts run={run} now={props.now} />
      <OutPlaces out={props.out} lang={context.lang} />
      <Rounds run={run} />
      <div class="ds-section ds-cols ds-cols--2-1">
        {run.closedAt ? <Closed run={run} /> : <NextRound {...props} problems={problems} />}
        <div>
          {!run.closedAt && <Newcomers run={run} />}
          <Again run={run} />
        </div>
      </div>
      <Ending run={run} wrong={props.wrongReason} />
    </Page>
  )
}

function problemsShown({ context, problems, wrongReason }: RunProps) {
  const t = campaignStrings(context.lang)
  return [
    problems.reason && {
      text: problems.reason === 'reasonLong' ? t.reasonLong : t.reasonMissing,
      href: '#reason',
    },
    problems.answerable && { text: t.wrong.ownerMissing, href: '#answerable' },
    wrongReason && { text: moreStrings(context.lang)[wrongReason], href: '#why' },
  ].filter(one => one !== undefined)
}

function Rounds({ run }: { run: Run }) {
  const t = campaignStrings(useLang())
  return (
    <section class="ds-section" aria-labelledby="h-rounds">
      <h2 class="ds-h2" id="h-rounds">
        {t.rounds}
      </h2>
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col">{t.roundColumn}</th>
            <th scope="col" class="ds-wide">
              {t.started}
            </th>
            <th scope="col">{t.reason}</th>
            <th scope="col" class="ds-number">
              {t.listed}
            </th>
          </tr>
        </thead>
        <tbody>
          {run.rounds.map(round => (
            <RoundRow run={run} round={round} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function RoundRow({ run, round }: { run: Run; round: RunRound }) {
  const lang = useLang()
  const t = campaignStrings(lang)
  const { number, listed, startedAt } = round
  const query = `round=${number}`
  return (
    <tr>
      <th scope="row">
        <a href={`/campaigns/${run.campaign}/coverage?${query}`}>{t.round(number)}</a>
      </th>
      <td class="ds-wide ds-nowrap">{format(lang).shortDate(startedAt)}</td>
      <td>{round.reason ?? (number === 1 ? t.firstRound : '')}</td>
      <td class="ds-number">
        <a href={`/campaigns/${run.campaign}/members?${query}`}>{format(lang).number(listed)}</a>
      </td>
    </tr>
  )
}

function NextRound({ context, run, owners, answers, problems }: RunProps) {
  const t = campaignStrings(context.lang)
  const { number } = format(context.lang)
  const last = run.rounds.at(-1)
  const again = (last?.listed ?? 0) - (last?.excused ?? 0)
  const next = (last?.number ?? 0) + 1
  const reason = problems.reason === 'reasonLong' ? t.reasonLong : t.reasonMissing
  return (
    <section aria-labelledby="h-next">
      <h2 class="ds-h2" id="h-next">
        {t.nextRound(next)}
      </h2>
      <p class="ds-tight">{t.asksAgain(again, number(again), number(last?.excused ?? 0))}</p>
      <p class="ds-quiet">{t.roundKept}</p>
      <form
        class="ds-form ds-tight"
        method="post"
        action={`/campaigns/${run.campaign}/rounds`}
        novalidate
      >
        <input type="hidden" name="command" value={newId()} />
        <input type="hidden" name="round" value={newId()} />
        <input type="hidden" name="number" value={next} />
        <Textarea
          id="reason"
          name="reason"
          rows={2}
          value={answers.reason}
          label={{ text: t.whyRound }}
          hint={{ text: t.whyRoundHint }}
          {...(problems.reason ? { errorMessage: { text: reason } } : {})}
        />
        <Select
          id="answerable"
          name="answerable"
          value={answers.answerable}
          label={{ text: t.owner }}
          items={[
            { value: '', text: t.ownerNone },
            ...owners.map(owner => ({ value: owner.id, text: owner.name })),
          ]}
          {...(problems.answerable ? { errorMessage: { text: t.wrong.ownerMissing } } : {})}
        />
        <Button text={t.nextRound(next)} preventDoubleClick />
      </form>
    </section>
  )
}

/** Added after the round began, such as a shop, or homes of a new street. */
function Newcomers({ run }: { run: Run }) {
  const lang = useLang()
  const t = campaignStrings(lang)
  const { newcomers } = run
  return (
    <section class="ds-panel" aria-labelledby="h-new" id="newcomers">
      <h2 class="ds-h3" id="h-new">
        {t.newcomers}
      </h2>
      <p data-newcomers={newcomers}>
        {newcomers === 0
          ? t.newcomersNone
          : t.newcomersSome(newcomers, format(lang).number(newcomers))}
      </p>
      {newcomers > 0 && (
        <form method="post" action={`/campaigns/${run.campaign}/newcomers`}>
          <input type="hidden" name="command" value={newId()} />
          <button class="ds-button ds-button--second" type="submit">
            {t.bringIn}
          </button>
        </form>
      )}
    </section>
  )
}
