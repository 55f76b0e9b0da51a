// Where are the fields that decide who may never be joined?
import type { Comparison } from '../compare/comparison.ts'

/** -1 where the list has no such field. */
export type Places = { given: number; family: number; date: number; id: number }

export function placesOf(comparisons: readonly Pick<Comparison, 'kind'>[]): Places {
  const at = (kind: string) => comparisons.findIndex(one => one.kind === kind)
  return {
    given: at('given'),
    family: at('family'),
    date: at('date'),
    id: at('id'),
  }
}
