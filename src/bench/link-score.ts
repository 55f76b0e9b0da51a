// How right are links and clusters, when the truth is known? Pure counting over pairs of records.

export type Score = {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly found: number
  readonly right: number
  readonly wanted: number
}

/** A record is a number from 0; its truth is a number as well: the same person, the same number. */
export type Truth = Int32Array
export type Pair = { readonly a: number; readonly b: number; readonly weight: number }

const pairsIn = (size: number) => (size * (size - 1)) / 2

export function wantedPairs(truth: Truth): number {
  return pairsWithin(truth)
}

/** Every pair of records that share a number. */
function pairsWithin(numbers: Int32Array): number {
  const sizes = new Map<number, number>()
  for (const number of numbers) sizes.set(number, (sizes.get(number) ?? 0) + 1)
  let sum = 0
  for (const size of sizes.values()) sum += pairsIn(size)
  return sum
}

/** Of the pairs themselves, before anything is joined through a third. */
export function scorePairs(pairs: readonly Pair[], truth: Truth): Score {
  let right = 0
  for (const { a, b } of pairs) if (truth[a] === truth[b]) right += 1
  return scoreOf({ found: pairs.length, right, wanted: wantedPairs(truth) })
}

/** Of all pairs that clusters hold: what is joined through a third counts as joined. */
export function scoreClusters(clusters: Int32Array, truth: Truth): Score {
  const both = new Map<string, number>()
  truth.forEach((person, at) => {
    const key = `${clusters[at]}/${person}`
    both.set(key, (both.get(key) ?? 0) + 1)
  })
  let right = 0
  for (const size of both.values()) right += pairsIn(size)
  return scoreOf({ found: pairsWithin(clusters), right, wanted: wantedPairs(truth) })
}

/** Which share of the true people has a cluster that is exactly theirs? */
export function exactShare(clusters: Int32Array, truth: Truth): number {
  const sizes = Map.groupBy(truth.keys(), at => truth[at])
  const inCluster = Map.groupBy(clusters.keys(), at => clusters[at])
  let exact = 0
  for (const own of sizes.values()) {
    const mine = inCluster.get(clusters[own[0] ?? 0])
    if (mine?.length === own.length && own.every(at => clusters[at] === clusters[own[0] ?? 0])) {
      exact += 1
    }
  }
  return sizes.size ? exact / sizes.size : 1
}

export function scoreOf(counts: { found: number; right: number; wanted: number }): Score {
  const { found, right, wanted } = counts
  const precision = found ? right / found : 1
  const recall = wanted ? right / wanted : 1
  const f1 = right ? (2 * precision * recall) / (precision + recall) : 0
  return { precision, recall, f1, found, right, wanted }
}

export type Joining = {
  readonly found: number
  readonly right: number
  join(a: number, b: number): void
  clusters(): Int32Array
}

/** Union-find that counts as it joins: the smaller bag of truths is poured into the larger. */
export function openJoining(truth: Truth): Joining {
  const parent = Int32Array.from(truth.keys())
  const sizes = new Int32Array(truth.length).fill(1)
  const bags = Array.from(truth, person => new Map([[person, 1]]))
  let found = 0
  let right = 0
  const rootOf = (record: number) => {
    let at = record
    while (parent[at] !== at) {
      const above = parent[at] as number
      parent[at] = parent[above] as number
      at = above
    }
    return at
  }
  const pour = (from: Map<number, number>, into: Map<number, number>) => {
    for (const [person, count] of from) {
      const there = into.get(person) ?? 0
      right += count * there
      into.set(person, there + count)
    }
    from.clear()
  }
  return {
    get found() {
      return found
    },
    get right() {
      return right
    },
    join(a, b) {
      const [one, other] = [rootOf(a), rootOf(b)]
      if (one === other) return
      const [small, large] = (sizes[one] ?? 0) < (sizes[other] ?? 0) ? [one, other] : [other, one]
      found += (sizes[small] ?? 0) * (sizes[large] ?? 0)
      pour(bags[small] as Map<number, number>, bags[large] as Map<number, number>)
      sizes[large] = (sizes[large] ?? 0) + (sizes[small] ?? 0)
      parent[small] = large
    },
    clusters: () => Int32Array.from(truth.keys(), rootOf),
  }
}

/** The best that one threshold over these weights could have given, labels in hand. */
export function bestThreshold(
  pairs: readonly Pair[],
  truth: Truth,
): { readonly f1: number; readonly weight: number } {
  const sorted = [...pairs].sort((one, other) => other.weight - one.weight)
  const wanted = wantedPairs(truth)
  const joining = openJoining(truth)
  let best = { f1: 0, weight: Number.POSITIVE_INFINITY }
  sorted.forEach(({ a, b, weight }, at) => {
    joining.join(a, b)
    if (sorted[at + 1]?.weight === weight) return
    const { f1 } = scoreOf({ found: joining.found, right: joining.right, wanted })
    if (f1 > best.f1) best = { f1, weight }
  })
  return best
}
