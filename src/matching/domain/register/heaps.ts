// Where do people lie who share a fact? Heaps as chains in typed arrays: a hundred thousand heaps
// of one person cost no more than a hundred thousand numbers.
import { type Ints, newInts, push } from '../encode/ints.ts'

export type Chains = {
  readonly heapOf: Map<number, number>
  readonly heads: Ints
  readonly sizes: Ints
  /** Member and next of each link, side by side. */
  readonly links: Ints
}

export function newChains(): Chains {
  return { heapOf: new Map(), heads: newInts(), sizes: newInts(), links: newInts() }
}

export function addTo(chains: Chains, key: number, member: number): void {
  const { heapOf, heads, sizes, links } = chains
  let heap = heapOf.get(key)
  if (heap === undefined) {
    heap = heads.length
    heapOf.set(key, heap)
    push(heads, -1)
    push(sizes, 0)
  }
  push(links, member)
  push(links, heads.data[heap] as number)
  heads.data[heap] = links.length - 2
  sizes.data[heap] = (sizes.data[heap] as number) + 1
}

/** Of a heap that is not too large to look through. */
export function eachMember(
  { heapOf, heads, sizes, links }: Chains,
  { key, most }: { key: number; most: number },
  take: (member: number) => void,
): void {
  const heap = heapOf.get(key)
  if (heap === undefined || (sizes.data[heap] as number) > most) return
  for (let at = heads.data[heap] as number; at >= 0; at = links.data[at + 1] as number) {
    take(links.data[at] as number)
  }
}
