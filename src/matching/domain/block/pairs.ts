// Which pairs are worth a look? Every pair of a heap once: by the first rule that has both in one
// heap.
import type { Heaps } from './heaps.ts'

export type Stretch = { readonly rule: number; readonly fromHeap: number; readonly toHeap: number }
export type Take = (a: number, b: number) => void

/** All heaps of all rules, cut into stretches of about `pairsEach` pairs. */
export function stretchesOf(heaps: Heaps, pairsEach: number): Stretch[] {
  const stretches: Stretch[] = []
  for (let rule = 0; rule < heaps.rules.length; rule++) {
    const starts = heaps.starts[rule] as Int32Array
    let [fromHeap, pairs] = [0, 0]
    for (let heap = 0; heap < starts.length - 1; heap++) {
      const size = (starts[heap + 1] as number) - (starts[heap] as number)
      pairs += (size * (size - 1)) / 2
      if (pairs < pairsEach && heap < starts.length - 2) continue
      stretches.push({ rule, fromHeap, toHeap: heap + 1 })
      fromHeap = heap + 1
      pairs = 0
    }
  }
  return stretches
}

/** `lists` given: only pairs of one record from each list. */
export function eachPair(
  heaps: Heaps,
  { rule, fromHeap, toHeap }: Stretch,
  { lists, take }: { lists: Uint8Array | undefined; take: Take },
): void {
  const members = heaps.members[rule] as Int32Array
  const starts = heaps.starts[rule] as Int32Array
  const heapKeys = heaps.heapKeys[rule] as Int32Array
  const isSeen = seenBefore(heaps, rule)
  for (let heap = fromHeap; heap < toHeap; heap++) {
    const end = starts[heap + 1] as number
    for (let i = starts[heap] as number; i < end; i++) {
      const a = members[i] as number
      for (let j = i + 1; j < end; j++) {
        const b = members[j] as number
        if (lists && lists[a] === lists[b]) continue
        if (!isSeen(a, b, heapKeys[heap] as number)) take(a, b)
      }
    }
  }
}

/** By an earlier rule; or by this one, in a heap of another of its keys. */
function seenBefore({ keys, width, offsets, strides }: Heaps, rule: number) {
  const ownOffset = offsets[rule] as number
  const ownStride = strides[rule] as number
  const isPlain = strides.subarray(0, rule).every(stride => stride === 1)
  return (a: number, b: number, heapKey: number): boolean => {
    const [atA, atB] = [a * width, b * width]
    if (isPlain) {
      for (let k = 0; k < ownOffset; k++) {
        const key = keys[atA + k]
        if (key !== 0 && key === keys[atB + k]) return true
      }
    } else {
      for (let r = 0; r < rule; r++) {
        const offset = offsets[r] as number
        if (sharedKey(keys, [atA + offset, atB + offset], strides[r] as number) !== 0) return true
      }
    }
    if (ownStride === 1) return false
    return sharedKey(keys, [atA + ownOffset, atB + ownOffset], ownStride) !== heapKey
  }
}

/** The first key of the one that the other has too; 0 when there is none. */
function sharedKey(keys: Int32Array, [a, b]: readonly [number, number], stride: number): number {
  for (let i = a; i < a + stride; i++) {
    const key = keys[i] as number
    if (key === 0) continue
    for (let j = b; j < b + stride; j++) if (keys[j] === key) return key
  }
  return 0
}
