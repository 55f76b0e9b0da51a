// Which model does a JSON file hold: one of ours, or one that Splink has trained?
import type { Model } from '../decide/model.ts'
import { SqlProblem } from './parse-sql.ts'
import { Own, ruleText, Settings } from './settings.ts'
import { labelOf, weighed } from './sql-comparison.ts'

export type KnownModel =
  | { readonly kind: 'own'; readonly model: Model }
  | { readonly kind: 'splink'; readonly settings: Settings }

/** Throws a SqlProblem whose message says, in the middle of a sentence, what is wrong. */
export function readModel(text: string): KnownModel {
  const settings = Settings.safeParse(parsed(text))
  if (!settings.success) {
    const [issue] = settings.error.issues
    throw new SqlProblem(`it is no Splink model (${issue?.path.join('.')}: ${issue?.message})`)
  }
  const own = Own.safeParse(settings.data.doorstep)
  if (!own.success) return { kind: 'splink', settings: settings.data }
  return { kind: 'own', model: ownModel(settings.data, own.data) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new SqlProblem(`it is no JSON (${(error as Error).message})`)
  }
}

/** Chances are read where Splink keeps them, so that what an analyst changed there counts. */
function ownModel(settings: Settings, own: Own): Model {
  const fields = own.fields.map((field, k) => {
    const comparison = settings.comparisons[k]
    if (!comparison) throw new SqlProblem(`it has no comparison for ${field.name}`)
    const levels = weighed(comparison).map(level => ({
      code: labelOf(level),
      m: level.m_probability ?? 0.5,
      u: level.u_probability ?? 0.5,
    }))
    return { ...field, levels }
  })
  const texts = settings.blocking_rules_to_generate_predictions.map(ruleText)
  const isAsWritten = texts.join('\n') === own.sql.join('\n')
  const rules = isAsWritten
    ? own.rules.map(({ by, pairsMost }) => (pairsMost === undefined ? { by } : { by, pairsMost }))
    : texts.map(text => ({ by: [text] }))
  const prior = settings.probability_two_random_records_match
  return { prior, household: own.household, fields, rules }
}
