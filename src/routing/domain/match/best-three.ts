// Whom to ask for this job? The best three, each with what speaks for and against them.
import type { Candidate, MatchJob, NeverReason, Part, Weighed, Weights } from './weigh.ts'
import { weigh } from './weigh.ts'

export const bestCount = 3

export type Suggestion = {
  readonly candidate: string
  /** Metres, as far as all parts come to. */
  readonly cost: number
  readonly parts: readonly Part[]
}

export type BestThree = {
  /** Cheapest first; of equals the one with fewer jobs, then the one whose id comes first. */
  readonly best: readonly Suggestion[]
  readonly never: readonly { readonly candidate: string; readonly reason: NeverReason }[]
}

export function bestThree(
  job: MatchJob,
  candidates: readonly Candidate[],
  weights?: Weights,
): BestThree {
  const jobsOf = new Map(candidates.map(one => [one.id, one.jobs]))
  const weighed = candidates.map(candidate => weigh(job, candidate, weights))
  const best = weighed
    .filter(isPossible)
    .sort(
      (one, other) =>
        one.cost - other.cost ||
        (jobsOf.get(one.candidate) ?? 0) - (jobsOf.get(other.candidate) ?? 0) ||
        (one.candidate < other.candidate ? -1 : 1),
    )
  const never = weighed.flatMap(one =>
    'never' in one ? [{ candidate: one.candidate, reason: one.never }] : [],
  )
  return { best: best.slice(0, bestCount), never }
}

export function isPossible(weighed: Weighed): weighed is Suggestion {
  return 'parts' in weighed
}
