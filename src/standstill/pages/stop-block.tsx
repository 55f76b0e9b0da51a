// Where all is stopped: the ink block that says so wherever somebody would go on.
import { format } from '../../pages/format.ts'
import type { Lang } from '../../pages/strings/index.ts'
import type { StoppedHere } from '../store/is-stopped.ts'
import { standstillStrings } from './strings.ts'

type Shown = { readonly stopped: StoppedHere; readonly now: number; readonly lang: Lang }

/** `isTyped`: somebody is at a form, and nothing of it is lost. */
export function AllStopped({ stopped, now, lang, isTyped }: Shown & { isTyped?: boolean }) {
  const t = standstillStrings(lang)
  const { placeName, reason, by, at } = stopped
  return (
    <div class="ds-stops ds-stops--one ds-section" role="alert">
      <div class="ds-stop">
        <Octagon />
        <div>
          <b>{t.here(placeName ?? t.wholeCouncil)}</b>
          <span>{t.hereBody}</span>
          {reason && <span>{t.why(reason)}</span>}
          <span>{isTyped ? t.typed : t.refuses}</span>
          <span class="ds-small">{t.since(format(lang).near(at, now), by)}</span>
        </div>
      </div>
    </div>
  )
}

export function Octagon() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d="M6 1h8l5 5v8l-5 5H6l-5-5V6z" fill="var(--ds-paper)" />
      <path d="M5.5 10h9" stroke="var(--ds-ink)" stroke-width="3" />
    </svg>
  )
}
