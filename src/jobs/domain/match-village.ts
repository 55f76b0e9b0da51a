// Who is asked for which of a village's open jobs, all at once? Exactly the cheapest way for one
// each; where two must go, two different ones or none.
import type { Id } from '../../kernel/ids.ts'
import { type Batch, type MatchJob, matchBatch } from '../../routing/index.ts'
import {
  askedOf,
  type Bars,
  barsOf,
  byIdOf,
  type Helper,
  jobWeights,
  matchJob,
  neverOf,
  type OpenJob,
  type Suggested,
  suggestedOf,
} from './match.ts'

export type Proposed = { readonly job: Id; readonly asked: readonly Suggested[] }
/** `busy`: whoever may has enough by the other jobs of this proposal. */
export type Left = {
  readonly job: Id
  readonly reason: 'nobody-may' | 'busy' | 'no-second'
  readonly bars: Bars
}
export type Proposal = { readonly given: readonly Proposed[]; readonly left: readonly Left[] }

/** One place in a job; a door for two has two. */
type Seat = { readonly id: string; readonly job: OpenJob; readonly barred: Set<Id> }

export const proposedMax = 200

export function matchVillage(jobs: readonly OpenJob[], helpers: readonly Helper[]): Proposal {
  const byId = byIdOf(helpers)
  const base = new Map(
    jobs.map(job => [job.id, { ...matchJob(job, byId), never: neverOf(job, helpers) }]),
  )
  let seats = jobs.flatMap(seatsOf)
  const alone: OpenJob[] = []
  for (;;) {
    const batch = matchBatch(
      seats.map(seat => asked(seat, base)),
      helpers.map(helper => askedFor(helper, seats)),
      jobWeights,
    )
    const twice = twiceIn(batch, seats)
    const half = halfIn(batch, seats)
    if (twice) twice.seat.barred.add(twice.volunteer)
    else if (half) {
      alone.push(half)
      seats = seats.filter(({ job }) => job !== half)
    } else return told(batch, { jobs, helpers, seats, alone })
  }
}

function seatsOf(job: OpenJob): readonly Seat[] {
  const count = job.people - (job.holder === null ? 0 : 1)
  return Array.from({ length: count }, (_, nth) => ({
    ...{ id: `${job.id} ${nth}`, job },
    barred: new Set<Id>(),
  }))
}

function asked({ id, job, barred }: Seat, base: ReadonlyMap<Id, MatchJob>): MatchJob {
  const whole = base.get(job.id)
  if (!whole) throw new Error('Broken: every seat is of a job')
  return {
    ...whole,
    id,
    never: barred.size > 0 ? new Set([...whole.never, ...barred]) : whole.never,
  }
}

function askedFor(helper: Helper, seats: readonly Seat[]) {
  const known = askedOf(
    helper,
    seats.map(({ job }) => job),
  )
  const met = seats.filter(({ job }) => job.met.includes(helper.volunteer))
  return { ...known, visited: met.map(({ id }) => id) }
}

/** Somebody on both places of one job: they leave the later one. */
function twiceIn({ given }: Batch, seats: readonly Seat[]) {
  const seen = new Set<string>()
  const byId = new Map(seats.map(seat => [seat.id, seat]))
  for (const { job: id, candidate } of given) {
    const seat = byId.get(id)
    const key = `${seat?.job.id} ${candidate}`
    if (seat && seen.has(key)) return { seat, volunteer: candidate }
    seen.add(key)
  }
  return undefined
}

/** A job that has one place filled and another empty. */
function halfIn({ given, left }: Batch, seats: readonly Seat[]): OpenJob | undefined {
  const filled = new Set(given.map(({ job }) => job))
  const empty = new Set(left.map(({ job }) => job))
  const isHalf = (job: OpenJob) => {
    const own = seats.filter(seat => seat.job === job)
    return own.some(({ id }) => filled.has(id)) && own.some(({ id }) => empty.has(id))
  }
  return seats.find(({ job }) => job.people > 1 && isHalf(job))?.job
}

type Known = {
  readonly jobs: readonly OpenJob[]
  readonly helpers: readonly Helper[]
  readonly seats: readonly Seat[]
  readonly alone: readonly OpenJob[]
}

function told({ given, left }: Batch, { jobs, helpers, seats, alone }: Known): Proposal {
  const byId = new Map(helpers.map(helper => [helper.volunteer, helper]))
  const seatOf = new Map(seats.map(seat => [seat.id, seat]))
  const suggested = Map.groupBy(given, ({ job }) => seatOf.get(job)?.job.id)
  const why = new Map(left.map(({ job, reason }) => [seatOf.get(job)?.job.id, reason]))
  const without = jobs.filter(({ id }) => !suggested.has(id))
  return {
    given: jobs.flatMap(job => {
      const own = suggested.get(job.id)
      if (!own) return []
      const people = own.map(one => suggestedOf(job, byId.get(one.candidate), one.parts))
      return [{ job: job.id, asked: people }]
    }),
    left: without.map(job => ({
      ...{ job: job.id, bars: barsOf(job, helpers) },
      reason: alone.includes(job)
        ? ('no-second' as const)
        : why.get(job.id) === 'all-busy'
          ? ('busy' as const)
          : ('nobody-may' as const),
    })),
  }
}
