// What does a condition of a Splink model say? Reads the part of SQL that such conditions are
// written in: comparisons, AND, OR, NOT, functions, columns that end in _l and _r or begin l. and
// r.

export type Side = 'l' | 'r'
export type Expression =
  | { readonly kind: 'value'; readonly value: string | number | null }
  | { readonly kind: 'column'; readonly name: string; readonly side: Side }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }

export class SqlProblem extends Error {}

const pieces = [
  String.raw`(\d+(?:\.\d+)?)`,
  "'((?:[^']|'')*)'",
  '"((?:[^"]|"")*)"',
  '([A-Za-z_][A-Za-z0-9_]*)',
  String.raw`(<>|!=|<=|>=|\|\||::|[-+*/=<>(),.])`,
]
const token = new RegExp(String.raw`\s*(?:${pieces.join('|')})`, 'y')

type Token = {
  readonly kind: 'number' | 'text' | 'quoted' | 'word' | 'sign'
  readonly text: string
}

export function parseSql(sql: string): Expression {
  const reader = readerOf(tokensOf(sql), sql)
  const expression = parseOr(reader)
  if (reader.peek()) throw reader.problem()
  return expression
}

type Reader = {
  peek(): Token | undefined
  next(): Token
  /** Takes the word or sign if it comes next. */
  takes(text: string): boolean
  problem(): SqlProblem
}

function tokensOf(sql: string): Token[] {
  const tokens: Token[] = []
  const text = sql.trim()
  token.lastIndex = 0
  while (token.lastIndex < text.length) {
    const found = token.exec(text)
    if (!found) throw new SqlProblem(`"${sql}" holds something that is not understood`)
    const [, number, string, quoted, word, sign] = found
    if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (string !== undefined) tokens.push({ kind: 'text', text: string.replaceAll("''", "'") })
    else if (quoted !== undefined) tokens.push({ kind: 'quoted', text: quoted })
    else if (word !== undefined) tokens.push({ kind: 'word', text: word })
    else tokens.push({ kind: 'sign', text: sign ?? '' })
  }
  return tokens
}

function readerOf(tokens: readonly Token[], sql: string): Reader {
  let at = 0
  const problem = () => {
    const near = tokens[at]?.text ?? 'its end'
    return new SqlProblem(`"${sql}" is not understood near ${near}`)
  }
  return {
    peek: () => tokens[at],
    next() {
      const found = tokens[at]
      if (!found) throw problem()
      at += 1
      return found
    },
    takes(text) {
      const found = tokens[at]
      const isIt = found?.text.toLowerCase() === text && ['word', 'sign'].includes(found.kind)
      if (isIt) at += 1
      return isIt
    },
    problem,
  }
}

function parseOr(reader: Reader): Expression {
  let left = parseAnd(reader)
  while (reader.takes('or')) left = call('or', left, parseAnd(reader))
  return left
}

function parseAnd(reader: Reader): Expression {
  let left = parseNot(reader)
  while (reader.takes('and')) left = call('and', left, parseNot(reader))
  return left
}

function parseNot(reader: Reader): Expression {
  return reader.takes('not') ? call('not', parseNot(reader)) : parseComparison(reader)
}

function parseComparison(reader: Reader): Expression {
  const left = parseSum(reader)
  if (reader.takes('is')) {
    const isNot = reader.takes('not')
    if (!reader.takes('null')) throw reader.problem()
    return isNot ? call('not', call('is null', left)) : call('is null', left)
  }
  for (const sign of ['=', '<>', '!=', '<=', '>=', '<', '>']) {
    if (reader.takes(sign)) return call(sign === '!=' ? '<>' : sign, left, parseSum(reader))
  }
  return left
}

function parseSum(reader: Reader): Expression {
  let left = parseProduct(reader)
  for (;;) {
    if (reader.takes('+')) left = call('+', left, parseProduct(reader))
    else if (reader.takes('-')) left = call('-', left, parseProduct(reader))
    else if (reader.takes('||')) left = call('||', left, parseProduct(reader))
    else return left
  }
}

function parseProduct(reader: Reader): Expression {
  let left = parseUnary(reader)
  for (;;) {
    if (reader.takes('*')) left = call('*', left, parseUnary(reader))
    else if (reader.takes('/')) left = call('/', left, parseUnary(reader))
    else if (reader.takes('::')) reader.next()
    else return left
  }
}

function parseUnary(reader: Reader): Expression {
  if (reader.takes('-')) return call('-', { kind: 'value', value: 0 }, parseUnary(reader))
  if (reader.takes('(')) {
    const inner = parseOr(reader)
    if (!reader.takes(')')) throw reader.problem()
    return inner
  }
  return parseName(reader)
}

function parseName(reader: Reader): Expression {
  const { kind, text } = reader.next()
  if (kind === 'number') return { kind: 'value', value: Number(text) }
  if (kind === 'text') return { kind: 'value', value: text }
  if (kind === 'sign') throw reader.problem()
  if (kind === 'word' && text.toLowerCase() === 'null') return { kind: 'value', value: null }
  if (kind === 'word' && reader.takes('(')) return parseCall(reader, text.toLowerCase())
  if (/^[lr]$/i.test(text) && reader.takes('.')) {
    return { kind: 'column', name: reader.next().text, side: text.toLowerCase() as Side }
  }
  const sided = /^(.+)_([lr])$/.exec(text)
  if (!sided) throw reader.problem()
  return { kind: 'column', name: sided[1] ?? '', side: sided[2] as Side }
}

function parseCall(reader: Reader, name: string): Expression {
  const args: Expression[] = []
  while (!reader.takes(')')) {
    args.push(parseOr(reader))
    // A cast changes nothing that matters here: cells are text, and numbers are read as numbers.
    if (reader.takes('as')) reader.next()
    reader.takes(',')
  }
  return { kind: 'call', name, args }
}

function call(name: string, ...args: Expression[]): Expression {
  return { kind: 'call', name, args }
}
