// What does a learnt model say: the weight of each level of each field, and where to look? Read in
// the form in which `./doorstep link --model` writes it, or in Splink's.
import { readFileSync } from 'node:fs'
import type { Field } from './link-duckdb-sql.ts'

export type LearntModel = {
  /** The weight that two records start with, before anything is compared. */
  readonly start: number
  weightOf(field: Field, level: string): number
  mOf(field: Field, level: string): number
}

type Level = { readonly code: string; readonly m: number; readonly u: number }
type FieldLevels = { readonly name: string; readonly levels: readonly Level[] }
type Own = { readonly prior: number; readonly fields: readonly FieldLevels[] }
type SplinkLevel = {
  readonly label_for_charts?: string
  readonly m_probability?: number
  readonly u_probability?: number
}
type Splink = {
  readonly probability_two_random_records_match: number
  readonly comparisons: readonly {
    readonly output_column_name: string
    readonly comparison_levels: readonly SplinkLevel[]
  }[]
}

const named: Readonly<Record<Field, RegExp>> = {
  given: /given|first/i,
  family: /family|surname/i,
  date: /birth|dob/i,
  postcode: /postcode/i,
  email: /email/i,
}

const leastChance = 1e-9

export function modelFrom(text: string): LearntModel {
  const { prior, fields } = ownForm(JSON.parse(text))
  const levelOf = (field: Field, level: string) => {
    const found = fields
      .find(({ name }) => named[field].test(name))
      ?.levels.find(({ code }) => code === level)
    if (!found) throw new Error(`The model has no level "${level}" of ${field}.`)
    return found
  }
  return {
    start: Math.log2(prior / (1 - prior)),
    mOf: (field, level) => levelOf(field, level).m,
    weightOf(field, level) {
      const { m, u } = levelOf(field, level)
      return Math.log2(Math.max(m, leastChance) / Math.max(u, leastChance))
    },
  }
}

export const readModel = (file: string) => modelFrom(readFileSync(file, 'utf8'))

function ownForm(model: Own | Splink): Own {
  if ('fields' in model) return model
  return {
    prior: model.probability_two_random_records_match,
    fields: model.comparisons.map(({ output_column_name: name, comparison_levels: levels }) => ({
      name,
      levels: levels.map(level => ({
        code: level.label_for_charts ?? '',
        m: level.m_probability ?? leastChance,
        u: level.u_probability ?? leastChance,
      })),
    })),
  }
}

/** One rule of where to look, as the engine says it and as Splink says it. */
export type RuleWords = { readonly own: readonly string[]; readonly splink: string }

/** The same model with other rules, and with nothing but the sum of weights: no households. */
export function withRules(text: string, rules: readonly RuleWords[]): string {
  const model = JSON.parse(text) as Record<string, unknown>
  const isOwn = 'fields' in model
  const splink = rules.map(rule => ({ blocking_rule: rule.splink, sql_dialect: 'duckdb' }))
  const written = isOwn
    ? { rules: rules.map(({ own }) => own), household: 0 }
    : {
        blocking_rules_to_generate_predictions: splink,
        doorstep: { ...(model.doorstep as object | undefined), household: 0 },
      }
  return JSON.stringify({ ...model, ...written })
}
