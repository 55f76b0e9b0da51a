// Who is who in one list, or between two? The whole engine in the order of its stages, pure: rows
// in, pairs, groups and what can be expected of them out.
import { type Heaps, heapsOf } from './block/heaps.ts'
import { type Stretch, stretchesOf } from './block/pairs.ts'
import { gather, type Link } from './cluster/gather.ts'
import { rootOf } from './cluster/union.ts'
import { type Encoded, type People, peopleOf } from './compare/people.ts'
import { sameOf } from './decide/decisions.ts'
import type { Model } from './decide/model.ts'
import { levelsOf, type ScoredPairs, scorePairs } from './decide/score-pairs.ts'
import { type Pair, type Scorer, scorerOf } from './decide/scorer.ts'
import { strongestFirst } from './decide/strongest-first.ts'
import { strangersTable } from './decide/tables.ts'
import {
  distributionOf,
  type Expected,
  expectedAt,
  expectedOf,
  type Thresholds,
  thresholdsOf,
} from './decide/thresholds.ts'
import { fieldsOf } from './encode/fields.ts'
import { orderOf, tableInOrder } from './encode/in-order.ts'
import type { RawTable } from './encode/roles.ts'
import { type Ground, groundFor } from './ground.ts'
import type { KnownModel } from './splink/read-model.ts'

export type Stage = 'encode' | 'fit' | 'block' | 'score' | 'decide' | 'cluster'
export type Options = {
  readonly model?: KnownModel
  /** Milliseconds, of any clock; for the seconds per stage. */
  readonly now?: () => number
  /** Who weighs the pairs; alone, unless threads are at hand. */
  readonly weigh?: WeighAll
}

export type Weighing = Ground & {
  readonly heaps: Heaps
  readonly stretches: readonly Stretch[]
  readonly floor: number
}
export type WeighAll = (weighing: Weighing) => ScoredPairs | Promise<ScoredPairs>

export type Linked = {
  readonly model: Model
  readonly records: number
  readonly compared: number
  readonly thresholds: Thresholds
  readonly expected: { readonly same: Expected; readonly review: Expected; readonly best: Expected }
  /** Records by their place in the table; strongest pair first. */
  readonly pairs: readonly DecidedPair[]
  /** Per record of the table: a record of its group, the same for all of them. */
  readonly clusters: Int32Array
  readonly seconds: Readonly<Record<Stage, number>>
}

export type DecidedPair = {
  readonly a: number
  readonly b: number
  readonly weight: number
  readonly isSame: boolean
  /** Per field of the model the level of agreement, -1 where one of the two does not say. */
  readonly levels: Int8Array
}

const stretchPairs = 100_000

/** As received, or with its fields read already by several threads. */
export type Received = RawTable | (Encoded & { readonly columns?: undefined })

export async function link(
  received: Received,
  { model: known, now = () => 0, weigh = weighAlone }: Options = {},
): Promise<Linked> {
  const watch = stopwatch(now)
  const { columns = [] } = received
  const count = received.ids.length
  const order = orderOf({ ids: received.ids, columns })
  const fields = 'fields' in received ? received.fields : fieldsOf({ columns, count })
  const people = peopleOf({ ...received, fields }, order)
  watch.end('encode')
  const raw = () => tableInOrder({ ...received, columns }, order)
  const ground = withWorth(groundFor(raw, people, known))
  const { model } = ground
  watch.end('fit')
  const heaps = heapsOf({ atoms: ground.atoms, count: people.count }, model.rules)
  watch.end('block')
  const floor = Math.log2(1 / 64)
  const stretches = stretchesOf(heaps, stretchPairs)
  const scored = await weigh({ ...ground, heaps, stretches, floor })
  watch.end('score')
  const distribution = distributionOf(scored)
  const thresholds = thresholdsOf(distribution)
  const sorted = strongestFirst(scored)
  const whole = { ...ground, own: people, order }
  const pairs = decide(whole, scored, { sorted, thresholds })
  watch.end('decide')
  const clusters = clustersOf(whole, scored, { sorted, thresholds })
  watch.end('cluster')
  const same = pairs.flatMap(({ isSame, weight }) =>
    isSame ? [Math.max(weight, thresholds.same)] : [],
  )
  const at = (threshold: number) => expectedAt(distribution, threshold)
  return {
    model,
    records: people.count,
    compared: scored.compared,
    thresholds,
    expected: {
      same: expectedOf(same, distribution),
      review: at(thresholds.review),
      best: at(thresholds.best),
    },
    pairs,
    clusters,
    seconds: watch.seconds,
  }
}

