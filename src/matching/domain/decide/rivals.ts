// Does somebody else in the list fit as well? A row without a birthday may be the father's or the
// son's, and then nobody but a person can say.
import type { ScoredPairs } from './score-pairs.ts'
import { areTwo } from './suffice.ts'
import type { Witness } from './witness.ts'

const partnersMost = 40

export type Rivals = { has(a: number, b: number): boolean }

/** `pairs`: places of those that are listed at all. */
export function rivalsOf(scored: ScoredPairs, pairs: Int32Array, witness: Witness): Rivals {
  let partners: ReadonlyMap<number, readonly number[]> | undefined
  const hasRival = (one: number, other: number) =>
    (partners?.get(one) ?? []).some(
      third => third !== other && areTwo(witness.agreement(third, other)),
    )
  return {
    has(a, b) {
      partners ??= partnersOf(scored, pairs)
      return hasRival(a, b) || hasRival(b, a)
    },
  }
}

function partnersOf({ a, b }: ScoredPairs, pairs: Int32Array): Map<number, number[]> {
  const partners = new Map<number, number[]>()
  const add = (one: number, other: number) => {
    const own = partners.get(one)
    if (!own) partners.set(one, [other])
    else if (own.length < partnersMost) own.push(other)
  }
  for (const p of pairs) {
    add(a[p] as number, b[p] as number)
    add(b[p] as number, a[p] as number)
  }
  return partners
}
