// Has this pair of values been compared before? A memory of fixed size: a new pair may push out an
// old one, so it never grows, and its answers are those of the comparison itself.

export type CompareCodes = (a: number, b: number) => number

/** An answer, from -1 on, is kept in the last bits beside the larger code. */
const answerBits = 5
const answerMask = (1 << answerBits) - 1

export function remembered(compare: CompareCodes, bits = 16): CompareCodes {
  const memory = new Int32Array(2 << bits).fill(-1)
  return (a, b) => {
    const low = Math.min(a, b)
    const high = Math.max(a, b)
    const hash = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)
    const slot = (hash >>> (32 - bits)) << 1
    const known = memory[slot + 1] as number
    if (memory[slot] === low && known >> answerBits === high) return (known & answerMask) - 1
    const answer = compare(low, high)
    memory[slot] = low
    memory[slot + 1] = (high << answerBits) | (answer + 1)
    return answer
  }
}
