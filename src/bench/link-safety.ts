// Was anything joined without asking that must never be? Counted from the rows as they were given.
import { isNhsNumber } from '../demo/generate/nhs-number.ts'
import { openJoining, type Truth } from './link-score.ts'
import type { Row, ScoredPair } from './link-table.ts'

export type Unsafe = {
  /** Joined pairs whose real numbers contradict each other, joined through others included. */
  readonly numbers: number
  /** The same for two full dates of birth. */
  readonly births: number
}

export type Watched = {
  readonly rows: readonly Row[]
  readonly truth: Truth
  readonly trusted: string | undefined
  readonly born: string
}

export function unsafeOf(same: readonly ScoredPair[], watched: Watched): Unsafe {
  const { rows, truth, trusted, born } = watched
  const numbers = realNumbers(rows.map(row => plainNumber(trusted ? row[trusted] : '')))
  const births = rows.map(row => fullDate(row[born] ?? ''))
  const joining = openJoining(truth)
  for (const { a, b } of same) joining.join(a, b)
  const groups = Map.groupBy(joining.clusters().entries(), ([, cluster]) => cluster)
  const members = [...groups.values()].map(group => group.map(([at]) => at))
  return { numbers: conflicts(members, numbers), births: conflicts(members, births) }
}

/** Pairs of one group that both say something, and not the same. */
function conflicts(groups: readonly number[][], said: readonly string[]): number {
  let count = 0
  for (const group of groups) {
    const sizes = new Map<string, number>()
    for (const at of group) {
      const value = said[at]
      if (value) sizes.set(value, (sizes.get(value) ?? 0) + 1)
    }
    const all = [...sizes.values()]
    const total = all.reduce((sum, size) => sum + size, 0)
    count += (total * total - all.reduce((sum, size) => sum + size * size, 0)) / 2
  }
  return count
}

function plainNumber(text = ''): string {
  return text.replace(/\W/g, '').toLowerCase()
}

/** Where most are NHS numbers, one whose last digit is wrong is a slip of the pen and nobody's. */
function realNumbers(numbers: readonly string[]): readonly string[] {
  const said = numbers.filter(Boolean)
  const real = new Set(said.filter(isNhsNumber))
  const isNhs = said.filter(number => real.has(number)).length > said.length / 2
  return isNhs ? numbers.map(number => (real.has(number) ? number : '')) : numbers
}

/** `1941-03-02`, `19410302`, `02/03/1941`: a day that the calendar has, else nothing. */
export function fullDate(text: string): string {
  const iso = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(text)
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  const [year, month, day] = iso?.slice(1) ?? british?.slice(1).reverse() ?? []
  if (!year || !month || !day) return ''
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${written}T00:00:00Z`)
  if (Number.isNaN(time)) return ''
  return new Date(time).toISOString().startsWith(written) ? written : ''
}
