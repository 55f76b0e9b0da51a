// What may be said of a proof to somebody whom the law entitles to ask, without pointing at anyone?
//
// Numbers from 1 to 4 could point at somebody, and so could a number that follows from the others.
// Villages with such a number are counted together with others until none is left; what cannot be
// counted together is not said, and then never one number alone.
import type { CoverageHead, Line, OwnLine, RedactedLine, ShownCounts } from './proof-form.ts'
import { type Counts, noCounts, states } from './terms.ts'

export const smallestSaid = 5

type Group = { readonly villages: readonly string[]; readonly counts: Counts }

export type Redacted = { readonly counts: ShownCounts; readonly lines: readonly RedactedLine[] }

export function redact({ counts, villages }: Pick<CoverageHead, 'counts' | 'villages'>): Redacted {
  const shown = hideSmall(counts)
  const isWhole = shown.listed !== null && states.every(state => shown[state] !== null)
  if (!isWhole) return { counts: shown, lines: [] }
  const groups = together(
    villages.map(({ name, counts: own }) => ({ villages: [name], counts: own })),
  )
  return {
    counts: shown,
    lines: groups.map(({ villages: names, counts: own }) => ({
      villages: [...names],
      counts: own,
    })),
  }
}

function isSmall(n: number): boolean {
  return n > 0 && n < smallestSaid
}

function hasSmall({ counts }: Group): boolean {
  return Object.values(counts).some(isSmall)
}

/** The smallest go together first, so that as many villages as may be stand by themselves. */
function together(groups: readonly Group[]): readonly Group[] {
  const open = groups.filter(group => !hasSmall(group))
  let rest = addGroups(groups.filter(hasSmall))
  if (rest.villages.length === 0) return open
  const bySize = open.toSorted((one, other) => one.counts.listed - other.counts.listed)
  while (bySize.length > 0 && (hasSmall(rest) || rest.villages.length < 2)) {
    rest = addGroups([rest, bySize.shift() as Group])
  }
  const alone = open.filter(group => bySize.includes(group))
  return [...alone, rest]
}

function addGroups(groups: readonly Group[]): Group {
  const counts = { ...noCounts }
  for (const group of groups) {
    for (const part of ['listed', ...states] as const) counts[part] += group.counts[part]
  }
  return { villages: groups.flatMap(group => group.villages), counts }
}

/**
 * Small numbers alone would follow from the sum, so the smallest of the others goes with them;
 * where there is none, nothing is said.
 */
function hideSmall(counts: Counts): ShownCounts {
  const sizes = states.filter(state => counts[state] > 0)
  const small = sizes.filter(state => isSmall(counts[state]))
  const [next] = sizes
    .filter(state => !small.includes(state))
    .toSorted((one, other) => counts[one] - counts[other])
  if (small.length === 0) return counts
  if (!next) return { listed: null, reached: null, tried: null, untried: null, excused: null }
  const hidden = [...small, next]
  const shown = states.map(state => [state, hidden.includes(state) ? null : counts[state]])
  return { listed: counts.listed, ...Object.fromEntries(shown) } as ShownCounts
}

/** One person's own line, for themselves: without the codes of whoever spoke to them. */
export function ownLine({ versions }: CoverageHead, line: Line): OwnLine {
  const { code, state, reason, since, until, joined, tries } = line
  return {
    code,
    state,
    reason,
    since,
    until,
    joined: joined.at,
    lists: line.versions.flatMap(at => {
      const version = versions[at]
      return version ? [{ list: version.list, number: version.number }] : []
    }),
    tries: tries.map(({ at, channel, outcome }) => ({ at, channel, outcome })),
  }
}
