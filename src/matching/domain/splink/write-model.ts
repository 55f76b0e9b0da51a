// A learnt model in the form of Splink's settings, for its charts and for the next run. Levels that
// SQL has no words for (nicknames, sounds) are written as functions of that name.

import type { Rule } from '../block/rules.ts'
import type { FieldModel, Model } from '../decide/model.ts'
import type { ColumnHead } from '../encode/fields.ts'

export function writeModel(model: Model, columns: readonly ColumnHead[]): string {
  const sql = model.rules.map(rule => ruleSql(rule, model))
  const settings = {
    link_type: 'dedupe_only',
    probability_two_random_records_match: model.prior,
    blocking_rules_to_generate_predictions: sql.map(text => ({
      blocking_rule: text,
      sql_dialect: 'duckdb',
    })),
    comparisons: model.fields.map(comparisonOf),
    doorstep: {
      household: model.household,
      rules: model.rules,
      sql,
      fields: model.fields.map(({ name, kind, isTermFrequent }) => ({
        name,
        kind,
        isTermFrequent,
      })),
      columns: columns.map(({ name, role }) => ({ name, role })),
    },
  }
  return `${JSON.stringify(settings, null, 1)}\n`
}

function comparisonOf(field: FieldModel) {
  const column = columnOf(field.name)
  const empty = `"${column}_l" IS NULL OR "${column}_r" IS NULL`
  const last = field.levels.length - 1
  return {
    output_column_name: column,
    comparison_levels: [
      { sql_condition: empty, label_for_charts: 'not known', is_null_level: true },
      ...field.levels.map(({ code, m, u }, at) => ({
        sql_condition: at === last ? 'ELSE' : conditionOf(column, code),
        label_for_charts: code,
        m_probability: m,
        u_probability: u,
        ...(at === 0 && field.isTermFrequent
          ? { tf_adjustment_column: column, tf_adjustment_weight: 1 }
          : {}),
      })),
    ],
    comparison_description: field.name,
  }
}

function conditionOf(column: string, code: string): string {
  const [left, right] = [`"${column}_l"`, `"${column}_r"`]
  if (code === 'exact') return `${left} = ${right}`
  if (code === 'spelling') return `damerau_levenshtein(${left}, ${right}) <= 1`
  if (code === 'similar') return `jaro_winkler_similarity(${left}, ${right}) >= 0.82`
  return `doorstep_${columnOf(code)}(${left}, ${right})`
}

function ruleSql({ by }: Rule, { fields }: Model): string {
  const known = new Set(fields.map(({ name }) => name))
  return by
    .map(name => {
      const column = columnOf(known.has(`${name} name`) ? `${name} name` : name)
      return `l."${column}" = r."${column}"`
    })
    .join(' AND ')
}

function columnOf(name: string): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, '_')
}
