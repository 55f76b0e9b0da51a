// What is in the JSON of a Splink model? Only what we read; the rest is left as it is.
import { z } from 'zod'

const level = z.looseObject({
  sql_condition: z.string(),
  label_for_charts: z.string().optional(),
  is_null_level: z.boolean().optional(),
  m_probability: z.number().optional(),
  u_probability: z.number().optional(),
  tf_adjustment_column: z.string().optional(),
  tf_adjustment_weight: z.number().optional(),
})
const comparison = z.looseObject({
  output_column_name: z.string(),
  comparison_levels: z.array(level).min(2),
})
const rule = z.union([z.string(), z.looseObject({ blocking_rule: z.string() })])

export const Settings = z.looseObject({
  probability_two_random_records_match: z.number().gt(0).lt(1),
  comparisons: z.array(comparison).min(1),
  blocking_rules_to_generate_predictions: z.array(rule).min(1),
})
export type Settings = z.infer<typeof Settings>
export type SettingsLevel = z.infer<typeof level>
export type SettingsComparison = z.infer<typeof comparison>

/** Ours: what Splink has no place for, so that our own models lose nothing on the way. */
const kinds = [
  'given',
  'family',
  'middle',
  'date',
  'postcode',
  'address',
  'phone',
  'email',
  'id',
  'word',
] as const
export const Own = z.object({
  household: z.number().min(0).max(1),
  rules: z.array(z.object({ by: z.array(z.string()), pairsMost: z.number().optional() })),
  sql: z.array(z.string()),
  fields: z.array(z.object({ name: z.string(), kind: z.enum(kinds), isTermFrequent: z.boolean() })),
})
export type Own = z.infer<typeof Own>

export function ruleText(one: z.infer<typeof rule>): string {
  return typeof one === 'string' ? one : one.blocking_rule
}
