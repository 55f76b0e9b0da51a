// From what are the comparisons made? Plain data only, so that another thread can make them again.
import type { Traits } from '../encode/fields.ts'
import type { SettingsComparison } from '../splink/settings.ts'
import { sqlComparison, type Values } from '../splink/sql-comparison.ts'
import { type Comparison, comparisonOf } from './comparison.ts'

export type Ingredient =
  | { readonly kind: 'own'; readonly reader: Traits; readonly rarity: Float64Array }
  | { readonly kind: 'sql'; readonly one: SettingsComparison; readonly values: Values }
/** For one thread alone: words may still come in. */
export type Growing = {
  readonly kind: 'growing'
  readonly reader: Traits
  readonly rarity: () => Float64Array
}

export function comparisonFrom(ingredient: Ingredient | Growing): Comparison {
  if (ingredient.kind === 'sql') return sqlComparison(ingredient.one, ingredient.values)
  const { reader, rarity } = ingredient
  return comparisonOf(reader, typeof rarity === 'function' ? rarity : () => rarity)
}
