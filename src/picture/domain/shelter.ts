// Which counts may hang on a wall? None under 5, and none from which one under 5 can be worked out.
import type { Counts } from './terms.ts'

export const smallMax = 4
const parts = ['reached', 'tried', 'untried', 'excused'] as const

/** Null is not shown. */
export type Sheltered = Readonly<Record<keyof Counts, number | null>>

const isSmall = (n: number) => n > 0 && n <= smallMax

export function sheltered(counts: Counts): Sheltered {
  if (isSmall(counts.listed)) return hide(counts, [...parts, 'listed'])
  const small = parts.filter(part => isSmall(counts[part]))
  if (small.length !== 1) return hide(counts, small)
  const others = parts.filter(part => counts[part] > smallMax)
  const [least] = others.sort((a, b) => counts[a] - counts[b])
  return hide(counts, least ? [...small, least] : small)
}

function hide(counts: Counts, hidden: readonly (keyof Counts)[]): Sheltered {
  const entries = Object.entries(counts).map(([name, n]) => [
    name,
    hidden.includes(name as keyof Counts) ? null : n,
  ])
  return Object.fromEntries(entries) as Sheltered
}

/** One count by itself. */
export function shelteredOne(n: number): number | null {
  return isSmall(n) ? null : n
}
