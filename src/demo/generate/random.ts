// Where does all chance in the demo come from? From the seed and a label, nowhere else (sfc32).
// Each part draws from its own labelled stream, so a change in one leaves the others as they were.

export type Random = {
  /** A share in [0, 1). */
  next(): number
  /** A whole number in [0, limit). */
  below(limit: number): number
  /** A whole number in [from, to], both included. */
  between(from: number, to: number): number
  chance(share: number): boolean
  pick<T>(items: readonly T[]): T
  weighted<T>(items: readonly (readonly [T, number])[]): T
  shuffled<T>(items: readonly T[]): T[]
}

export function stream(seed: number, label: string): Random {
  const next = sfc32(startOf(`${seed}/${label}`))
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <T>(items: readonly T[]) => at(items, below(items.length))
  return {
    next,
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: share => next() < share,
    pick,
    weighted: items => weightedBy(items, next()),
    shuffled: items => shuffle(items, below),
  }
}

/** The item at a place that must exist. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[index]
  if (item === undefined) throw new Error(`nothing at ${index} of ${items.length}`)
  return item
}

function weightedBy<T>(items: readonly (readonly [T, number])[], share: number): T {
  let left = share * items.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [item, weight] of items) {
    left -= weight
    if (left < 0) return item
  }
  return at(items, items.length - 1)[0]
}

function shuffle<T>(items: readonly T[], below: (limit: number) => number): T[] {
  const out = [...items]
  for (let last = out.length - 1; last > 0; last--) {
    const other = below(last + 1)
    const kept = at(out, last)
    out[last] = at(out, other)
    out[other] = kept
  }
  return out
}

// FNV-1a over the label, four times with different starts: the four words sfc32 begins from.
function startOf(label: string): [number, number, number, number] {
  return [word(label, 1), word(label, 2), word(label, 3), word(label, 4)]
}

function word(label: string, start: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(start, 0x9e3779b1)
  for (let index = 0; index < label.length; index++) {
    hash = Math.imul(hash ^ label.charCodeAt(index), 0x01000193)
  }
  return (hash ^ (hash >>> 15)) | 0
}

function sfc32([one, two, three, four]: [number, number, number, number]): () => number {
  let a = one
  let b = two
  let c = three
  let counter = four
  const draw = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 4294967296
  }
  for (let round = 0; round < 12; round++) draw()
  return draw
}
