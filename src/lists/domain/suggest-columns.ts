// Which new name may a missing column have? By the letters of its name, or by what stands in it.
// Only ever a suggestion: a person says yes.
import type { Renamed } from './header.ts'
import { headerKey } from './header-key.ts'
import { looksLike } from './looks-like.ts'
import type { Column } from './profile.ts'

export type SuggestAsk = {
  readonly absent: readonly Column[]
  /** The header row, and which of its names nobody knows. */
  readonly cells: readonly string[]
  readonly unknown: readonly string[]
  readonly sample: readonly (readonly string[])[]
}

/** Each name is used once, the likest pair first. */
export function suggestColumns({ absent, cells, unknown, sample }: SuggestAsk): Renamed[] {
  const trimmed = cells.map(cell => cell.trim())
  const pairs = absent.flatMap(column =>
    unknown.map(header => {
      const at = trimmed.indexOf(header)
      const values = sample.map(row => row[at]?.trim() ?? '').filter(value => value !== '')
      return { column: column.name, header, score: scoreOf(column, header, values) }
    }),
  )
  const found: Renamed[] = []
  for (const { column, header, score } of pairs.sort((one, other) => other.score - one.score)) {
    const isTaken = found.some(pair => pair.column === column || pair.header === header)
    if (score >= 0.5 && !isTaken) found.push({ column, header })
  }
  return found
}

/** A name that is like it, but whose values cannot be it, is not it. */
function scoreOf(column: Column, header: string, values: readonly string[]): number {
  const names = [column.name, ...(column.alsoCalled ?? [])].map(headerKey)
  const name = Math.max(...names.map(one => likeness(one, headerKey(header))))
  const fits = values.length > 0 ? looksLike(column, values) : undefined
  if (fits === undefined) return name
  if (fits < 0.5) return 0
  return Math.max(name, fits >= 0.9 ? 0.5 + name / 2 : 0)
}

/** The share of letter pairs that two names have in common. */
export function likeness(one: string, other: string): number {
  const pairs = (text: string) =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))
  const first = pairs(one)
  const second = pairs(other)
  const shared = first.filter(pair => second.includes(pair)).length
  return (2 * shared) / Math.max(1, first.length + second.length)
}
