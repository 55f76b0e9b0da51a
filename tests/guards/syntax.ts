// What is written in a file? Its functions, imports and marks, from the parser that vitest brings.
import { parseAst } from 'rolldown/parseAst'
import type { SourceFile } from './source-files.ts'

export type Import = { readonly from: string; readonly isTypeOnly: boolean; readonly line: number }
export type Fn = {
  readonly name: string
  readonly line: number
  readonly lineCount: number
  readonly parameterCount: number
}
/** A piece of syntax that some rule asks about, with the text it begins with. */
export type Mark = { readonly kind: MarkKind; readonly line: number; readonly text: string }
export type MarkKind =
  | 'any'
  | 'enum'
  | 'inheritance'
  | 'unrun test'
  | 'sql'
  | 'raw sql'
  | 'builder'
  | 'words'

export type Syntax = {
  readonly imports: readonly Import[]
  readonly functions: readonly Fn[]
  readonly marks: readonly Mark[]
}

type Node = { readonly type: string; readonly start: number; readonly end: number } & {
  readonly [key: string]: unknown
}

const known = new Map<string, Syntax>()

export function syntaxOf(file: SourceFile): Syntax {
  const found = known.get(file.path) ?? readSyntax(file)
  known.set(file.path, found)
  return found
}

function readSyntax(file: SourceFile): Syntax {
  const program = parseAst(file.text, { lang: file.path.endsWith('x') ? 'tsx' : 'ts' }, file.path)
  const lineAt = linesOf(file.text)
  const imports: Import[] = []
  const functions: Fn[] = []
  const marks: Mark[] = []
  walk(program as unknown as Node, (node, parent) => {
    const line = lineAt(node.start)
    const from = importedFrom(node)
    if (from) imports.push({ ...from, line })
    if (functionTypes.has(node.type) && !isGroup(parent)) {
      const lineCount = lineAt(node.end) - line + 1
      const parameterCount = (node.params as Node[]).filter(one => !isThis(one)).length
      functions.push({ name: nameOf(node, parent), line, lineCount, parameterCount })
    }
    const kind = markOf(node)
    if (kind) marks.push({ kind, line, text: file.text.slice(node.start, node.start + 60) })
  })
  return { imports, functions, marks }
}

const functionTypes = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
])

function walk(node: Node, visit: (node: Node, parent: Node | undefined) => void, parent?: Node) {
  visit(node, parent)
  for (const value of Object.values(node)) {
    for (const child of [value].flat()) if (isNode(child)) walk(child, visit, node)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

/** The body of a `describe` is a list of tests, not a piece of work. */
function isGroup(parent: Node | undefined): boolean {
  return parent?.type === 'CallExpression' && rootName(parent.callee) === 'describe'
}

function isThis(parameter: Node): boolean {
  return parameter.type === 'Identifier' && parameter.name === 'this'
}

function nameOf(node: Node, parent: Node | undefined): string {
  const named = [node.id, parent?.id, parent?.key].find(isNode)
  return typeof named?.name === 'string' ? named.name : 'a function'
}

function importedFrom(node: Node): Omit<Import, 'line'> | undefined {
  const isStatement = /^(Import|ExportNamed|ExportAll)(Declaration)$/.test(node.type)
  const source = isStatement || node.type === 'ImportExpression' ? node.source : undefined
  if (!isNode(source) || typeof source.value !== 'string') return undefined
  const kind = node.importKind ?? node.exportKind
  const names = ((node.specifiers as Node[] | undefined) ?? []).map(
    one => one.importKind ?? one.exportKind,
  )
  const isTypeOnly = kind === 'type' || (names.length > 0 && names.every(one => one === 'type'))
  return { from: source.value, isTypeOnly }
}

const runners = new Set(['test', 'it', 'describe', 'suite'])
const unrun = new Set(['skip', 'only', 'todo', 'skipIf', 'runIf', 'fails'])
const builders = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom'])
const statement =
  /^\s*(select\s[\s\S]*\bfrom|insert into|update\s\S+\s+set|delete from|with\s\S+\s+as\s*\()\s/i

function markOf(node: Node): MarkKind | undefined {
  if (node.type === 'TSAnyKeyword') return 'any'
  if (node.type === 'JSXText' && isWords(node.value)) return 'words'
  if (node.type === 'JSXAttribute' && isShownAttribute(node)) return 'words'
  if (node.type === 'TSEnumDeclaration') return 'enum'
  if (isNode(node.superClass) && node.superClass.name !== 'Error') return 'inheritance'
  if (node.type === 'MemberExpression') return markOfMember(node)
  if (node.type === 'TaggedTemplateExpression' && rootName(node.tag) === 'sql') return 'sql'
  if (node.type === 'Literal' && statement.test(String(node.value))) return 'sql'
  if (node.type === 'TemplateElement' && statement.test(rawOf(node))) return 'sql'
  return undefined
}

const shownAttributes = ['title', 'alt', 'placeholder', 'label', 'text', 'hint', 'aria-label']

/** `<p>Text</p>` and `title="Text"` would be words that no translator can reach. */
function isShownAttribute(node: Node): boolean {
  const name = isNode(node.name) ? String(node.name.name) : ''
  return shownAttributes.includes(name) && isNode(node.value) && isWords(node.value.value)
}

function isWords(text: unknown): boolean {
  return typeof text === 'string' && /[a-z]{2}/i.test(text)
}

function markOfMember(node: Node): MarkKind | undefined {
  const property = isNode(node.property) ? String(node.property.name) : ''
  const root = rootName(node.object)
  if (runners.has(root) && unrun.has(property)) return 'unrun test'
  if (root === 'sql' && property === 'raw') return 'raw sql'
  return builders.has(property) ? 'builder' : undefined
}

/** `test` in `test.each(…)`; `sql` in `sql<Row>`. */
function rootName(node: unknown): string {
  if (!isNode(node)) return ''
  if (node.type === 'Identifier') return String(node.name)
  return rootName(node.object ?? node.callee ?? node.tag ?? node.expression)
}

function rawOf(node: Node): string {
  return String((node.value as { raw: string }).raw)
}

/** The line of a position, counted from 1. */
function linesOf(text: string): (position: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return position => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= position) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}
