// Is a condition of a Splink model true of two values? Null means not known, as in SQL.

import { jaroWinkler } from '../compare/similarity.ts'
import { slipsUpTo } from '../compare/slips.ts'
import { intern, newDictionary } from '../encode/texts.ts'
import { type Expression, SqlProblem } from './parse-sql.ts'

export type Value = string | number | boolean | null
/** The cells of one record that a condition asks for, by column. */
export type Cells = Readonly<Record<string, Value>>
/** Of a pair of records, however each is given. */
export type Evaluate<One> = (l: One, r: One) => Value
/** Parts of a condition that somebody knows without us; nothing for all others. */
export type Known<One> = (part: Expression) => Evaluate<One> | undefined

export function compile(expression: Expression): Evaluate<Cells> {
  return compileWith(expression, cellOf)
}

const cellOf: Known<Cells> = part => {
  if (part.kind !== 'column') return undefined
  const { name, side } = part
  return side === 'l' ? l => l[name] ?? null : (_, r) => r[name] ?? null
}

export function compileWith<One>(expression: Expression, known: Known<One>): Evaluate<One> {
  const part = known(expression)
  if (part) return part
  if (expression.kind === 'value') return () => expression.value
  if (expression.kind === 'column') throw new SqlProblem(`${expression.name} is not known here`)
  const args = expression.args.map(arg => compileWith(arg, known))
  const { name } = expression
  if (name === 'and' || name === 'or') return logical(name === 'and', args)
  if (name === 'is null') return (l, r) => args[0]?.(l, r) === null
  if (name === 'coalesce' || name === 'ifnull') {
    return (l, r) => args.map(arg => arg(l, r)).find(value => value !== null) ?? null
  }
  const apply = functions[name]
  if (!apply) throw new SqlProblem(`the function ${name} is not known here`)
  return (l, r) => {
    const values = args.map(arg => arg(l, r))
    return values.some(value => value === null) ? null : apply(values)
  }
}

function logical<One>(isAnd: boolean, args: readonly Evaluate<One>[]): Evaluate<One> {
  return (l, r) => {
    let isUnknown = false
    for (const arg of args) {
      const value = arg(l, r)
      if (value === null) isUnknown = true
      else if (Boolean(value) !== isAnd) return !isAnd
    }
    return isUnknown ? null : isAnd
  }
}

type Apply = (values: readonly Value[]) => Value

const text = (value: Value | undefined) => String(value ?? '')
const number = (value: Value | undefined) => Number(value)

const functions: Readonly<Record<string, Apply>> = {
  not: ([a]) => !a,
  '=': ([a, b]) => text(a) === text(b),
  '<>': ([a, b]) => text(a) !== text(b),
  '<': ([a, b]) => less(a, b),
  '>': ([a, b]) => less(b, a),
  '<=': ([a, b]) => !less(b, a),
  '>=': ([a, b]) => !less(a, b),
  '+': ([a, b]) => number(a) + number(b),
  '-': ([a, b]) => number(a) - number(b),
  '*': ([a, b]) => number(a) * number(b),
  '/': ([a, b]) => number(a) / number(b),
  '||': values => values.map(text).join(''),
  concat: values => values.map(text).join(''),
  lower: ([a]) => text(a).toLowerCase(),
  upper: ([a]) => text(a).toUpperCase(),
  trim: ([a]) => text(a).trim(),
  length: ([a]) => text(a).length,
  abs: ([a]) => Math.abs(number(a)),
  substr: substring,
  substring,
  left: ([a, n]) => text(a).slice(0, number(n)),
  right: ([a, n]) => text(a).slice(-number(n)),
  cast: ([a]) => a ?? null,
  try_cast: ([a]) => a ?? null,
  epoch: ([a]) => a ?? null,
  strptime: ([a]) => secondsOf(text(a)),
  try_strptime: ([a]) => secondsOf(text(a)),
  levenshtein: ([a, b]) => distance(text(a), text(b)),
  damerau_levenshtein: ([a, b]) => twisted(text(a), text(b)),
  jaro_winkler_similarity: ([a, b]) => likeness(text(a), text(b)),
  split_part: ([a, mark, n]) => text(a).split(text(mark))[number(n) - 1] ?? '',
  replace: ([a, from, to]) => text(a).replaceAll(text(from), text(to)),
  nullif: ([a, b]) => (text(a) === text(b) ? null : (a ?? null)),
  regexp_extract: ([a, pattern]) => new RegExp(text(pattern)).exec(text(a))?.[0] ?? '',
}

function less(a: Value | undefined, b: Value | undefined): boolean {
  const areNumbers = typeof a === 'number' || typeof b === 'number'
  return areNumbers ? number(a) < number(b) : text(a) < text(b)
}

function substring([value, from, length]: readonly Value[]): Value {
  const start = number(from) - 1
  return text(value).slice(start, length === undefined ? undefined : start + number(length))
}

function secondsOf(date: string): number | null {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(date)
  if (!found) return null
  const [, year, month, day] = found.map(Number)
  const time = Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1)
  return new Date(time).getUTCDate() === day ? time / 1000 : null
}

function likeness(a: string, b: string): number {
  if (a === b) return 1
  const [texts, one, other] = pairOf(a, b)
  return one < 0 || other < 0 ? 0 : jaroWinkler(texts, one, other)
}

const slips = slipsUpTo(128)

function twisted(a: string, b: string): number {
  const [texts, one, other] = pairOf(a, b)
  return one < 0 || other < 0 ? a.length + b.length : slips(texts, one, other)
}

function pairOf(a: string, b: string) {
  const texts = newDictionary()
  return [texts, intern(texts, a), intern(texts, b)] as const
}

/** Levenshtein (1966): put in, left out, changed; two exchanged letters count twice. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    row = next
  }
  return row[b.length] as number
}
