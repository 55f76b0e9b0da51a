// Where is the area? Drawn here from the council's own outlines; each press can be a corner.
import { useLang } from '../../pages/strings/index.ts'
import type { Position, Shape } from '../domain/terms.ts'
import { ground, type Outline, type Sheet } from '../ground.ts'
import { areaStrings } from './strings.ts'

export type AreaMapProps = {
  outlines: readonly Outline[]
  /** The newest first; only that one is filled. */
  shapes: readonly Shape[]
  label: string
  /** On the form: corners are added by pressing. */
  isToDraw?: boolean
}

const size = { width: 640, heightMax: 460 }

export function AreaMap({ outlines, shapes, label, isToDraw = false }: AreaMapProps) {
  const t = areaStrings(useLang())
  const own = shapes.filter(shape => shape.length > 0)
  if (own.length === 0 && !isToDraw) return null
  const box = cornersOf(own.length > 0 && !isToDraw ? own : outlines.map(one => one.shape))
  if (!box) return null
  const sheet = ground().drawSheet({
    shapes: [
      ...own.map((shape, at) => ({ code: `own ${at}`, shape })),
      ...(isToDraw || own.length === 0
        ? outlines.map(({ shape }, at) => ({ code: `ground ${at}`, shape }))
        : []),
    ],
    points: box.map((position, at) => ({ id: `${at}`, position })),
    ...size,
  })
  if (!sheet) return null
  return (
    <div class="ds-picture ds-area-map" {...(isToDraw ? drawing(sheet, box) : {})}>
      <svg
        viewBox={`0 0 ${sheet.width} ${sheet.height}`}
        role="img"
        aria-label={isToDraw ? t.mapLabel : label}
      >
        <Drawn sheet={sheet} />
        {isToDraw && <path class="ds-area-drawn" d="" fill-opacity="0.3" stroke-width="2" />}
      </svg>
    </div>
  )
}

/** What the script needs to say a press in degrees: two corners, on the sheet and on the earth. */
function drawing(sheet: Sheet, [southWest, northEast]: readonly [Position, Position]) {
  const [from, to] = sheet.points
  return {
    'data-draw': JSON.stringify({
      sheet: [
        [from?.x, from?.y],
        [to?.x, to?.y],
      ],
      earth: [southWest, northEast],
    }),
  }
}

function Drawn({ sheet }: { sheet: Sheet }) {
  const of = (kind: string) => sheet.shapes.filter(({ code }) => code.startsWith(kind))
  return (
    <>
      <g stroke-linejoin="round" fill="var(--ds-wash)" stroke="var(--ds-line-strong)">
        {of('ground').map(({ d }) => (
          <path d={d} />
        ))}
      </g>
      <g stroke-linejoin="round" stroke="var(--ds-accent)" stroke-width="2" fill-rule="evenodd">
        {of('own')
          .toReversed()
          .map(({ code, d }) =>
            code === 'own 0' ? (
              <path d={d} fill="var(--ds-accent)" fill-opacity="0.3" />
            ) : (
              <path d={d} fill="none" stroke-dasharray="6 4" />
            ),
          )}
      </g>
    </>
  )
}

/** South west and north east of all that is drawn. */
function cornersOf(shapes: readonly Shape[]): readonly [Position, Position] | undefined {
  const all = shapes.flatMap(shape => shape.flat(2))
  if (all.length === 0) return undefined
  const box = all.reduce(
    (so, [x, y]) => ({
      west: Math.min(so.west, x),
      south: Math.min(so.south, y),
      east: Math.max(so.east, x),
      north: Math.max(so.north, y),
    }),
    { west: 180, south: 90, east: -180, north: -90 },
  )
  return [
    [box.west, box.south],
    [box.east, box.north],
  ]
}
