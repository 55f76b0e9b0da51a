// What does whoever takes a call need to see first? That it is no try of ours, and what is open.
import { type Need, needLabel } from '../../needs/index.ts'
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { Stop } from '../store/stops-of.ts'
import { inboundStrings } from './inbound-strings.ts'
import { Stops } from './stopped-view.tsx'

type Props = {
  readonly stops: readonly Stop[]
  readonly needs: readonly Need[]
  readonly now: number
}

export function TheyRang({ stops, needs, now }: Props) {
  const lang = useLang()
  const t = inboundStrings(lang)
  return (
    <section class="ds-panel ds-tight" aria-labelledby="h-rang">
      <h2 class="ds-h3" id="h-rang">
        {t.theyRang}
      </h2>
      {stops.length > 0 && <Stops stops={stops} now={now} />}
      <p>{stops.length > 0 ? t.stoppedBody : t.theyRangBody}</p>
      {needs.length > 0 && (
        <>
          <p>
            <b>{t.openNeeds(needs.length)}</b>
          </p>
          <ul>
            {needs.map(need => (
              <li>{`${needLabel(need, lang)}, ${format(lang).near(need.foundAt, now)}`}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
