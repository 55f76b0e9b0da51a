// What does a caller see of somebody whom nobody may ring? The stop, why, and the next person.
import { format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import type { Call } from '../store/find-call.ts'
import type { Stop } from '../store/stops-of.ts'
import { callStyle } from './call-style.ts'
import { stoppedStrings } from './stopped-strings.ts'

type Shown = {
  readonly context: PageContext
  readonly call: Call
  readonly stops: readonly Stop[]
  readonly now: number
  /** What was saved just before, when the stop came in between. */
  readonly saved: { readonly words: string } | undefined
  /** Some who ring may not read a person's page. */
  readonly mayRead: boolean
}

export function StoppedPage({ context, call, stops, now, saved, mayRead }: Shown) {
  const t = stoppedStrings(context.lang)
  const { name, id } = call.person
  return (
    <Page context={context} title={t.title} styles={[callStyle]}>
      {saved && (
        <div class="ds-flash" role="status">
          <b>{t.kept}</b> {t.keptBody(saved.words)}
        </div>
      )}
      <h1 class="ds-h1 ds-headline">{t.heading(name)}</h1>
      <Stops stops={stops} now={now} />
      <p class="ds-tight">{t.wrong}</p>
      <p class="ds-acts">
        <a class="ds-button" href="/call">
          {t.next}
        </a>{' '}
        {mayRead && <a href={`/people/${id}`}>{t.about(name)}</a>}
      </p>
    </Page>
  )
}

/** Above a form whose words are kept. */
export function StoppedMeanwhile({ stops, now }: { stops: readonly Stop[]; now: number }) {
  const t = stoppedStrings(useLang())
  if (stops.length === 0) return null
  return (
    <div class="ds-stopped" role="alert">
      <h2 class="ds-h3">{t.typed}</h2>
      <Stops stops={stops} now={now} />
      <p>{t.typedBody}</p>
    </div>
  )
}

export function Stops({ stops, now }: { stops: readonly Stop[]; now: number }) {
  const lang = useLang()
  const t = stoppedStrings(lang)
  return (
    <div class="ds-stops ds-stops--one">
      {stops.map(({ flag, at, by }) => {
        const when = format(lang).near(at, now)
        return (
          <div class="ds-stop">
            <Octagon />
            <div>
              <b>{t.stops[flag]}</b>
              <span>{t.why[flag]}</span>
              <span class="ds-small">{by ? t.since(when, by) : t.sinceAlone(when)}</span>
            </div>
          </div>
        )
      })}
    </div>
  )
}

function Octagon() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d="M6 1h8l5 5v8l-5 5H6l-5-5V6z" fill="var(--ds-paper)" />
      <path d="M5.5 10h9" stroke="var(--ds-ink)" stroke-width="3" />
    </svg>
  )
}