export const weighAlone: WeighAll = ({ people, model, ...work }) => scorePairs(people, model, work)

/** What each value is worth is worked out once for all that weigh. */
function withWorth(ground: Ground): Ground {
  const { people, model } = ground
  return { ...ground, people: { ...people, exact: strangersTable(model, people).exact } }
}

/** `own` is how we see the records, whoever's model weighs them: safety asks only us. */
type Whole = Ground & { readonly own: People; readonly order: Int32Array }
type Sorted = { readonly sorted: Int32Array; readonly thresholds: Thresholds }

function decide(whole: Whole, scored: ScoredPairs, { sorted, thresholds }: Sorted): DecidedPair[] {
  const { people, own, order } = whole
  const isBelow = sorted.findIndex(p => (scored.weights[p] as number) < thresholds.review)
  const listed = isBelow < 0 ? sorted : sorted.subarray(0, isBelow)
  const levelsAt = (p: number) => levelsOf(scored, p)
  const isOwn = people.rows === own.rows
  const known = { scored, pairs: listed, thresholds, ...(isOwn && { levelsAt }) }
  const same = sameOf(own, known)
  return Array.from(listed, (p, at) => {
    const [a, b] = [scored.a[p] as number, scored.b[p] as number]
    const [one, other] = inListOrder(people, a, b)
    return {
      a: order[one] as number,
      b: order[other] as number,
      weight: scored.weights[p] as number,
      isSame: same[at] === 1,
      levels: levelsAt(p),
    }
  })
}

/** The record of the first list first; in one list the one that stands first. */
function inListOrder({ lists }: People, a: number, b: number): readonly [number, number] {
  return lists && (lists[a] as number) > (lists[b] as number) ? [b, a] : [a, b]
}

function clustersOf(whole: Whole, scored: ScoredPairs, { sorted, thresholds }: Sorted): Int32Array {
  const { people, model, order } = whole
  const scorer = scorerOf(people.comparisons, model, people)
  const weigh = pairwise(people, scorer)
  const union = gather(linksOf(scored, sorted), {
    count: people.count,
    threshold: thresholds.best,
    weigh: (a, b) => weigh(a, b),
  })
  const clusters = new Int32Array(people.count)
  for (let i = 0; i < people.count; i++)
    clusters[order[i] as number] = order[rootOf(union, i)] as number
  return clusters
}

function* linksOf(scored: ScoredPairs, sorted: Int32Array): Generator<Link> {
  for (const p of sorted) {
    const [a, b, weight] = [scored.a[p], scored.b[p], scored.weights[p]]
    yield { a: a as number, b: b as number, weight: weight as number }
  }
}

function pairwise({ rows, width }: People, scorer: Scorer): (a: number, b: number) => number {
  const pair: Pair = { rowsA: rows, atA: 0, rowsB: rows, atB: 0 }
  return (a, b) => {
    pair.atA = a * width
    pair.atB = b * width
    return scorer.weigh(pair, Number.NEGATIVE_INFINITY)
  }
}

function stopwatch(now: () => number) {
  const seconds = { encode: 0, fit: 0, block: 0, score: 0, decide: 0, cluster: 0 }
  let start = now()
  return {
    seconds,
    end(stage: Stage) {
      const time = now()
      seconds[stage] += (time - start) / 1000
      start = time
    },
  }
}
