// The round as a picture: its stops by number, joined in their order. The table says the same.
import { addStyle } from '../../pages/assets.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { PlannedRound } from '../domain/plan-round.ts'
import { roundStrings } from './strings.ts'

export const mapStyle = addStyle('round.css', 'src/rounds/pages/round.css')

const width = 360
const height = 260
const edge = 22

type Spot = { readonly x: number; readonly y: number }

export function RoundMap({ round }: { round: PlannedRound }) {
  const t = roundStrings(useLang())
  const { start, stops } = round
  const points = stops.flatMap(({ point }) => point ?? [])
  if (!start || stops.length === 0 || points.length < stops.length) return null
  const drawn = drawnOf([start, ...points])
  const line = [...drawn, ...drawn.slice(0, 1)].map(({ x, y }) => `${x},${y}`).join(' ')
  return (
    <figure class="ds-section ds-round">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t.map(stops.length)}>
        <rect width={width} height={height} fill="var(--ds-wash)" />
        <polyline points={line} fill="none" stroke="var(--ds-accent)" stroke-width="2" />
        <Home {...(drawn[0] ?? { x: 0, y: 0 })} />
        {numbered(drawn).map(one => (
          <Numbers {...one} />
        ))}
      </svg>
      <figcaption class="ds-quiet">{t.mapNote}</figcaption>
    </figure>
  )
}

function Home({ x, y }: Spot) {
  return <rect x={x - 7} y={y - 7} width="14" height="14" fill="var(--ds-ink)" />
}

type Numbered = Spot & { readonly words: string }

/** Stops at one spot share their mark. */
function numbered(drawn: readonly Spot[]): readonly Numbered[] {
  const stops = drawn.slice(1).map((spot, nth) => ({ ...spot, nth: nth + 1 }))
  return [...Map.groupBy(stops, ({ x, y }) => `${x} ${y}`).values()].flatMap(all => {
    const [first] = all
    return first ? [{ x: first.x, y: first.y, words: all.map(({ nth }) => nth).join(', ') }] : []
  })
}

function Numbers({ x, y, words }: Numbered) {
  const wide = Math.max(26, words.length * 9 + 10)
  return (
    <g>
      <rect
        {...{ x: x - wide / 2, y: y - 13, width: wide, height: 26, rx: 13 }}
        {...{ fill: 'var(--ds-paper)', stroke: 'var(--ds-ink)', 'stroke-width': '1.6' }}
      />
      <text x={x} y={y + 6} text-anchor="middle" font-size="16" fill="var(--ds-text)">
        {words}
      </text>
    </g>
  )
}

/** The same scale both ways; north is up. */
function drawnOf(points: readonly Spot[]): readonly Spot[] {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const [west, south] = [Math.min(...xs), Math.min(...ys)]
  const spanX = Math.max(...xs) - west
  const spanY = Math.max(...ys) - south
  const room = { x: width - 2 * edge, y: height - 2 * edge }
  const scale = Math.min(room.x / Math.max(1, spanX), room.y / Math.max(1, spanY))
  const round = (metres: number) => Math.round(metres * 10) / 10
  return points.map(({ x, y }) => ({
    x: round(edge + (x - west) * scale + (room.x - spanX * scale) / 2),
    y: round(height - edge - (y - south) * scale - (room.y - spanY * scale) / 2),
  }))
}
