// Which records lie in one heap? For each rule the records sorted by their key; a heap that is too
// large to look through (a hostel, a default date) is left out, so that its rule stays affordable.
import { type Atom, type Atoms, mix } from './atoms.ts'
import { sortByKey } from './radix.ts'
import type { Rule } from './rules.ts'

export type Heaps = {
  readonly rules: readonly Rule[]
  /** Keys of record i, all rules side by side: keys[i * width + offsets[rule]] and on. */
  readonly keys: Int32Array
  readonly width: number
  readonly offsets: Int32Array
  readonly strides: Int32Array
  /** Per rule: records heap by heap, and where each heap starts (the last entry is the end). */
  readonly members: readonly Int32Array[]
  readonly starts: readonly Int32Array[]
  readonly heapKeys: readonly Int32Array[]
  /** Per rule: how many pairs its heaps hold, shared with other rules or not. */
  readonly pairs: readonly number[]
}

/** Of a rule that sets no limit itself. */
const pairsPerRuleMax = 100_000_000

export function heapsOf(
  { atoms, count }: { atoms: Atoms; count: number },
  rules: readonly Rule[],
): Heaps {
  const parts = rules.map(({ by }) => by.map(name => atoms.get(name) as Atom))
  const strides = Int32Array.from(parts, rule => Math.max(...rule.map(({ stride }) => stride)))
  const offsets = new Int32Array(rules.length)
  for (let r = 1; r < rules.length; r++) {
    offsets[r] = (offsets[r - 1] as number) + (strides[r - 1] as number)
  }
  const width = strides.reduce((sum, stride) => sum + stride, 0)
  const keys = new Int32Array(new SharedArrayBuffer(Math.max(4, count * width * 4)))
  const heaps = { rules, keys, width, offsets, strides }
  const built = parts.map((rule, r) => {
    writeKeys(heaps, r, { rule, count })
    return heapsOfRule(heaps, r, count)
  })
  const members = built.map(one => one.members)
  const starts = built.map(one => one.starts)
  const heapKeys = built.map(one => one.heapKeys)
  return { ...heaps, members, starts, heapKeys, pairs: built.map(one => one.pairs) }
}

type Layout = Pick<Heaps, 'keys' | 'width' | 'offsets' | 'strides'>

function writeKeys(layout: Layout, r: number, { rule, count }: { rule: Atom[]; count: number }) {
  const { keys, width } = layout
  const offset = layout.offsets[r] as number
  const stride = layout.strides[r] as number
  for (let i = 0; i < count; i++) {
    for (let s = 0; s < stride; s++) {
      let key = 1
      for (const atom of rule) {
        const own = atom.keys[atom.stride === 1 ? i : i * atom.stride + s] as number
        key = own === 0 ? 0 : mix(key, own)
        if (key === 0) break
      }
      keys[i * width + offset + s] = key
    }
  }
}

type Place = { keys: Int32Array; width: number; offset: number; stride: number }
type HeapsOfRule = {
  members: Int32Array
  starts: Int32Array
  heapKeys: Int32Array
  pairs: number
}

function heapsOfRule(
  layout: Layout & { readonly rules: readonly Rule[] },
  r: number,
  count: number,
): HeapsOfRule {
  const offset = layout.offsets[r] as number
  const stride = layout.strides[r] as number
  const place = { keys: layout.keys, width: layout.width, offset, stride }
  const entries = sortByKey({ ...place, count })
  const cap = capFor(entries.keys, layout.rules[r]?.pairsMost ?? pairsPerRuleMax)
  const members = new Int32Array(new SharedArrayBuffer(Math.max(4, entries.keys.length * 4)))
  const starts: number[] = []
  const heapKeys: number[] = []
  let [at, pairs] = [0, 0]
  eachRun(entries.keys, (start, end) => {
    const size = end - start
    const key = entries.keys[start] as number
    if (size > cap) return dropKey(entries.records.subarray(start, end), place, key)
    if (size < 2) return
    starts.push(at)
    heapKeys.push(key)
    for (let i = start; i < end; i++) members[at++] = entries.records[i] as number
    pairs += (size * (size - 1)) / 2
  })
  starts.push(at)
  const used = members.subarray(0, at)
  return { members: used, starts: shared(starts), heapKeys: shared(heapKeys), pairs }
}

function shared(numbers: readonly number[]): Int32Array {
  const array = new Int32Array(new SharedArrayBuffer(Math.max(4, numbers.length * 4)))
  array.set(numbers)
  return array
}

/** So that no other rule believes this rule has brought the pair. */
function dropKey(records: Int32Array, { keys, width, offset, stride }: Place, key: number): void {
  for (const record of records) {
    const from = record * width + offset
    for (let s = from; s < from + stride; s++) if (keys[s] === key) keys[s] = 0
  }
}

/** The largest heap with which all heaps up to its size stay within the pairs allowed. */
function capFor(keys: Int32Array, pairsMost: number): number {
  const pairsOfSize = new Map<number, number>()
  eachRun(keys, (start, end) => {
    const size = end - start
    if (size < 2) return
    pairsOfSize.set(size, (pairsOfSize.get(size) ?? 0) + (size * (size - 1)) / 2)
  })
  let [sum, cap] = [0, 1]
  for (const size of [...pairsOfSize.keys()].sort((a, b) => a - b)) {
    sum += pairsOfSize.get(size) ?? 0
    if (sum > pairsMost) break
    cap = size
  }
  return cap
}

function eachRun(keys: Int32Array, take: (start: number, end: number) => void): void {
  let start = 0
  for (let i = 1; i <= keys.length; i++) {
    if (i < keys.length && keys[i] === keys[start]) continue
    take(start, i)
    start = i
  }
}
