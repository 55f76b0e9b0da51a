// What do the tiles mean, and how many places stand so?
import { format } from '../format.ts'
import { fill } from '../strings/fill.tsx'
import { useLang } from '../strings/language.ts'
import { pictureStrings } from '../strings/words/pictures.ts'
import { type MapPlace, type PlaceState, placesIn } from './place-state.ts'
import { edges } from './tile-map.tsx'

export type PlaceKeyProps = {
  places: readonly MapPlace[]
  /** Where the places in a state are listed. */
  href: (state: PlaceState) => string
}

export function PlaceKey({ places, href }: PlaceKeyProps) {
  const lang = useLang()
  const t = pictureStrings(lang)
  const words = {
    untried: t.tilesUntried,
    tried: t.tilesTried,
    done: t.tilesDone,
    none: t.tilesNone,
  }
  const states = ['untried', 'tried', 'done', 'none'] as const
  return (
    <ul class="ds-key">
      {states.map(state => (
        <li>
          <Swatch state={state} />
          <span>
            {fill(words[state], {
              n: <a href={href(state)}>{format(lang).number(placesIn(places, state))}</a>,
            })}
          </span>
        </li>
      ))}
      <li class="ds-quiet">{t.tilesNumber}</li>
    </ul>
  )
}

function Swatch({ state }: { state: PlaceState }) {
  return (
    <svg width="20" height="18" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="18" height="16" {...edges[state]} />
      {(state === 'untried' || state === 'tried') && (
        <rect x="1" y="9" width="18" height="8" fill={`url(#p-${state})`} />
      )}
      {state === 'done' && (
        <path d="M5 9l3.5 3.5 6.5-7.5" fill="none" stroke="var(--ds-accent)" stroke-width="2" />
      )}
    </svg>
  )
}
