// Where are the fields that decide who may be joined, and who never?
import type { Comparison } from '../compare/comparison.ts'

const kinds = [
  'given',
  'middle',
  'family',
  'date',
  'id',
  'address',
  'postcode',
  'phone',
  'email',
] as const

/** -1 where the list has no such field. */
export type Places = Readonly<Record<(typeof kinds)[number], number>>

export function placesOf(comparisons: readonly Pick<Comparison, 'kind'>[]): Places {
  const at = (kind: string) => comparisons.findIndex(one => one.kind === kind)
  return Object.fromEntries(kinds.map(kind => [kind, at(kind)])) as Places
}
