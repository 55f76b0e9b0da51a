// Where does a search get its chance from? From its seed alone.

export type Chance = {
  /** 0 up to but not 1. */
  next(): number
  /** A whole number from 0 up to but not `count`. */
  below(count: number): number
}

/** Xorshift32: one word of state, fast enough for the innermost loop. */
export function chanceOf(seed: number): Chance {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x85ebca6b) | 0 || 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  for (let i = 0; i < 8; i++) next()
  return { next, below: count => Math.floor(next() * count) }
}
