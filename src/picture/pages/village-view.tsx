// How does a village stand, street by street, and which street has nobody?
import type { Child } from 'hono/jsx'
import { Live, liveScript, liveStyle } from '../../live/index.ts'
import { addStyle } from '../../pages/assets.ts'
import { format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { CoverageSum } from '../../pages/pictures/index.ts'
import { fill, useLang } from '../../pages/strings/index.ts'
import { AllStopped, type StoppedHere } from '../../standstill/index.ts'
import { type TakeAddress, TakeLinks } from '../../web/take-links.tsx'
import { asOfText } from '../domain/as-of.ts'
import type { Filter } from '../domain/filter.ts'
import { gapOf } from '../domain/gaps.ts'
import type { VillageModel } from '../domain/model.ts'
import { AsOfBar, AsOfError, type AsOfProblemShown } from './as-of-bar.tsx'
import { linker } from './coverage-headline.tsx'
import { Reasons, Recounted } from './coverage-sum.tsx'
import { DuePanel, UnownedPanel } from './due-panel.tsx'
import { Figure } from './figure.tsx'
import { GapLine } from './gap-line.tsx'
import { MyStreets } from './my-streets.tsx'
import { PrintLine } from './print-line.tsx'
import { StreetsTable } from './streets-table.tsx'
import { pictureWords } from './strings.ts'
import { Elsewhere, type MayHere } from './village-elsewhere.tsx'
import { villageWords } from './village-strings.ts'

export const pictureStyle = addStyle('picture.css', 'src/picture/pages/picture.css')

export type VillageViewProps = {
  context: PageContext
  model: VillageModel
  /** Of the form that takes a street; null where the reader may not take one. */
  commandId: string | null
  showsAll: boolean
  /** The council's log when the figures were read. */
  since: number
  wrong?: AsOfProblemShown | undefined
  take?: TakeAddress | undefined
  may: MayHere
  /** The stop that holds here now. */
  stopped?: StoppedHere | undefined
  /** What other capabilities say of it. */
  parts: readonly Child[]
  /** Whose streets are theirs. */
  reader: string
}

export function VillageView(props: VillageViewProps) {
  const { context, model, commandId, wrong, showsAll, since, take, may, reader } = props
  const t = villageWords(context.lang)
  const crumbs = [
    { href: '/villages', label: pictureWords(context.lang).villages },
    { label: model.village.name },
  ]
  const gap = gapOf(model.zones)
  return (
    <Page
      context={context}
      title={t.title}
      breadcrumbs={crumbs}
      hasErrors={wrong !== undefined}
      styles={[pictureStyle, liveStyle]}
      scripts={[liveScript]}
    >
      <PrintLine
        context={context}
        what={t.what(model.village.name, model.campaign.name)}
        at={model.at ?? model.now}
        now={model.now}
      />
      <AsOfError wrong={wrong} />
      {props.stopped && <AllStopped stopped={props.stopped} now={model.now} lang={context.lang} />}
      <Headline model={model} />
      {gap && <GapLine model={model} gap={gap} commandId={commandId} />}
      <Moment model={model} wrong={wrong} />
      {model.at === null && (
        <Live
          may="picture.read"
          kinds={['reach', 'needs', 'places']}
          since={since}
          place={model.village.id}
          here={context.path}
        />
      )}
      {!wrong && (
        <Figures model={model} showsAll={showsAll} mayHand={commandId !== null} reader={reader} />
      )}
      {!wrong && <TakeLinks at={take} />}
      {[...props.parts]}
      <Elsewhere model={model} may={may} />
    </Page>
  )
}

type FiguresProps = {
  model: VillageModel
  showsAll: boolean
  mayHand: boolean
  reader: string
}

function Figures({ model, showsAll, mayHand, reader }: FiguresProps) {
  const link = linker(model)
  const here = `/villages/${model.village.id}?${new URLSearchParams(kept(model))}`
  const restHref = showsAll ? undefined : `${here}&streets=all`
  return (
    <>
      <SumHere model={model} />
      <section class="ds-section" aria-labelledby="h-streets">
        <div class="ds-section__head">
          <StreetsTitle model={model} />
        </div>
        <div class="ds-cols ds-cols--streets">
          <div>
            <StreetsTable model={model} link={link} restHref={restHref} mayHand={mayHand} />
          </div>
          <div class="ds-beside">
            {model.at === null && (
              <DuePanel due={model.due} now={model.now} village={model.village.id} />
            )}
            <MyStreets model={model} reader={reader} />
            <UnownedPanel unowned={model.unowned} now={model.now} />
            <Organisations model={model} />
          </div>
        </div>
      </section>
    </>
  )
}

/** Reached and helped like homes; the page behind it adds one. */
function Organisations({ model }: { model: VillageModel }) {
  const lang = useLang()
  const t = villageWords(lang)
  const { village, organisations } = model
  const href = `/villages/${village.id}/organisations`
  return (
    <section class="ds-panel" aria-labelledby="h-organisations">
      <h2 class="ds-h3" id="h-organisations">
        {t.organisations}
      </h2>
      <p>
        {organisations === 0 ? (
          <>
            {t.noOrganisations} <a href={href}>{t.addOrganisation}</a>
          </>
        ) : (
          <a href={href}>
            {t.organisationsHere(organisations, format(lang).number(organisations))}
          </a>
        )}
      </p>
    </section>
  )
}

function Headline({ model }: { model: VillageModel }) {
  const t = villageWords(useLang())
  const { village, total, zones } = model
  const link = linker(model)
  const gap = gapOf(zones)
  const parts: Record<string, Child> = {
    village: village.name,
    reached: <Figure n={total.reached} href={link({ place: village.id, state: 'reached' })} />,
    listed: <Figure n={total.listed} href={link({ place: village.id })} />,
  }
  return (
    <h1 class="ds-h1 ds-headline">
      <span class="ds-headline__first">
        {fill(total.listed === 0 ? t.nobodyListed : t.reached, parts)}
      </span>
      <span class="ds-headline__rest">
        {gap
          ? fill(gap.others === 0 ? t.untaken : t.untakenMore(gap.others), {
              street: <a href={`#street-${gap.street.id}`}>{gap.street.name}</a>,
            })
          : t.allTaken}
      </span>
    </h1>
  )
}

function Moment({ model, wrong }: { model: VillageModel; wrong: AsOfProblemShown | undefined }) {
  return (
    <AsOfBar
      path={`/villages/${model.village.id}`}
      at={model.at}
      now={model.now}
      keep={{ campaign: model.campaign.id }}
      wrong={wrong}
      end={model.campaign.name}
    />
  )
}

function kept(model: VillageModel): Record<string, string> {
  const campaign = model.campaign.id
  return model.at === null ? { campaign } : { campaign, at: asOfText(model.at) }
}

function SumHere({ model }: { model: VillageModel }) {
  const lang = useLang()
  const t = villageWords(lang)
  const link = linker(model)
  const here = (filter: Filter) => link({ ...filter, place: model.village.id })
  const excused = (
    <Reasons reasons={model.reasons} href={reason => here({ state: 'excused', reason })} />
  )
  return (
    <section class="ds-section ds-section--near" aria-labelledby="h-sum">
      <h2 class="ds-hide" id="h-sum">
        {t.sumTitle}
      </h2>
      <CoverageSum
        counts={model.total}
        href={state => here(state === 'listed' ? {} : { state })}
        notes={{
          listed: t.inHomes(format(lang).number(model.village.homes)),
          ...(model.reasons.length > 0 ? { excused } : {}),
        }}
      />
      <Recounted counts={model.total} recount={model.recount} isWhole />
    </section>
  )
}

function StreetsTitle({ model }: { model: VillageModel }) {
  const t = villageWords(useLang())
  const streets = model.zones.flatMap(zone => zone.streets)
  const taken = streets.filter(street => street.owner !== null).length
  const untried = streets.filter(street => street.counts.untried > 0).length
  return (
    <h2 class="ds-h2" id="h-streets">
      {t.streetsTitle(taken, streets.length)} {t.streetsUntried(untried)}
    </h2>
  )
}
