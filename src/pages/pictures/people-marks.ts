// How are people drawn as marks? Hollow squares not yet tried, discs tried; never too many to draw.
import { round } from './lengths.ts'

export type DayCount = { day: number; untried: number; tried: number; orMore?: boolean }

export const lastDay = 14
/** Five marks wide and 21 high is what a column holds. */
const marksMax = 105

/** Days 0 to the longest wait, with everyone past the last drawn day in one bucket. */
export function bucketed(days: readonly DayCount[]): DayCount[] {
  const longest = Math.max(0, ...days.filter(isWaited).map(one => one.day))
  const last = Math.min(longest, lastDay)
  return Array.from({ length: last + 1 }, (_, day) => {
    const orMore = day === last && longest > lastDay
    const within = days.filter(one => one.day === day || (orMore && one.day > day))
    const sum = (state: 'untried' | 'tried') => within.reduce((n, one) => n + one[state], 0)
    return { day, untried: sum('untried'), tried: sum('tried'), ...(orMore ? { orMore } : {}) }
  })
}

function isWaited({ untried, tried }: DayCount): boolean {
  return untried + tried > 0
}

/** How many people one mark stands for: 1 unless a day has more than can be drawn. */
export function marksOf(days: readonly DayCount[]): number {
  const most = Math.max(1, ...days.map(one => one.untried + one.tried))
  return Math.ceil(most / (marksMax - 1))
}

export type Grid = { x: number; y: number; columns: number; step: { x: number; y: number } }

/** SVG paths of a day's marks on a grid; every started group of people gets a mark. */
export function markPaths({ untried, tried }: DayCount, perMark: number, grid: Grid) {
  const squares = Math.ceil(untried / perMark)
  const discs = Math.ceil(tried / perMark)
  const at = (i: number) => {
    const x = round(grid.x + (i % grid.columns) * grid.step.x)
    return { x, y: round(grid.y + Math.floor(i / grid.columns) * grid.step.y) }
  }
  return {
    squares: path(squares, i => `M${at(i).x - 2.5} ${at(i).y - 2.5}h5v5h-5z`),
    discs: path(discs, i => `M${at(squares + i).x} ${at(squares + i).y}h0`),
    rows: Math.ceil((squares + discs) / grid.columns),
  }
}

function path(count: number, draw: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => draw(i)).join('')
}
