// Where are the places? Drawn here, from what the council loaded: no map service is asked. What
// is on it stands in the table beside it.
import { useLang } from '../../pages/strings/index.ts'
import { drawSheet, type Sheet } from '../domain/draw.ts'
import type { Position, Shape } from '../domain/terms.ts'
import { geographyStrings } from './strings.ts'

export type MapArea = { readonly code: string; readonly name: string; readonly shape: Shape }
export type MapVillage = {
  readonly id: string
  readonly name: string
  readonly shape: Shape | null
  readonly position: Position | null
  readonly isCurrent?: boolean
}
export type DrawnMapProps = {
  areas: readonly MapArea[]
  villages: readonly MapVillage[]
}

const wide = { width: 640, heightMax: 620 }
const narrow = { width: 328, heightMax: 420 }

export function DrawnMap({ areas, villages }: DrawnMapProps) {
  return (
    <>
      <div class="ds-picture ds-picture--wide">
        <Drawn areas={areas} villages={villages} size={wide} />
      </div>
      <div class="ds-picture ds-picture--narrow">
        <Drawn areas={areas} villages={villages} size={narrow} />
      </div>
    </>
  )
}

type Size = typeof wide

function Drawn({ areas, villages, size }: DrawnMapProps & { size: Size }) {
  const t = geographyStrings(useLang())
  const shaped = villages.flatMap(({ id, shape }) => (shape ? [{ code: id, shape }] : []))
  const dotted = villages.flatMap(({ id, position, shape }) =>
    position && !shape ? [{ id, position }] : [],
  )
  const sheet = drawSheet({ shapes: [...areas, ...shaped], points: dotted, ...size })
  if (!sheet) return null
  const byId = new Map(villages.map(one => [one.id, one]))
  const isVillage = ({ code }: { code: string }) => byId.has(code)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing that is a group of links.
    <svg
      viewBox={`0 0 ${sheet.width} ${sheet.height}`}
      role="group"
      aria-label={t.mapLabel(areas.length, shaped.length + dotted.length)}
    >
      <g stroke-linejoin="round" fill="var(--ds-wash)" stroke="var(--ds-line-strong)">
        {sheet.shapes
          .filter(shape => !isVillage(shape))
          .map(({ d }) => (
            <path d={d} />
          ))}
      </g>
      {sheet.shapes.filter(isVillage).map(({ code, d }) => (
        <Shaped village={byId.get(code)} d={d} />
      ))}
      <Dots sheet={sheet} byId={byId} />
    </svg>
  )
}

type Known = { village: MapVillage | undefined }

/** A target of 24 by 24 would cover the neighbour; the table holds the same links at full size. */
function Shaped({ village, d }: Known & { d: string }) {
  if (!village) return null
  return (
    <a href={`/places/${village.id}`} aria-label={village.name}>
      <title>{village.name}</title>
      <path
        d={d}
        fill={village.isCurrent ? 'var(--ds-accent)' : 'var(--ds-accent-wash)'}
        fill-opacity={village.isCurrent ? '0.35' : '1'}
        stroke="var(--ds-accent)"
      />
    </a>
  )
}

function Dots({ sheet, byId }: { sheet: Sheet; byId: ReadonlyMap<string, MapVillage> }) {
  return (
    <>
      {sheet.points.map(({ id, x, y }) => {
        const village = byId.get(id)
        return (
          village && (
            <a href={`/places/${id}`} aria-label={village.name}>
              <title>{village.name}</title>
              <circle
                cx={x}
                cy={y}
                r={village.isCurrent ? 7 : 4.5}
                fill={village.isCurrent ? 'var(--ds-accent)' : 'var(--ds-paper)'}
                stroke="var(--ds-accent)"
                stroke-width="2"
              />
            </a>
          )
        )
      })}
    </>
  )
}
