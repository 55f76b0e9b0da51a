// When does a condition of a Splink model hold for two values that are known by their codes? What
// it asks of one side alone is worked out once per value; the usual comparisons of two sides run
// on coded letters, and any other is evaluated as it is written.
import { likenessFrom } from '../compare/similarity.ts'
import { type Count, editsUpTo, slipsUpTo } from '../compare/slips.ts'
import { type Texts, textOf } from '../encode/texts.ts'
import { type Cells, compile, compileWith, type Evaluate, type Value } from './evaluate.ts'
import type { Expression, Side } from './parse-sql.ts'

export type Values = {
  /** The columns that the comparison asks for. */
  readonly columns: readonly string[]
  /** Of one column its cells; of several their cells with a NUL between. */
  readonly texts: Texts
}
type Test = (a: number, b: number) => boolean
/** `same`: two values are one; `never`: a code is never that of an empty cell. */
export type Condition = {
  readonly kind: 'same' | 'never' | 'quick' | 'slow'
  readonly holds: Test
  /** Of a likeness: the least at which it holds. */
  readonly least?: number
}
type Call = Extract<Expression, { kind: 'call' }>

export function conditionOn(values: Values, whole: Expression): Condition {
  const on = (expression: Expression): Condition =>
    fixedCondition(expression) ??
    (values.columns.length === 1 ? plainCondition(expression, values.texts) : undefined) ??
    joinedCondition(expression, on) ??
    mirroredCondition(expression, values) ??
    writtenCondition(expression, values)
  return on(whole)
}

/** An empty cell is not known, as an empty column of a database. */
export function cellsAt({ columns, texts }: Values, code: number): Cells {
  const [only = ''] = columns
  if (columns.length === 1) return { [only]: textOf(texts, code) }
  const cells = textOf(texts, code).split('\u0000')
  return Object.fromEntries(columns.map((name, c) => [name, cells[c] || null]))
}

const never: Condition = { kind: 'never', holds: () => false }

function fixedCondition(one: Expression): Condition | undefined {
  return one.kind === 'value' ? { kind: 'quick', holds: () => Boolean(one.value) } : undefined
}

/** Of a single column, whose two values are both known. */
function plainCondition(one: Expression, texts: Texts): Condition | undefined {
  if (one.kind !== 'call') return undefined
  const [left, right] = one.args
  if (one.name === 'is null' && left?.kind === 'column') return never
  if (one.name === '=' && areTwins(left, right)) return { kind: 'same', holds: (a, b) => a === b }
  if (right?.kind !== 'value') return undefined
  const limit = Number(right.value)
  if (one.name === '>=' && isOfTwins(left, 'jaro_winkler_similarity')) {
    const likeness = likenessFrom(limit)
    const holds: Test = (a, b) => a === b || likeness(texts, a, b) >= limit
    return { kind: 'quick', holds, least: limit }
  }
  const count = one.name === '<=' ? countOf(left, limit) : undefined
  return count && { kind: 'quick', holds: (a, b) => count(texts, a, b) <= limit }
}

/** Either, or both: what is not known does not hold. */
function joinedCondition(
  one: Expression,
  on: (part: Expression) => Condition,
): Condition | undefined {
  if (one.kind !== 'call' || (one.name !== 'or' && one.name !== 'and')) return undefined
  const parts = one.args.map(on)
  const kind = parts.some(part => part.kind === 'slow') ? 'slow' : 'quick'
  if (one.name === 'and') return { kind, holds: (a, b) => parts.every(part => part.holds(a, b)) }
  const possible = parts.filter(part => part.kind !== 'never')
  if (possible.length === 0) return never
  return { kind, holds: (a, b) => possible.some(part => part.holds(a, b)) }
}

/** The same asked of both sides, such as their first four letters. */
function mirroredCondition(one: Expression, values: Values): Condition | undefined {
  if (one.kind !== 'call' || one.name !== '=') return undefined
  const [left, right] = one.args
  if (!left || !right || sideOf(left) !== 'l') return undefined
  if (JSON.stringify(mirrored(left)) !== JSON.stringify(right)) return undefined
  const evaluate = compile(left)
  const numbers = new Map<string, number>()
  const known = new Int32Array(values.texts.size)
  /** 1 where nothing is known, and from 2 on; 0 is not asked yet. */
  const numberOf = (code: number) => {
    const cells = cellsAt(values, code)
    const value = evaluate(cells, cells)
    if (value === null) return 1
    const number = numbers.get(String(value)) ?? numbers.size + 2
    numbers.set(String(value), number)
    return number
  }
  const at = (code: number) => {
    if (known[code] === 0) known[code] = numberOf(code)
    return known[code] as number
  }
  return { kind: 'quick', holds: (a, b) => at(a) === at(b) && at(a) > 1 }
}

function writtenCondition(expression: Expression, values: Values): Condition {
  const evaluate = compileWith<number>(expression, part => ofOneSide(part, values))
  return { kind: 'slow', holds: (a, b) => evaluate(a, b) === true }
}

/** What is asked of one side alone, once per value. */
function ofOneSide(part: Expression, values: Values): Evaluate<number> | undefined {
  const side = sideOf(part)
  if (side !== 'l' && side !== 'r') return undefined
  const evaluate = compile(part)
  const answers: (Value | undefined)[] = []
  const at = (code: number): Value => {
    const known = answers[code]
    if (known !== undefined) return known
    const cells = cellsAt(values, code)
    const answer = evaluate(cells, cells)
    answers[code] = answer
    return answer
  }
  return side === 'l' ? l => at(l) : (_, r) => at(r)
}

/** The only side that it asks for; both, or none. */
function sideOf(expression: Expression): Side | 'both' | undefined {
  if (expression.kind === 'value') return undefined
  if (expression.kind === 'column') return expression.side
  const sides = new Set(expression.args.map(sideOf).filter(side => side !== undefined))
  return sides.size > 1 ? 'both' : [...sides][0]
}

export function mirrored(expression: Expression): Expression {
  if (expression.kind === 'column') {
    return { ...expression, side: expression.side === 'l' ? 'r' : 'l' }
  }
  return expression.kind === 'call'
    ? { ...expression, args: expression.args.map(mirrored) }
    : expression
}

function countOf(one: Expression | undefined, most: number): Count | undefined {
  if (isOfTwins(one, 'levenshtein')) return editsUpTo(most)
  return isOfTwins(one, 'damerau_levenshtein') ? slipsUpTo(most) : undefined
}

function isOfTwins(one: Expression | undefined, name: string): one is Call {
  return one?.kind === 'call' && one.name === name && areTwins(...one.args)
}

function areTwins(one?: Expression, other?: Expression): boolean {
  if (one?.kind !== 'column' || other?.kind !== 'column') return false
  return one.name === other.name && one.side !== other.side
}
