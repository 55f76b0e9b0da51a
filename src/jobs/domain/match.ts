// Whom to ask for a job, and why them? Whoever may not go is not among them, and only what may be
// said is counted: of people who are not to meet nothing is.
import type { Id } from '../../kernel/ids.ts'
import {
  type Candidate as Asked,
  bestThree,
  type MatchJob,
  type Part,
  usualWeights,
  type Weights,
} from '../../routing/index.ts'
import { type Candidate, roomOf as roomNow, unfit } from './claim-job.ts'
import type { Span } from './held.ts'
import type { JobKind } from './kind.ts'
import { getJobKind } from './kinds.ts'
import { metresTo, type Nearness, type Where, wayBetween } from './near.ts'
import type { Vetting } from './terms.ts'

export type Helper = Candidate & {
  /** Whom they are not to meet is said with each job. */
  readonly isKeptAway: false
  readonly where: Where
  readonly languages: readonly string[]
  readonly skills: readonly string[]
  /** Jobs that they held or did in four weeks. */
  readonly jobsLately: number
  readonly asksOpen: number
}

export type OpenJob = {
  readonly id: Id
  readonly kind: string
  readonly vetting: Vetting
  readonly when: Span
  readonly people: number
  /** One of two, who said yes already. */
  readonly holder: Id | null
  readonly where: Where
  /** Null where it is not known, or English. */
  readonly language: string | null
  /** They are not to meet whoever it is for. */
  readonly keptAway: readonly Id[]
  /** Asked for it, or gave it back. */
  readonly askedBefore: readonly Id[]
  /** They have been with this person. */
  readonly met: readonly Id[]
}

export type Reason =
  | { readonly code: 'near'; readonly shares: Nearness; readonly metres: number | null }
  | { readonly code: 'speaks' | 'speaks-not'; readonly language: string }
  | { readonly code: 'knows' | 'same-face' | 'no-job-lately' }
  | { readonly code: 'jobs-lately'; readonly count: number }
  | { readonly code: 'check'; readonly vetting: Vetting }
  | { readonly code: 'vehicle'; readonly vehicle: 'car' | 'van' | '4x4' }

export type Suggested = { readonly volunteer: Id; readonly reasons: readonly Reason[] }

/** Why some of those who live near are not asked; how many each. */
export const barCodes = [
  'resting',
  'vetting',
  'training',
  'vehicle',
  'before',
  'full',
  'other',
] as const
export type BarCode = (typeof barCodes)[number]
export type Bars = Readonly<Partial<Record<BarCode, number>>>

export type Best = { readonly best: readonly Suggested[]; readonly bars: Bars }

/** The same face counts as much as living so many metres nearer: more than for errands alone. */
export const jobWeights: Weights = { ...usualWeights, continuity: -1_500 }

export type ById = ReadonlyMap<Id, Helper>

export function byIdOf(helpers: readonly Helper[]): ById {
  return new Map(helpers.map(helper => [helper.volunteer, helper]))
}

export function bestFor(job: OpenJob, helpers: readonly Helper[]): Best {
  const byId = byIdOf(helpers)
  const may = helpers.filter(helper => barOf(job, helper) === undefined)
  const asked = may.map(helper => askedOf(helper, [job]))
  const { best } = bestThree(matchJob(job, byId), asked, jobWeights)
  return {
    best: best.map(({ candidate, parts }) => suggestedOf(job, byId.get(candidate), parts)),
    bars: may.length === helpers.length ? {} : barsOf(job, helpers),
  }
}

export function suggestedOf(
  job: OpenJob,
  helper: Helper | undefined,
  parts: readonly Part[],
): Suggested {
  if (!helper) throw new Error('Broken: whoever is suggested is one of those who were weighed')
  return { volunteer: helper.volunteer, reasons: reasonsOf(job, helper, parts) }
}

/** Whoever may not go is left out by the caller, or named in `never`. */
export function matchJob(job: OpenJob, byId: ById): MatchJob {
  const { code } = getJobKind(job.kind)
  return {
    id: job.id,
    wayTo: id => metresTo(job.where, byId.get(id)?.where ?? job.where),
    ...{ skills: [], wishes: [code], never: new Set() },
    languages: job.language ? [plain(job.language)] : [],
  }
}

export function neverOf(job: OpenJob, helpers: readonly Helper[]): ReadonlySet<Id> {
  return new Set(helpers.flatMap(one => (barOf(job, one) ? one.volunteer : [])))
}

/** With the jobs whose people they have met. */
export function askedOf(helper: Helper, jobs: readonly OpenJob[]): Asked {
  const { volunteer, languages, jobsLately, asksOpen } = helper
  const kinds = helper.skills.length === 0 ? [] : [...new Set(jobs.map(({ kind }) => kind))]
  const known = kinds.filter(kind => knows(helper, getJobKind(kind)))
  return {
    id: volunteer,
    skills: known,
    languages: languages.map(plain),
    jobs: jobsLately + asksOpen,
    room: roomOf(helper),
    visited: jobs.filter(({ met }) => met.includes(volunteer)).map(({ id }) => id),
  }
}

export function roomOf(helper: Helper): number {
  return Math.max(0, roomNow(helper) - helper.asksOpen)
}

/** Undefined: they may be asked. `kept` is never told to anybody. */
export function barOf(job: OpenJob, helper: Helper): BarCode | 'kept' | undefined {
  const { volunteer } = helper
  if (job.keptAway.includes(volunteer)) return 'kept'
  const refusal = unfit(job, helper, true)
  if (refusal?.refused === 'resting') return 'resting'
  if (refusal?.refused === 'jobs-full') return 'full'
  if (refusal) return barCodes.find(code => code === refusal.fields?.volunteer) ?? 'other'
  if (job.holder === volunteer || job.askedBefore.includes(volunteer)) return 'before'
  return roomOf(helper) > 0 ? undefined : 'full'
}

export function barsOf(job: OpenJob, helpers: readonly Helper[]): Bars {
  const bars: Partial<Record<BarCode, number>> = {}
  for (const helper of helpers) {
    const bar = barOf(job, helper)
    if (bar && bar !== 'kept') bars[bar] = (bars[bar] ?? 0) + 1
  }
  return bars
}

function reasonsOf(job: OpenJob, helper: Helper, parts: readonly Part[]): readonly Reason[] {
  const kind = getJobKind(job.kind)
  const { vehicle } = kind.safely
  const way = wayBetween(job.where, helper.where)
  const has = (wanted: Part['kind']) => parts.some(part => part.kind === wanted)
  const lately = parts.find(part => part.kind === 'load')?.count ?? 0
  const reasons: (Reason | false | null)[] = [
    has('continuity') && { code: 'same-face' },
    { code: 'near', shares: way.shares, metres: way.isKnown ? Math.round(way.metres) : null },
    job.language !== null && {
      code: has('language') ? 'speaks-not' : 'speaks',
      language: job.language,
    },
    knows(helper, kind) && { code: 'knows' },
    lately === 0 ? { code: 'no-job-lately' } : { code: 'jobs-lately', count: lately },
    job.vetting !== 'none' && { code: 'check', vetting: helper.vetting },
    vehicle !== 'none' && { code: 'vehicle', vehicle },
  ]
  return reasons.filter((one): one is Reason => Boolean(one))
}

/** By a word of theirs that stands in the kind's own: "dogs" for walking one. */
function knows({ skills }: Helper, { code, label }: JobKind): boolean {
  const own = plain(`${code} ${label}`)
  return skills.map(plain).some(skill => skill.length > 2 && own.includes(skill.replace(/s$/, '')))
}

const plain = (words: string) => words.trim().toLowerCase()
