// What is a figure made of? Counts that add up, and what a place's counts say must be done.

export type Counts = Readonly<
  Record<'reached' | 'tried' | 'untried' | 'excused' | 'listed', number>
>

export const noCounts: Counts = { reached: 0, tried: 0, untried: 0, excused: 0, listed: 0 }

export function addCounts(all: readonly Counts[]): Counts {
  return all.reduce(
    (sum, one) => ({
      reached: sum.reached + one.reached,
      tried: sum.tried + one.tried,
      untried: sum.untried + one.untried,
      excused: sum.excused + one.excused,
      listed: sum.listed + one.listed,
    }),
    noCounts,
  )
}

export function differs(one: Counts, other: Counts): boolean {
  return (Object.keys(one) as (keyof Counts)[]).some(key => one[key] !== other[key])
}

/** How far a place has got: somebody untried, all tried, nobody left, nobody listed. */
export const marks = ['untried', 'tried', 'done', 'none'] as const
export type PlaceMark = (typeof marks)[number]

export function markOf(counts: Counts): PlaceMark {
  if (counts.listed === 0) return 'none'
  if (counts.untried > 0) return 'untried'
  return counts.tried > 0 ? 'tried' : 'done'
}

/** What is still owed comes first; within the same, the names in their order. */
export function byWhatNeedsDoing<T extends { readonly name: string; readonly counts: Counts }>(
  places: readonly T[],
): readonly T[] {
  return [...places].sort(
    (a, b) =>
      b.counts.untried - a.counts.untried ||
      b.counts.tried - a.counts.tried ||
      a.name.localeCompare(b.name, 'en-GB'),
  )
}

/** Days within which everybody on a list should have been spoken to. */
export const promiseDays = 3
