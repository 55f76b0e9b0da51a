// One comparison of a Splink model as one of ours: at which of its levels do two values agree?
import type { Comparison } from '../compare/comparison.ts'
import { remembered } from '../compare/memory.ts'
import { likenessFrom } from '../compare/similarity.ts'
import { missing, type Texts } from '../encode/texts.ts'
import { type Expression, parseSql } from './parse-sql.ts'
import type { SettingsComparison, SettingsLevel } from './settings.ts'
import { type Condition, conditionOn, type Values } from './sql-condition.ts'

export type { Values }

/** Gives the level, or `next` when it is for the following steps to say. */
type Step = (a: number, b: number) => number
type Rung = Condition & { readonly level: number }

const next = -2

export function sqlComparison(one: SettingsComparison, values: Values): Comparison {
  const rungs = rungsOf(one, values)
  const steps = stepsOf(rungs, values)
  const compare = (a: number, b: number) => {
    for (let s = 0; s < steps.length; s++) {
      const level = (steps[s] as Step)(a, b)
      if (level !== next) return level
    }
    return missing
  }
  return {
    name: one.output_column_name,
    kind: 'sql',
    levels: weighed(one).map(labelOf),
    compare: rungs.some(({ kind }) => kind === 'slow') ? remembered(compare, 20) : compare,
    isTermFrequent: termWeightOf(one, values.columns) > 0,
    isPartly: rungs[0]?.kind !== 'same' || rungs[0].level !== 0,
  }
}

const always: Expression = { kind: 'value', value: 1 }

/** The levels that may hold, strongest first; a level of what is not known has no number. */
function rungsOf({ comparison_levels }: SettingsComparison, values: Values): Rung[] {
  let level = -1
  return comparison_levels
    .map(one => {
      const isNull = one.is_null_level === true
      if (!isNull) level += 1
      const condition = conditionOn(values, isElse(one) ? always : parseSql(one.sql_condition))
      return { ...condition, level: isNull ? missing : level }
    })
    .filter(({ kind }) => kind !== 'never')
}

/** Levels of likeness that follow each other are one step: the likeness is asked for once. */
function stepsOf(rungs: readonly Rung[], { texts }: Values): Step[] {
  const steps: Step[] = []
  for (let at = 0; at < rungs.length; ) {
    let end = at
    while (rungs[end]?.least !== undefined) end += 1
    const { holds, level } = rungs[at] as Rung
    steps.push(
      end > at ? likenessStep(texts, rungs.slice(at, end)) : (a, b) => (holds(a, b) ? level : next),
    )
    at = Math.max(end, at + 1)
  }
  return steps
}

function likenessStep(texts: Texts, rungs: readonly Rung[]): Step {
  const leasts = Float64Array.from(rungs, ({ least = 1 }) => least)
  const levels = Int8Array.from(rungs, ({ level }) => level)
  const least = Math.min(...leasts)
  const likenessOf = likenessFrom(least)
  return (a, b) => {
    const likeness = a === b ? 1 : likenessOf(texts, a, b)
    if (likeness < least) return next
    let rung = 0
    while (likeness < (leasts[rung] as number)) rung += 1
    return levels[rung] as number
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

export function columnsOf(expression: Expression, found = new Set<string>()): Set<string> {
  if (expression.kind === 'column') found.add(expression.name)
  if (expression.kind === 'call') for (const arg of expression.args) columnsOf(arg, found)
  return found
}

export function isElse({ sql_condition }: Pick<SettingsLevel, 'sql_condition'>): boolean {
  return sql_condition.trim().toUpperCase() === 'ELSE'
}
