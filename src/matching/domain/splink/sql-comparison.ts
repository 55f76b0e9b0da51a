// One comparison of a Splink model as one of ours: at which of its levels do two values agree? The
// usual conditions run on coded letters; any other is evaluated as it is written.
import type { Comparison } from '../compare/comparison.ts'
import { remembered } from '../compare/memory.ts'
import { edits, jaroWinklerFrom, slips } from '../compare/similarity.ts'
import { missing, type Texts, textOf } from '../encode/texts.ts'
import { type Cells, compile } from './evaluate.ts'
import { type Expression, parseSql } from './parse-sql.ts'
import type { SettingsComparison, SettingsLevel } from './settings.ts'

export type Values = {
  /** The columns that the comparison asks for. */
  readonly columns: readonly string[]
  /** Of one column its cells; of several their cells with a NUL between. */
  readonly texts: Texts
}
type Test = (a: number, b: number) => boolean

export function sqlComparison(one: SettingsComparison, values: Values): Comparison {
  const levels = one.comparison_levels.map(level => ({
    isNull: level.is_null_level === true,
    test: testOf(level, values),
  }))
  const compare = (a: number, b: number) => {
    let at = 0
    for (const { isNull, test } of levels) {
      if (test(a, b)) return isNull ? missing : at
      if (!isNull) at += 1
    }
    return missing
  }
  const codes = weighed(one).map(labelOf)
  return {
    name: one.output_column_name,
    kind: 'sql',
    levels: codes,
    compare: remembered(compare, 20),
    isTermFrequent: termWeightOf(one, values.columns) > 0,
    isPartly: true,
  }
}

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

/** An empty cell is not known, as an empty column of a database. */
export function cellsAt({ columns, texts }: Values, code: number): Cells {
  const cells = textOf(texts, code).split('\u0000')
  return Object.fromEntries(columns.map((name, c) => [name, cells[c] || null]))
}

export function columnsOf(expression: Expression, found = new Set<string>()): Set<string> {
  if (expression.kind === 'column') found.add(expression.name)
  if (expression.kind === 'call') for (const arg of expression.args) columnsOf(arg, found)
  return found
}

export function isElse({ sql_condition }: SettingsLevel): boolean {
  return sql_condition.trim().toUpperCase() === 'ELSE'
}

function testOf(level: SettingsLevel, values: Values): Test {
  if (isElse(level)) return () => true
  const expression = parseSql(level.sql_condition)
  const { columns, texts } = values
  const quick = columns.length === 1 ? quickTest(expression, texts) : undefined
  if (quick) return quick
  const evaluate = compile(expression)
  return (a, b) => evaluate(cellsAt(values, a), cellsAt(values, b)) === true
}

/** Both values are known here: a code is never that of an empty cell. */
function quickTest(expression: Expression, texts: Texts): Test | undefined {
  if (expression.kind !== 'call') return undefined
  const [left, right] = expression.args
  if (expression.name === '=' && areTwins(left, right)) return (a, b) => a === b
  if (left?.kind !== 'call' || right?.kind !== 'value' || !areTwins(...left.args)) return undefined
  const limit = Number(right.value)
  const { name } = left
  if (expression.name === '>=' && name === 'jaro_winkler_similarity') {
    return (a, b) => a === b || jaroWinklerFrom(texts, [a, b], limit) >= limit
  }
  if (expression.name !== '<=') return undefined
  if (name === 'levenshtein') return (a, b) => edits(texts, [a, b], limit) <= limit
  if (name === 'damerau_levenshtein') return (a, b) => slips(texts, [a, b], limit) <= limit
  return undefined
}

function areTwins(one?: Expression, other?: Expression): boolean {
  if (one?.kind !== 'column' || other?.kind !== 'column') return false
  return one.name === other.name && one.side !== other.side
}
