// Who gets which of many jobs at once? Exactly the cheapest way, most jobs first; each further job
// of one volunteer costs more than the last, so that none has many while another has none.
import { assign } from '../assign/assign.ts'
import { isPossible, type Suggestion } from './best-three.ts'
import { type Candidate, type MatchJob, usualWeights, type Weights, weigh } from './weigh.ts'

/** However many somebody may have, not more than these in one batch. */
const turnsMax = 5
/** A second job of the same batch weighs as much as so many earlier ones. */
const secondTurn = 3

export type Batch = {
  readonly given: readonly ({ readonly job: string } & Suggestion)[]
  /** Nobody may make it, or everybody who may has enough. */
  readonly left: readonly { readonly job: string; readonly reason: 'nobody-may' | 'all-busy' }[]
}

export function matchBatch(
  jobs: readonly MatchJob[],
  candidates: readonly Candidate[],
  weights: Weights = usualWeights,
): Batch {
  const turns = candidates.flatMap(candidate => turnsOf(candidate, weights))
  const weighed = jobs.map(job => candidates.map(candidate => weigh(job, candidate, weights)))
  const placeOf = new Map(candidates.map((candidate, place) => [candidate.id, place]))
  const cells = weighed.flatMap(row =>
    turns.map(({ id, extra }) => {
      const own = row[placeOf.get(id) as number]
      return own && isPossible(own) ? own.cost + extra : Number.POSITIVE_INFINITY
    }),
  )
  const costs = { rows: jobs.length, columns: turns.length, cells: Float64Array.from(cells) }
  const { columnOf } = assign(costs)
  const given: ({ job: string } & Suggestion)[] = []
  const left: { job: string; reason: 'nobody-may' | 'all-busy' }[] = []
  jobs.forEach(({ id }, row) => {
    const turn = turns[columnOf[row] as number]
    const own = turn && weighed[row]?.[placeOf.get(turn.id) as number]
    if (own && isPossible(own)) given.push({ job: id, ...withTurn(own, turn) })
    else left.push({ job: id, reason: weighed[row]?.some(isPossible) ? 'all-busy' : 'nobody-may' })
  })
  return { given, left }
}

type Turn = { readonly id: string; readonly before: number; readonly extra: number }

function turnsOf({ id, room }: Candidate, { load }: Weights): Turn[] {
  return Array.from({ length: Math.max(0, Math.min(room, turnsMax)) }, (_, before) => ({
    ...{ id, before, extra: before * before * secondTurn * load },
  }))
}

/** What the jobs before it in the batch add is part of the load that is said. */
function withTurn({ candidate, cost, parts }: Suggestion, { before, extra }: Turn): Suggestion {
  if (before === 0) return { candidate, cost, parts }
  const load = parts.find(part => part.kind === 'load')
  const others = parts.filter(part => part !== load)
  const [metres, count] = [(load?.metres ?? 0) + extra, (load?.count ?? 0) + before]
  return { candidate, cost: cost + extra, parts: [...others, { kind: 'load', metres, count }] }
}
