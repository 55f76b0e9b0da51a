// Where are the places really? The district's outline, with a mark wherever somebody is waiting.
import { format } from '../format.ts'
import { useLang } from '../strings/language.ts'
import { pictureStrings } from '../strings/words/pictures.ts'
import { round } from './lengths.ts'
import { chooseLabels } from './map-labels.ts'
import { type MapPlace, placeNumber, placeState } from './place-state.ts'
import { placeTitle } from './place-title.ts'

export type MapShape = { viewBox: string; outline: string; wardLines: string }
export type TrueMapProps = { shape: MapShape; places: readonly MapPlace[] }

const narrowWidth = 328
const labelsMax = { wide: 10, narrow: 5 }

export function TrueMap({ shape, places }: TrueMapProps) {
  const [, , width = 1] = shape.viewBox.split(' ').map(Number)
  return (
    <>
      <div class="ds-picture ds-picture--wide">
        <Drawn shape={shape} places={places} scale={1} labels={labelsMax.wide} />
      </div>
      <div class="ds-picture ds-picture--narrow">
        <Drawn
          shape={shape}
          places={places}
          scale={narrowWidth / width}
          labels={labelsMax.narrow}
        />
      </div>
    </>
  )
}

type DrawnProps = TrueMapProps & { scale: number; labels: number }

function Drawn({ shape, places, scale, labels }: DrawnProps) {
  const t = pictureStrings(useLang())
  const [, , width = 1, height = 1] = shape.viewBox.split(' ').map(n => round(Number(n) * scale))
  const scaled = places.map(place => ({ ...place, map: scaledPoint(place.map, scale) }))
  const waiting = scaled.filter(isWaiting)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing that is a group of links.
    <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={t.mapLabel(places.length)}>
      <g transform={`scale(${Math.round(scale * 1000) / 1000})`} stroke-linejoin="round">
        <path d={shape.outline} fill="var(--ds-wash)" stroke="var(--ds-ink)" stroke-width="1.4" />
        <path d={shape.wardLines} fill="none" stroke="var(--ds-line)" stroke-width="1" />
      </g>
      <path
        d={scaled
          .filter(place => !isWaiting(place))
          .map(dot)
          .join('')}
        {...dots}
      />
      {waiting.map(place => (
        <Point place={place} />
      ))}
      <Labels places={waiting} width={width} most={labels} />
    </svg>
  )
}

const dots = {
  stroke: 'var(--ds-line-strong)',
  'stroke-width': '5.2',
  'stroke-linecap': 'round',
  fill: 'none',
}

function dot({ map }: MapPlace): string {
  return `M${map.x} ${map.y}h0`
}

function isWaiting({ counts }: MapPlace): boolean {
  const state = placeState(counts)
  return state === 'untried' || state === 'tried'
}

function scaledPoint({ x, y }: MapPlace['map'], scale: number): MapPlace['map'] {
  return { x: round(x * scale), y: round(y * scale) }
}

/** Square: somebody not yet tried. Ring: all tried, no answer yet. */
function Point({ place }: { place: MapPlace }) {
  const { x, y } = place.map
  const name = placeTitle(useLang(), place)
  const isUntried = placeState(place.counts) === 'untried'
  return (
    <a href={place.href} aria-label={name}>
      <title>{name}</title>
      {isUntried ? (
        <rect
          x={round(x - 5)}
          y={round(y - 5)}
          width="10"
          height="10"
          fill="var(--ds-attention)"
          stroke="var(--ds-paper)"
          stroke-width="1.5"
        />
      ) : (
        <circle
          cx={x}
          cy={y}
          r="4.2"
          fill="var(--ds-paper)"
          stroke="var(--ds-accent)"
          stroke-width="2.4"
        />
      )}
    </a>
  )
}

type LabelsProps = { places: readonly MapPlace[]; width: number; most: number }

function Labels({ places, width, most }: LabelsProps) {
  const lang = useLang()
  const untried = places
    .filter(place => place.counts.untried > 0)
    .toSorted((a, b) => b.counts.untried - a.counts.untried)
    .map(place => ({ ...place, shown: format(lang).number(placeNumber(place.counts)) }))
  return (
    <>
      {chooseLabels(untried, width, most).map(label => (
        <text x={label.x} y={label.y} text-anchor={label.anchor} font-size="14" class="halo">
          {label.name} <tspan class="b">{label.shown}</tspan>
        </text>
      ))}
    </>
  )
}
