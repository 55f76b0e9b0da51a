// What has been learnt about how records of one person agree? After Fellegi and Sunter (1969): for
// each level of each field, how often it is seen among pairs of one person (m) and of two (u).

import type { Rule } from '../block/rules.ts'
import type { FieldKind } from '../encode/fields.ts'

export type Level = { readonly code: string; m: number; u: number }
export type FieldModel = {
  readonly name: string
  readonly kind: FieldKind
  readonly levels: Level[]
  readonly isTermFrequent: boolean
  /** Of a Splink model: how much of the rarity of a value counts. */
  readonly termWeight?: number
}
export type Model = {
  /** That two records taken by chance are one person. */
  prior: number
  /** That two records taken by chance are two people of one household; 0 where no list can tell. */
  household: number
  readonly fields: FieldModel[]
  /** By which rules candidates are looked for. */
  rules: Rule[]
}

export const leastChance = 1e-9

/** log2(m / u): how much a level speaks for one person, in bits. */
export function weightOf({ m, u }: Level): number {
  return Math.log2(Math.max(m, leastChance) / Math.max(u, leastChance))
}

export function priorWeight(prior: number): number {
  return Math.log2(prior / (1 - prior))
}

export function probabilityOf(weight: number): number {
  return 1 / (1 + 2 ** -weight)
}
