// What is mine today? Promises first on a phone, then the gap, who is being handled, my streets.
import { Live, liveScript, liveStyle } from '../../live/index.ts'
import { format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { fill, LangContext, useLang } from '../../pages/strings/index.ts'
import {
  DuePanel,
  GapLine,
  gapOf,
  MyStreets,
  pictureStyle,
  type VillageModel,
  waitingIn,
} from '../../picture/index.ts'
import { Figure } from './figure.tsx'
import { type Mine, villagesShownMax } from './mine.tsx'
import { Asked, Jobs, Worries } from './mine-panels.tsx'
import { mineWords } from './mine-strings.ts'

export type MineShown = Mine & {
  readonly reader: string
  /** One for each village; null for whoever may take no street. */
  readonly commandIds: readonly string[] | null
}

type Shown = { readonly shown: MineShown }

export function MineView({ context, shown }: Shown & { context: PageContext }) {
  const t = mineWords(context.lang)
  const { models } = shown
  return (
    <Page
      context={context}
      title={t.title}
      styles={[pictureStyle, liveStyle]}
      scripts={[liveScript]}
    >
      <LangContext.Provider value={context.lang}>
        <Headline shown={shown} />
        <Live
          may="today.mine"
          kinds={['reach', 'needs', 'places', 'concerns', 'escalations']}
          since={shown.since}
          here="/today/mine"
        />
        <div class="ds-cols ds-cols--2-1">
          <div class="ds-stack">
            {models.map((model, nth) => (
              <InVillage model={model} shown={shown} commandId={shown.commandIds?.[nth] ?? null} />
            ))}
            <More shown={shown} />
            <div>
              <Worries shown={shown} />
            </div>
            <div>{shown.jobs && <Jobs jobs={shown.jobs} now={shown.now} />}</div>
          </div>
          <div class="ds-stack">
            {models.map(model => (
              <MyStreets
                model={model}
                reader={shown.reader}
                here={`/villages/${model.village.id}`}
                mayHand={shown.commandIds !== null}
              />
            ))}
            <Asked shown={shown} />
          </div>
        </div>
      </LangContext.Provider>
    </Page>
  )
}

function Headline({ shown }: Shown) {
  const t = mineWords(useLang())
  const { models, villages, jobs, worries } = shown
  const sum = (of: (model: VillageModel) => number) => models.reduce((all, one) => all + of(one), 0)
  const left = sum(({ total }) => total.untried + total.tried)
  const [only] = models.length === 1 && villages.length === 1 ? models : []
  const href = only ? waitingIn(only) : '/villages'
  return (
    <h1 class="ds-h1 ds-headline">
      <span class="ds-headline__first">
        {models.length === 0
          ? t.nothingCounted
          : fill(t.left(left), {
              left: <Figure n={left} href={href} />,
              listed: String(sum(({ total }) => total.listed)),
            })}
      </span>
      <span class="ds-headline__rest">
        {jobs && <a href="#h-jobs">{t.jobs(jobs.length)}</a>}{' '}
        <a href="#h-worries">{t.handled(worries.length)}</a>
      </span>
    </h1>
  )
}

type InVillageProps = Shown & { model: VillageModel; commandId: string | null }

function InVillage({ model, shown, commandId }: InVillageProps) {
  const { village, due, zones } = model
  const gap = gapOf(zones)
  return (
    <>
      {shown.models.length > 1 && (
        <h2 class="ds-h2">
          <a href={`/villages/${village.id}`}>{village.name}</a>
        </h2>
      )}
      <DuePanel due={due} now={shown.now} village={village.id} />
      <div>{gap && <GapLine model={model} gap={gap} commandId={commandId} />}</div>
    </>
  )
}

function More({ shown }: Shown) {
  const lang = useLang()
  const t = mineWords(lang)
  const more = shown.villages.length - villagesShownMax
  if (more <= 0) return null
  return (
    <p>
      <a href="/villages">{t.more(more, format(lang).number(more))}</a>
    </p>
  )
}
