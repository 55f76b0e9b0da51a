// Which names stand on the map? The largest first, to the side where none is in the way.
import { round } from './lengths.ts'

export type Labelled = { name: string; shown: string; map: { x: number; y: number } }
export type MapLabel = Labelled & { x: number; y: number; anchor: 'start' | 'end' }

const letterWidth = 7.4
const lineHeight = 17

/** Places come in order of importance; one that fits on neither side goes unnamed. */
export function chooseLabels(places: readonly Labelled[], width: number, most: number): MapLabel[] {
  const chosen: MapLabel[] = []
  for (const place of places) {
    if (chosen.length === most) break
    const sides = (['start', 'end'] as const).map(anchor => beside(place, anchor))
    const free = sides.find(label => fits(label, width) && !chosen.some(one => meet(one, label)))
    if (free) chosen.push(free)
  }
  return chosen
}

function beside(place: Labelled, anchor: 'start' | 'end'): MapLabel {
  const x = round(place.map.x + (anchor === 'start' ? 9 : -9))
  return { ...place, x, y: round(place.map.y + 5), anchor }
}

function extent({ name, shown, x, anchor }: MapLabel): { left: number; right: number } {
  const long = (name.length + 1 + shown.length) * letterWidth
  return anchor === 'start' ? { left: x, right: x + long } : { left: x - long, right: x }
}

function fits(label: MapLabel, width: number): boolean {
  const { left, right } = extent(label)
  return left >= 0 && right <= width
}

function meet(one: MapLabel, other: MapLabel): boolean {
  const a = extent(one)
  const b = extent(other)
  return Math.abs(one.y - other.y) < lineHeight && a.left < b.right && b.left < a.right
}
