// The records of a list as a Splink model sees them: per comparison one code for the cells that it
// asks for, and per blocking rule one key.
import type { Atom, Atoms } from '../block/atoms.ts'
import type { People } from '../compare/people.ts'
import { comparisonFrom } from '../compare/recipe.ts'
import type { Model } from '../decide/model.ts'
import type { RawColumn, RawTable } from '../encode/roles.ts'
import { intern, missing, newDictionary } from '../encode/texts.ts'
import { compile } from './evaluate.ts'
import { type Expression, parseSql, SqlProblem } from './parse-sql.ts'
import { ruleText, type Settings, type SettingsComparison } from './settings.ts'
import { columnsOf, isElse, labelOf, termWeightOf, type Values, weighed } from './sql-comparison.ts'
import { cellsAt, mirrored } from './sql-condition.ts'

export type SqlGround = { readonly people: People; readonly model: Model; readonly atoms: Atoms }

export function sqlGround(table: RawTable, settings: Settings): SqlGround {
  const count = table.ids.length
  const codedBy = coderOf(table)
  const parts = settings.comparisons.map(one => ({ one, ...codedBy(columnsAsked(one)) }))
  const width = parts.length
  const rows = new Int32Array(new SharedArrayBuffer(Math.max(4, count * width * 4)))
  for (const [k, { codes }] of parts.entries()) {
    for (let i = 0; i < count; i++) rows[i * width + k] = codes[i] as number
  }
  const ingredients = parts.map(({ one, values }) => ({ kind: 'sql' as const, one, values }))
  const comparisons = ingredients.map(comparisonFrom)
  const uses = parts.map(({ codes, values }) => countUses(codes, values.texts.size))
  const { lists } = table
  const people = { lists, count, fields: [], ingredients, comparisons, rows, width, uses }
  const texts = settings.blocking_rules_to_generate_predictions.map(ruleText)
  const fields = parts.map(({ one, values }) => ({
    name: one.output_column_name,
    kind: 'sql' as const,
    isTermFrequent: termWeightOf(one, values.columns) > 0,
    termWeight: termWeightOf(one, values.columns),
    levels: weighed(one).map(level => ({
      code: labelOf(level),
      m: level.m_probability ?? 0.5,
      u: level.u_probability ?? 0.5,
    })),
  }))
  const prior = settings.probability_two_random_records_match
  const rules = texts.map(text => ({ by: [text] }))
  return { people, model: { prior, household: 0, fields, rules }, atoms: atomsBy(codedBy) }
}

/** For rules that are written in SQL: each is one atom by itself. */
export function sqlAtoms(table: RawTable): Atoms {
  return atomsBy(coderOf(table))
}

function atomsBy(codedBy: CodedBy): Atoms {
  const made = new Map<string, Atom>()
  const get = (text: string) => {
    const known = made.get(text) ?? atomOf(codedBy, text)
    made.set(text, known)
    return known
  }
  return { get, others: [] }
}

type Coded = { readonly codes: Int32Array; readonly values: Values }
type CodedBy = (names: readonly string[]) => Coded

/** Comparisons and rules ask for the same columns. */
function coderOf(table: RawTable): CodedBy {
  const made = new Map<string, Coded>()
  return names => {
    const known = made.get(names.join('\u0000')) ?? coded(table, names)
    made.set(names.join('\u0000'), known)
    return known
  }
}

function columnsAsked(one: SettingsComparison): string[] {
  const conditions = one.comparison_levels.filter(level => !isElse(level))
  const names = new Set<string>()
  for (const { sql_condition } of conditions) columnsOf(parseSql(sql_condition), names)
  return [...names]
}

/** Records with the same cells have the same code; -1 where a single column is empty. */
function coded(table: RawTable, names: readonly string[]): Coded {
  const columns = names.map(name => columnNamed(table, name))
  const texts = newDictionary()
  const codes = new Int32Array(table.ids.length)
  const read = (row: readonly string[]) => {
    const text = row.length === 1 ? (row[0] ?? '') : row.join('\u0000')
    return intern(texts, text)
  }
  const [only] = columns
  if (only && columns.length === 1) {
    const read1 = Int32Array.from(only.values, value => read([value]))
    for (let i = 0; i < codes.length; i++) codes[i] = read1[only.codes[i] as number] as number
  } else {
    for (let i = 0; i < codes.length; i++) {
      codes[i] = read(columns.map(({ values, codes: own }) => values[own[i] as number] as string))
    }
  }
  return { codes, values: { columns: names, texts } }
}

function columnNamed({ columns }: RawTable, name: string): RawColumn {
  const found = columns.find(column => column.name === name)
  if (found) return found
  throw new SqlProblem(`it asks for a column "${name}", which the mapping does not name`)
}

function countUses(codes: Int32Array, size: number): Float64Array {
  const uses = new Float64Array(size)
  for (const code of codes) if (code >= 0) uses[code] = (uses[code] as number) + 1
  return uses
}

/** A rule is a row of equations, each with the same words on both sides. */
function atomOf(codedBy: CodedBy, text: string): Atom {
  const sides = equations(parseSql(text), text).map(side => keysOf(side, codedBy))
  return { name: text, stride: 1, keys: sides.reduce(paired) }
}

/** Per record: the number of what one side of an equation comes to, 0 where it is not known. */
function keysOf(side: Expression, codedBy: CodedBy): Int32Array {
  const { codes, values } = codedBy([...columnsOf(side)])
  const evaluate = compile(side)
  const isPlain = side.kind === 'column'
  const answers = new Map<string, number>()
  const keyOf = Int32Array.from({ length: values.texts.size }, (_, code) => {
    if (isPlain) return code + 1
    const own = cellsAt(values, code)
    const value = evaluate(own, own)
    if (value === null || value === '') return 0
    const key = answers.get(String(value)) ?? answers.size + 1
    answers.set(String(value), key)
    return key
  })
  return Int32Array.from(codes, code => (code === missing ? 0 : (keyOf[code] as number)))
}

/** Each two numbers that come together get a number of their own; 0 where either is not known. */
function paired(one: Int32Array, other: Int32Array): Int32Array {
  const most = other.reduce((so, key) => Math.max(so, key), 0) + 1
  const numbers = new Map<number, number>()
  return one.map((key, i) => {
    const second = other[i] as number
    if (key === 0 || second === 0) return 0
    const both = key * most + second
    const number = numbers.get(both) ?? numbers.size + 1
    numbers.set(both, number)
    return number
  })
}

function equations(expression: Expression, text: string): Expression[] {
  if (expression.kind === 'call' && expression.name === 'and') {
    return expression.args.flatMap(arg => equations(arg, text))
  }
  const [left, right] = expression.kind === 'call' && expression.name === '=' ? expression.args : []
  if (!left || !right || JSON.stringify(left) !== JSON.stringify(mirrored(right))) {
    throw new SqlProblem(`its rule "${text}" is no row of equations such as l.dob = r.dob`)
  }
  return [left.kind === 'column' || left.kind === 'call' ? left : right]
}
