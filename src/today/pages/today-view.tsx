// What must I do first this morning, and how does everything stand? The whole page.
import { Live, liveScript, liveStyle } from '../../live/index.ts'
import { addStyle } from '../../pages/assets.ts'
import { format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { fill, LangContext, useLang } from '../../pages/strings/index.ts'
import { waitingHref } from '../../picture/index.ts'
import { actsOf } from '../domain/acts.ts'
import { CallsPanel, PromisedPanel } from './calls-panels.tsx'
import { clockOf } from './clock.ts'
import { Figure } from './figure.tsx'
import { HeldSection, ListsPanel } from './lists-panels.tsx'
import { NowList } from './now-list.tsx'
import { todayWords } from './strings.ts'
import type { Shown } from './today.tsx'
import { SilentPanel, StepsPanel, WaitedPanel } from './work-panels.tsx'

const style = addStyle('today.css', 'src/today/pages/today.css')

const live = {
  may: 'today.read',
  kinds: ['reach', 'lists', 'needs', 'concerns'],
  here: '/today?now',
}

export function TodayView({ context, shown }: { context: PageContext; shown: Shown }) {
  const t = todayWords(context.lang)
  const { morning } = shown
  return (
    <Page context={context} title={t.title} styles={[style, liveStyle]} scripts={[liveScript]}>
      <LangContext.Provider value={context.lang}>
        <Headline shown={shown} />
        <Worries shown={shown} />
        <NowList shown={shown} />
        <div class="ds-grid2">
          <WaitedPanel shown={shown} />
          <CallsPanel shown={shown} />
          <PromisedPanel shown={shown} />
          <ListsPanel shown={shown} />
          <StepsPanel shown={shown} />
          <SilentPanel shown={shown} />
        </div>
        <HeldSection shown={shown} />
        <Counted shown={shown} />
        <Live {...live} since={morning.seq} />
      </LangContext.Provider>
    </Page>
  )
}

function Headline({ shown }: { shown: Shown }) {
  const lang = useLang()
  const t = todayWords(lang)
  const show = format(lang)
  const { figures, countedAt } = shown.morning
  const n = actsOf(figures).length
  const starts = Math.min(...figures.calls.callers.map(({ from }) => from))
  const isBefore = Number.isFinite(starts) && show.time(countedAt) < clockOf(starts)
  return (
    <h1 class="ds-h1 ds-headline">
      <span class="ds-headline__first">
        {n === 0 ? t.nothing : isBefore ? t.needYouBefore(n, clockOf(starts)) : t.needYou(n)}
      </span>
      <span class="ds-headline__rest">
        {t.at(show.date(countedAt), show.time(countedAt))} <Waiting shown={shown} />
      </span>
    </h1>
  )
}

function Waiting({ shown }: { shown: Shown }) {
  const t = todayWords(useLang())
  const { waits } = shown.morning.figures
  if (waits === null) return <>{t.noCampaign}</>
  const { campaign, waiting, untried } = waits
  if (waiting === 0) return <>{t.nobodyWaits}</>
  return (
    <>
      {fill(t.waiting(waiting), {
        n: <Figure n={waiting} href={waitingHref(campaign, 'waiting')} />,
        untried: <Figure n={untried} href={waitingHref(campaign, 'untried')} />,
      })}
    </>
  )
}

/** Danger to life comes before every list and call. */
function Worries({ shown }: { shown: Shown }) {
  const t = todayWords(useLang())
  const { open, late } = shown.morning.figures.concerns
  if (late === 0) return null
  const parts = {
    open: <Figure n={open} href="/concerns" />,
    late: <Figure n={late} href="/concerns" />,
  }
  return (
    <div class="ds-care ds-today-care">
      <p>{fill(t.worries(open, late), parts)}</p>
    </div>
  )
}

function Counted({ shown }: { shown: Shown }) {
  const lang = useLang()
  const t = todayWords(lang)
  return (
    <p class="ds-small ds-quiet ds-section">
      {t.counted(format(lang).time(shown.morning.countedAt))} <a href="/today?now">{t.again}</a>
    </p>
  )
}
