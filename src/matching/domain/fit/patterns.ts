// Which patterns of agreement occur, and how often? A hundred thousand pairs come down to some
// thousands of patterns, and learning works on those.

export type Patterns = {
  readonly width: number
  /** Levels of pattern p are levels[p * width] and on; -1 where a field is not known. */
  readonly levels: Int8Array
  readonly counts: Float64Array
  readonly total: number
}

export type PatternCounter = { add(levels: Int8Array): void; end(): Patterns }

const base = 10

export function patternCounter(width: number): PatternCounter {
  const counts = new Map<number, number>()
  let total = 0
  return {
    add(levels) {
      let key = 0
      for (let k = 0; k < width; k++) key = key * base + (levels[k] as number) + 1
      counts.set(key, (counts.get(key) ?? 0) + 1)
      total += 1
    },
    end() {
      const levels = new Int8Array(counts.size * width)
      let p = 0
      for (const key of counts.keys()) {
        let rest = key
        for (let k = width - 1; k >= 0; k--) {
          levels[p * width + k] = (rest % base) - 1
          rest = Math.floor(rest / base)
        }
        p += 1
      }
      return { width, levels, counts: Float64Array.from(counts.values()), total }
    },
  }
}
