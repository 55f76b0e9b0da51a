// Is a small village as easy to see as a large one? Equal tiles, in rough position, each a link.
import { format } from '../format.ts'
import { useLang } from '../strings/language.ts'
import type { Lang } from '../strings/strings.ts'
import { pictureStrings } from '../strings/words/pictures.ts'
import { round } from './lengths.ts'
import { paint } from './marks.tsx'
import { type MapPlace, type PlaceState, placeNumber, placeState } from './place-state.ts'
import { placeTitle } from './place-title.ts'

type Size = { width: number; height: number; gap: number; hatch: number; code: number; n: number }

const wide: Size = { width: 45, height: 41, gap: 4, hatch: 8, code: 12.5, n: 16 }
const narrow: Size = { width: 29.8, height: 33, gap: 3, hatch: 6, code: 11, n: 14 }

export type TileMapProps = { places: readonly MapPlace[] }

export function TileMap({ places }: TileMapProps) {
  return (
    <>
      <div class="ds-picture ds-picture--wide">
        <Tiles places={places} size={wide} at={place => place.tile} />
      </div>
      <div class="ds-picture ds-picture--narrow">
        <Tiles places={places} size={narrow} at={place => place.tileNarrow} />
      </div>
    </>
  )
}

type Cell = MapPlace['tile']
type TilesProps = TileMapProps & { size: Size; at: (place: MapPlace) => Cell }

function Tiles({ places, size, at }: TilesProps) {
  const t = pictureStrings(useLang())
  if (places.length === 0) return null
  const columns = 1 + Math.max(...places.map(place => at(place).column))
  const rows = 1 + Math.max(...places.map(place => at(place).row))
  const box = `0 0 ${round(columns * (size.width + size.gap))} ${rows * (size.height + size.gap)}`
  const inOrder = places.toSorted((a, b) => at(a).row - at(b).row || at(a).column - at(b).column)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing that is a group of links.
    <svg viewBox={box} role="group" aria-label={t.tilesLabel(places.length)}>
      {inOrder.map(place => (
        <Tile place={place} size={size} cell={at(place)} />
      ))}
    </svg>
  )
}

function Tile({ place, size, cell }: { place: MapPlace; size: Size; cell: Cell }) {
  const state = placeState(place.counts)
  const x = round(1 + cell.column * (size.width + size.gap))
  const y = 1 + cell.row * (size.height + size.gap)
  const middle = round(x + size.width / 2)
  const isQuiet = state === 'done' || state === 'none'
  const lang = useLang()
  const told = placeTitle(lang, place)
  const shown = `${place.code} ${insideWords(lang, place.counts)}`.trim()
  return (
    // What is seen comes first in the name, so that somebody can say it to press it.
    <a href={place.href} aria-label={pictureStrings(lang).tileNamed(shown, told)}>
      <rect x={x} y={y} width={size.width} height={size.height} {...edges[state]} />
      {!isQuiet && (
        <rect
          x={x}
          y={y + size.height - size.hatch}
          width={size.width}
          height={size.hatch}
          fill={paint(state).fill}
        />
      )}
      <text
        x={middle}
        y={round(y + size.code)}
        font-size={size.code}
        text-anchor="middle"
        class={isQuiet ? 'q' : undefined}
      >
        {place.code}
      </text>{' '}
      <Inside place={place} state={state} size={size} middle={middle} y={y} /> <title>{told}</title>
    </a>
  )
}

type InsideProps = { place: MapPlace; state: PlaceState; size: Size; middle: number; y: number }

function Inside({ place, state, size, middle, y }: InsideProps) {
  const lang = useLang()
  if (state === 'done') {
    const d = `M${round(middle - 5.5)} ${y + 26}l3.5 3.5 6.5-7.5`
    return <path d={d} fill="none" stroke="var(--ds-accent)" stroke-width="2" />
  }
  return (
    <text
      x={middle}
      y={y + size.height - size.hatch - 4}
      font-size={size.n}
      text-anchor="middle"
      class={state === 'none' ? 'b q' : 'b'}
    >
      {insideWords(lang, place.counts)}
    </text>
  )
}

function insideWords(lang: Lang, counts: MapPlace['counts']): string {
  const state = placeState(counts)
  if (state === 'done') return ''
  return state === 'none' ? pictureStrings(lang).none : format(lang).number(placeNumber(counts))
}

/** The edge of a place that stands so, in tiles and in the key. */
export const edges: Record<PlaceState, Record<string, string>> = {
  untried: { fill: 'var(--ds-paper)', stroke: 'var(--ds-attention)', 'stroke-width': '2' },
  tried: { fill: 'var(--ds-paper)', stroke: 'var(--ds-accent)', 'stroke-width': '1.25' },
  done: {
    fill: 'var(--ds-accent-wash)',
    stroke: 'var(--ds-accent-wash)',
    'stroke-width': '1.25',
  },
  none: {
    fill: 'var(--ds-paper)',
    stroke: 'var(--ds-line-strong)',
    'stroke-width': '1.25',
    'stroke-dasharray': '3 3',
  },
}
