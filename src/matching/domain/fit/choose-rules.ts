// Which rules are worth their pairs? Those that find people whom no rule chosen before them finds,
// best value first (greedy set cover, Chvátal 1979), until more pairs would bring next to nothing.
import type { Heaps } from '../block/heaps.ts'

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

/** `pairs` are pairs of one person, as far as can be told: a, b, a, b; each stands for `worth`. */
export function chooseRules(
  heaps: Heaps,
  { pairs, worth }: { pairs: Int32Array; worth: number },
  budget: Budget,
): number[] {
  const finds = heaps.rules.map((_, rule) => findsOf(heaps, rule, pairs))
  const costs = heaps.pairs.map(cost => Math.min(cost * budget.times, budget.pairsPerRule))
  const isFound = new Uint8Array(pairs.length / 2)
  const chosen: number[] = []
  let spent = 0
  while (chosen.length < heaps.rules.length) {
    const best = bestOf({ finds, costs, isFound }, chosen)
    if (!best) break
    const cost = costs[best.rule] as number
    const pairsPerFind = cost / (best.found * worth * budget.times)
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
  return chosen
}

function findsOf(heaps: Heaps, rule: number, pairs: Int32Array): Int32Array {
  const found: number[] = []
  for (let p = 0; p < pairs.length; p += 2) {
    if (isFoundBy(heaps, rule, [pairs[p] as number, pairs[p + 1] as number])) found.push(p / 2)
  }
  return Int32Array.from(found)
}

function isFoundBy(
  { keys, width, offsets, strides }: Heaps,
  rule: number,
  [a, b]: readonly [number, number],
): boolean {
  const [offset, stride] = [offsets[rule] as number, strides[rule] as number]
  for (let i = a * width + offset; i < a * width + offset + stride; i++) {
    if (keys[i] === 0) continue
    for (let j = b * width + offset; j < b * width + offset + stride; j++) {
      if (keys[i] === keys[j]) return true
    }
  }
  return false
}

type Finds = { finds: readonly Int32Array[]; costs: readonly number[]; isFound: Uint8Array }

function bestOf({ finds, costs, isFound }: Finds, chosen: readonly number[]) {
  let best: { rule: number; found: number; value: number } | undefined
  for (const [rule, own] of finds.entries()) {
    if (chosen.includes(rule) || own.length === 0) continue
    let found = 0
    for (const pair of own) found += 1 - (isFound[pair] as number)
    const value = found / Math.max(1, costs[rule] as number)
    if (found > 0 && (!best || value > best.value)) best = { rule, found, value }
  }
  return best
}
