// Which records hang together? Disjoint sets with path halving (Tarjan and van Leeuwen 1984); the
// root is always the first record, so that the order of the pairs leaves no trace.

export type Union = { readonly parents: Int32Array; readonly sizes: Int32Array }

export function newUnion(count: number): Union {
  return {
    parents: Int32Array.from({ length: count }, (_, i) => i),
    sizes: new Int32Array(count).fill(1),
  }
}

export function rootOf({ parents }: Union, record: number): number {
  let at = record
  while (parents[at] !== at) {
    parents[at] = parents[parents[at] as number] as number
    at = parents[at] as number
  }
  return at
}

/** Two roots become one; gives the one that stays. */
export function join({ parents, sizes }: Union, one: number, other: number): number {
  const [first, second] = one < other ? [one, other] : [other, one]
  parents[second] = first
  sizes[first] = (sizes[first] as number) + (sizes[second] as number)
  return first
}
