// Has this pair of values been compared before? A memory of fixed size: a new pair may push out an
// old one, so it never grows, and its answers are those of the comparison itself.

export type CompareCodes = (a: number, b: number) => number

export function remembered(compare: CompareCodes, bits = 16): CompareCodes {
  const size = 1 << bits
  const lows = new Int32Array(size).fill(-1)
  const highs = new Int32Array(size)
  const answers = new Int8Array(size)
  return (a, b) => {
    const low = Math.min(a, b)
    const high = Math.max(a, b)
    const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - bits)
    if (lows[slot] === low && highs[slot] === high) return answers[slot] as number
    const answer = compare(low, high)
    lows[slot] = low
    highs[slot] = high
    answers[slot] = answer
    return answer
  }
}
