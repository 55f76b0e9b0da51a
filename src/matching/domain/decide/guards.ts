// What must never be outvoted? People of one household agree in nearly everything: another first
// name and another birthday at the same address is a relative, and twins share even the birthday.
import type { Comparison } from '../compare/comparison.ts'
import { differentDate, nearDate } from '../compare/dates.ts'
import { differentName } from '../compare/names.ts'

/** Where in the row the fields are that the guards ask for; -1 where the list has no such field. */
export type Places = { given: number; family: number; date: number; id: number; email: number }

const relativeMost = -4
const twinMost = -0.5

export function placesOf(comparisons: readonly Pick<Comparison, 'kind'>[]): Places {
  const at = (kind: string) => comparisons.findIndex(one => one.kind === kind)
  return {
    given: at('given'),
    family: at('family'),
    date: at('date'),
    id: at('id'),
    email: at('email'),
  }
}

export function cappedWeight(weight: number, levels: Int8Array, places: Places): number {
  if (weight <= relativeMost) return weight
  if (places.id >= 0 && levels[places.id] === 0) return weight
  if (places.given < 0 || levels[places.given] !== differentName || places.date < 0) return weight
  const date = levels[places.date] as number
  if (date >= nearDate && date <= differentDate) return Math.min(weight, relativeMost)
  return date === 0 ? Math.min(weight, twinMost) : weight
}
