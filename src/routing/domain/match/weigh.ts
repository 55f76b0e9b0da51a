// What does it cost to ask this volunteer for this job, part by part, and why can some never go?
// Costs are metres: how much further somebody else may live and still be the better one to ask.
import { metresBetween, type Point } from '../terms.ts'

export type MatchJob = {
  readonly id: string
  readonly at?: Point
  /** Metres to a candidate, where they are known otherwise than from points. */
  wayTo?(candidate: string): number
  /** Must be had, such as a check or a car. */
  readonly skills: readonly string[]
  /** Welcome, such as knowing dogs. */
  readonly wishes: readonly string[]
  /** Those the person speaks; none where it is not known. */
  readonly languages: readonly string[]
  /** Volunteers who must never go to this person. */
  readonly never: ReadonlySet<string>
}

export type Candidate = {
  readonly id: string
  readonly at?: Point
  readonly skills: readonly string[]
  readonly languages: readonly string[]
  /** Jobs that they have now and had in the last four weeks. */
  readonly jobs: number
  /** How many more they may be given; none left is never. */
  readonly room: number
  /** Jobs by which they have been with this person: the same face again. */
  readonly visited: readonly string[]
}

export const partKinds = ['distance', 'language', 'wish', 'continuity', 'load'] as const
export type Part = {
  readonly kind: (typeof partKinds)[number]
  readonly metres: number
  /** Of a distance the metres, of the load the jobs, of wishes those not met. */
  readonly count?: number
}

export const neverReasons = ['banned', 'no-skill', 'no-room'] as const
export type NeverReason = (typeof neverReasons)[number]

export type Weighed =
  | { readonly candidate: string; readonly cost: number; readonly parts: readonly Part[] }
  | { readonly candidate: string; readonly never: NeverReason }

export type Weights = {
  readonly language: number
  readonly wish: number
  readonly continuity: number
  readonly load: number
  /** For somebody whose place, or whose job's, is not known. */
  readonly unknownDistance: number
}

export const usualWeights: Weights = {
  language: 3_000,
  wish: 400,
  continuity: -800,
  load: 300,
  unknownDistance: 2_000,
}

export function weigh(job: MatchJob, candidate: Candidate, weights = usualWeights): Weighed {
  const never = neverOf(job, candidate)
  if (never) return { candidate: candidate.id, never }
  const parts = partsOf(job, candidate, weights)
  const cost = parts.reduce((sum, part) => sum + part.metres, 0)
  return { candidate: candidate.id, cost, parts }
}

function neverOf(job: MatchJob, { id, skills, room }: Candidate): NeverReason | undefined {
  if (job.never.has(id)) return 'banned'
  if (job.skills.some(skill => !skills.includes(skill))) return 'no-skill'
  return room > 0 ? undefined : 'no-room'
}

function partsOf(job: MatchJob, candidate: Candidate, weights: Weights): Part[] {
  const { at, languages, skills, jobs, visited } = candidate
  const way = job.wayTo?.(candidate.id) ?? (job.at && at ? metresBetween(job.at, at) : undefined)
  const parts: Part[] = [
    way === undefined
      ? { kind: 'distance', metres: weights.unknownDistance }
      : { kind: 'distance', metres: way, count: Math.round(way) },
  ]
  const isUnderstood =
    job.languages.length === 0 || job.languages.some(own => languages.includes(own))
  if (!isUnderstood) parts.push({ kind: 'language', metres: weights.language })
  const missed = job.wishes.filter(wish => !skills.includes(wish)).length
  if (missed > 0) parts.push({ kind: 'wish', metres: missed * weights.wish, count: missed })
  if (visited.includes(job.id)) parts.push({ kind: 'continuity', metres: weights.continuity })
  if (jobs > 0) parts.push({ kind: 'load', metres: jobs * weights.load, count: jobs })
  return parts
}
