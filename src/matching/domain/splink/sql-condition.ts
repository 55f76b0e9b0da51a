// When does a condition of a Splink model hold for two values that are known by their codes? What
// it asks of one side alone is worked out once per value; the usual comparisons of two sides run
// on coded letters, and any other is evaluated as it is written.
import { jaroWinklerFrom } from '../compare/similarity.ts'
import { edits, slips } from '../compare/slips.ts'
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
}
type Call = Extract<Expression, { kind: 'call' }>

export function conditionsOn(values: Values, expressions: readonly Expression[]): Condition[] {
  const limits = expressions.map(likenessLimit).filter(limit => limit !== undefined)
  const likeness = lastLikeness(values.texts, Math.min(...limits))
  const on = (expression: Expression): Condition =>
    fixedCondition(expression) ??
    (values.columns.length === 1
      ? plainCondition(expression, values.texts, likeness)
      : undefined) ??
    joinedCondition(expression, on) ??
    mirroredCondition(expression, values) ??
    writtenCondition(expression, values)
  return expressions.map(on)
}

/** An empty cell is not known, as an empty column of a database. */
export function cellsAt({ columns, texts }: Values, code: number): Cells {
  const cells = textOf(texts, code).split('\u0000')
  return Object.fromEntries(columns.map((name, c) => [name, cells[c] || null]))
}

const never: Condition = { kind: 'never', holds: () => false }

function fixedCondition(one: Expression): Condition | undefined {
  return one.kind === 'value' ? { kind: 'quick', holds: () => Boolean(one.value) } : undefined
}

/** Of a single column, whose two values are both known. */
function plainCondition(one: Expression, texts: Texts, likeness: Likeness): Condition | undefined {
  if (one.kind !== 'call') return undefined
  const [left, right] = one.args
  if (one.name === 'is null' && left?.kind === 'column') return never
  if (one.name === '=' && areTwins(left, right)) return { kind: 'same', holds: (a, b) => a === b }
  const limit = likenessLimit(one)
  if (limit !== undefined) {
    return { kind: 'quick', holds: (a, b) => a === b || likeness(a, b) >= limit }
  }
  const count = one.name === '<=' ? countOf(left) : undefined
  if (!count || right?.kind !== 'value') return undefined
  const most = Number(right.value)
  return { kind: 'quick', holds: (a, b) => count(texts, [a, b], most) <= most }
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

function likenessLimit(one: Expression): number | undefined {
  if (one.kind !== 'call' || one.name !== '>=') return undefined
  const [left, right] = one.args
  if (right?.kind !== 'value' || !isOfTwins(left, 'jaro_winkler_similarity')) return undefined
  return Number(right.value)
}

function countOf(one: Expression | undefined): typeof edits | undefined {
  if (isOfTwins(one, 'levenshtein')) return edits
  return isOfTwins(one, 'damerau_levenshtein') ? slips : undefined
}

function isOfTwins(one: Expression | undefined, name: string): one is Call {
  return one?.kind === 'call' && one.name === name && areTwins(...one.args)
}

function areTwins(one?: Expression, other?: Expression): boolean {
  if (one?.kind !== 'column' || other?.kind !== 'column') return false
  return one.name === other.name && one.side !== other.side
}

type Likeness = (a: number, b: number) => number

/** Several levels ask for the likeness of one pair, one after the other. */
function lastLikeness(texts: Texts, least: number): Likeness {
  let [lastA, lastB, last] = [-1, -1, 0]
  return (a, b) => {
    if (a === lastA && b === lastB) return last
    lastA = a
    lastB = b
    last = jaroWinklerFrom(texts, [a, b], least)
    return last
  }
}
