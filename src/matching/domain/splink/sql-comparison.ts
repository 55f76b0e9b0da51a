// One comparison of a Splink model as one of ours: at which of its levels do two values agree?
import type { Comparison } from '../compare/comparison.ts'
import { remembered } from '../compare/memory.ts'
import { missing } from '../encode/texts.ts'
import { type Expression, parseSql } from './parse-sql.ts'
import type { SettingsComparison, SettingsLevel } from './settings.ts'
import { conditionsOn, type Values } from './sql-condition.ts'

export type { Values }

export function sqlComparison(one: SettingsComparison, values: Values): Comparison {
  const conditions = one.comparison_levels.map(({ sql_condition: text }) =>
    isElse({ sql_condition: text }) ? always : parseSql(text),
  )
  const tests = conditionsOn(values, conditions)
  const levels = one.comparison_levels.map(({ is_null_level }, at) => ({
    isNull: is_null_level === true,
    ...(tests[at] as (typeof tests)[number]),
  }))
  const compare = (a: number, b: number) => {
    let at = 0
    for (const { isNull, holds } of levels) {
      if (holds(a, b)) return isNull ? missing : at
      if (!isNull) at += 1
    }
    return missing
  }
  const possible = levels.filter(({ kind }) => kind !== 'never')
  return {
    name: one.output_column_name,
    kind: 'sql',
    levels: weighed(one).map(labelOf),
    compare: levels.some(({ kind }) => kind === 'slow') ? remembered(compare, 20) : compare,
    isTermFrequent: termWeightOf(one, values.columns) > 0,
    isPartly: possible[0]?.kind !== 'same' || possible[0].isNull,
  }
}

const always: Expression = { kind: 'value', value: 1 }

export function weighed({ comparison_levels }: SettingsComparison): SettingsLevel[] {
  return comparison_levels.filter(level => level.is_null_level !== true)
}

export function labelOf(level: SettingsLevel): string {
  return level.label_for_charts ?? level.sql_condition
}

/** Term frequencies count for the strongest level, when its column is the one compared. */
export function termWeightOf(one: SettingsComparison, columns: readonly string[]): number {
  const [exact] = weighed(one)
  if (!exact?.tf_adjustment_column || columns.length !== 1) return 0
  return exact.tf_adjustment_column === columns[0] ? (exact.tf_adjustment_weight ?? 1) : 0
}

export function columnsOf(expression: Expression, found = new Set<string>()): Set<string> {
  if (expression.kind === 'column') found.add(expression.name)
  if (expression.kind === 'call') for (const arg of expression.args) columnsOf(arg, found)
  return found
}

export function isElse({ sql_condition }: Pick<SettingsLevel, 'sql_condition'>): boolean {
  return sql_condition.trim().toUpperCase() === 'ELSE'
}
