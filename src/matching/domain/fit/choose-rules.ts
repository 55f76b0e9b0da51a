// Which rules are worth their pairs? Those that find people whom no rule chosen before them finds,
// best value first (greedy set cover, Chvátal 1979), until more pairs would bring next to nothing.
// A sample cannot show all whom they miss, so some that find many for few pairs are taken besides.
import type { Heaps } from '../block/heaps.ts'
import type { Ones } from './prior.ts'

export type Budget = {
  /** Up to so many pairs, any rule that finds anybody. */
  readonly pairs: number
  /** Beyond that, only a rule that finds one in so many pairs; and never more than `most`. */
  readonly pairsPerFind: number
  readonly most: number
  /** How many times the pairs here will be in the whole list, and the most of one rule there. */
  readonly times: number
  readonly pairsPerRule: number
}

export function chooseRules(heaps: Heaps, { pairs, worth }: Ones, budget: Budget): number[] {
  const small = heaps.rules.map((_, rule) => smallHeaps(heaps, rule, budget))
  const all = small.map(({ tooLarge }, rule) => findsOf({ heaps, rule, tooLarge }, pairs))
  const finds = [...all]
  const costs = small.map(({ cost }) => cost * budget.times)
  const isFound = new Uint8Array(pairs.length / 2)
  const chosen: number[] = []
  let spent = 0
  while (chosen.length < heaps.rules.length) {
    const best = bestOf({ finds, costs, worth, isFound }, chosen)
    if (!best) break
    const cost = costs[best.rule] as number
    const pairsPerFind = cost / (best.found * budget.times)
    const isCheap = spent + cost <= budget.pairs || pairsPerFind <= budget.pairsPerFind
    finds[best.rule]?.forEach(pair => {
      isFound[pair] = isCheap ? 1 : (isFound[pair] as number)
    })
    if (!isCheap || spent + cost > budget.most) finds[best.rule] = new Int32Array(0)
    else {
      chosen.push(best.rule)
      spent += cost
    }
  }
  const rest = small.map((_, rule) => rule).filter(rule => !chosen.includes(rule))
  return [
    ...chosen,
    ...besides({ finds: all, costs, worth }, rest, {
      pairs: budget.pairs / 2 - spent,
      rules: budget.times > 1 ? besidesMost.sampled : besidesMost.whole,
    }),
  ]
}

/** Of a list that is only sampled here, few: each rule is one more sorting of all its records. */
const besidesMost = { whole: 8, sampled: 3 }

/** Those that find most for their pairs, whoever has found them already. */
function besides(
  { finds, costs, worth }: Omit<Finds, 'isFound'>,
  rest: readonly number[],
  most: { readonly pairs: number; readonly rules: number },
): number[] {
  const valued = rest.flatMap(rule => {
    const found = (finds[rule] ?? new Int32Array(0)).reduce((sum, p) => sum + (worth[p] ?? 0), 0)
    return found > 0 ? [{ rule, value: found / Math.max(1, costs[rule] as number) }] : []
  })
  let left = most.pairs
  return valued
    .sort((one, other) => other.value - one.value || one.rule - other.rule)
    .map(({ rule }) => rule)
    .filter(rule => {
      const isTaken = (costs[rule] as number) <= left
      if (isTaken) left -= costs[rule] as number
      return isTaken
    })
    .slice(0, most.rules)
}

/** In the whole list heaps are so much larger that of this rule some will be left out. */
function smallHeaps(heaps: Heaps, rule: number, { pairsPerRule, times }: Budget) {
  const [starts, keys] = [heaps.starts[rule] as Int32Array, heaps.heapKeys[rule] as Int32Array]
  const size = (heap: number) => (starts[heap + 1] as number) - (starts[heap] as number)
  const bySize = [...keys.keys()].sort((a, b) => size(a) - size(b))
  const tooLarge = new Set<number>()
  let cost = 0
  for (const heap of bySize) {
    const pairs = (size(heap) * (size(heap) - 1)) / 2
    if ((cost + pairs) * times > pairsPerRule) tooLarge.add(keys[heap] as number)
    else cost += pairs
  }
  return { tooLarge, cost }
}

type Search = { heaps: Heaps; rule: number; tooLarge: ReadonlySet<number> }

function findsOf(search: Search, pairs: Int32Array): Int32Array {
  const found: number[] = []
  for (let p = 0; p < pairs.length; p += 2) {
    if (isFoundBy(search, [pairs[p] as number, pairs[p + 1] as number])) found.push(p / 2)
  }
  return Int32Array.from(found)
}

function isFoundBy({ heaps, rule, tooLarge }: Search, [a, b]: readonly [number, number]): boolean {
  const { keys, width, offsets, strides } = heaps
  const [offset, stride] = [offsets[rule] as number, strides[rule] as number]
  for (let i = a * width + offset; i < a * width + offset + stride; i++) {
    const key = keys[i] as number
    if (key === 0 || tooLarge.has(key)) continue
    for (let j = b * width + offset; j < b * width + offset + stride; j++) {
      if (key === keys[j]) return true
    }
  }
  return false
}

type Finds = {
  finds: readonly Int32Array[]
  costs: readonly number[]
  worth: Float64Array
  isFound: Uint8Array
}

function bestOf({ finds, costs, worth, isFound }: Finds, chosen: readonly number[]) {
  let best: { rule: number; found: number; value: number } | undefined
  for (const [rule, own] of finds.entries()) {
    if (chosen.includes(rule) || own.length === 0) continue
    let found = 0
    for (const pair of own) found += (1 - (isFound[pair] as number)) * (worth[pair] as number)
    const value = found / Math.max(1, costs[rule] as number)
    if (found > 0 && (!best || value > best.value)) best = { rule, found, value }
  }
  return best
}
