// Who has been reached, and who has not? The whole page of a campaign, from its figures.
import type { Child } from 'hono/jsx'
import { Live, liveScript, liveStyle } from '../../live/index.ts'
import { calendarDay, format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { fill, useLang } from '../../pages/strings/index.ts'
import { type TakeAddress, TakeLinks } from '../../web/take-links.tsx'
import { asOfText } from '../domain/as-of.ts'
import type { CoverageModel } from '../domain/model.ts'
import { AsOfBar, AsOfError, type AsOfProblemShown } from './as-of-bar.tsx'
import { CoverageHeadline } from './coverage-headline.tsx'
import { coverageWords } from './coverage-strings.ts'
import { SumSection } from './coverage-sum.tsx'
import { attribution } from './map-places.ts'
import { PrintLine } from './print-line.tsx'
import { RestsPanel } from './rests-panel.tsx'
import { SafetySection } from './safety-section.tsx'
import { StepsPanel } from './steps-section.tsx'
import { pictureWords } from './strings.ts'
import { WaitingSection } from './waiting-section.tsx'
import { WhereSection } from './where-section.tsx'

export type CoverageViewProps = {
  context: PageContext
  model: CoverageModel
  /** The figures as they were drawn before, if they still hold. */
  drawn?: Child
  /** What is not in the figures yet, such as sheets of paper that are out. */
  beside?: readonly Child[]
  wrong?: AsOfProblemShown | undefined
  take?: TakeAddress | undefined
  /** For whoever may read proofs of this campaign. */
  proofs?: { readonly mayIssue: boolean } | undefined
}

export function CoverageView(props: CoverageViewProps) {
  const { context, model, drawn, beside = [], wrong, take, proofs } = props
  const t = coverageWords(context.lang)
  const words = pictureWords(context.lang)
  const { campaign } = model
  const crumbs = [
    { href: '/campaigns', label: words.campaigns },
    { label: campaign.name },
    { label: words.coverage },
  ]
  return (
    <Page
      context={context}
      title={t.title}
      breadcrumbs={crumbs}
      hasErrors={wrong !== undefined}
      attribution={attribution}
      scripts={[liveScript]}
      styles={[liveStyle]}
    >
      <PrintLine
        context={context}
        what={t.what(campaign.name)}
        at={model.at ?? model.now}
        now={model.now}
      />
      <AsOfError wrong={wrong} />
      <CoverageHeadline model={model} />
      <Moment model={model} wrong={wrong} />
      {model.at === null && (
        <Live
          may="picture.read"
          kinds={['reach', 'lists']}
          since={model.logSeq}
          here={context.path}
        />
      )}
      {!wrong && (drawn ?? <CoverageFigures model={model} />)}
      {!wrong && <>{[...beside]}</>}
      {!wrong && proofs && <ProofLinks campaign={campaign.id} mayIssue={proofs.mayIssue} />}
      {!wrong && <TakeLinks at={take} />}
    </Page>
  )
}

function ProofLinks({ campaign, mayIssue }: { campaign: string; mayIssue: boolean }) {
  const t = coverageWords(useLang())
  return (
    <p class="ds-acts ds-noprint">
      {mayIssue && (
        <a class="ds-button ds-button--second" href={`/campaigns/${campaign}/prove`}>
          {t.prove}
        </a>
      )}{' '}
      <a href={`/proofs?campaign=${campaign}`}>{t.proofs}</a>
    </p>
  )
}

/** Everything under the headline. */
export function CoverageFigures({ model }: { model: CoverageModel }) {
  return (
    <>
      <SumSection model={model} />
      <SafetySection model={model} />
      <WaitingSection model={model} />
      <WhereSection model={model} />
      <section class="ds-section" aria-labelledby="h-how">
        <div class="ds-cols ds-cols--2-1">
          <StepsPanel model={model} />
          <RestsPanel model={model} />
        </div>
      </section>
    </>
  )
}

function Moment({ model, wrong }: { model: CoverageModel; wrong: AsOfProblemShown | undefined }) {
  const lang = useLang()
  const t = pictureWords(lang).asOf
  const { campaign, round, at, now } = model
  const days = calendarDay(at ?? now) - calendarDay(campaign.openedAt) + 1
  const log = fill(t.logEntry, { n: format(lang).number(model.logSeq) })
  return (
    <AsOfBar
      path={`/campaigns/${campaign.id}/coverage`}
      at={at}
      now={now}
      {...(campaign.rounds.length > 1 ? { keep: { round: `${round.number}` } } : {})}
      wrong={wrong}
      end={
        <>
          {days > 0 && `${t.day(days)} `}
          {log}
        </>
      }
    >
      <Rounds model={model} />
    </AsOfBar>
  )
}

/** One link a round; the one that is shown is plain. */
function Rounds({ model }: { model: CoverageModel }) {
  const t = pictureWords(useLang()).asOf
  const { campaign, round, at } = model
  if (campaign.rounds.length < 2) return null
  const href = (number: number) => {
    const query = new URLSearchParams({ round: `${number}` })
    if (at !== null) query.set('at', asOfText(at))
    return `/campaigns/${campaign.id}/coverage?${query}`
  }
  return (
    <div class="ds-asof__quick">
      <span>{t.round}</span>
      {campaign.rounds.map(one =>
        one.id === round.id ? <b>{one.number}</b> : <a href={href(one.number)}>{one.number}</a>,
      )}
    </div>
  )
}
