// Which column holds what? Reads MAPPING.json, and says in one sentence what is wrong with it.
import { readFileSync } from 'node:fs'
import { isRole, type Role, roles } from '../../matching/index.ts'
import { CommandProblem } from '../command.ts'

export type Mapping = { readonly id: string; readonly columns: ReadonlyMap<string, Role> }

export function readMapping(file: string): Mapping {
  const text = read(file)
  refuseDoubled(text)
  const parsed = parse(text, file)
  if (!isObject(parsed)) throw wrong('mapping-wrong', `${file} must hold one JSON object.`)
  const { id, columns } = parsed
  if (typeof id !== 'string' || id.trim() === '') {
    throw wrong('no-id-column', 'The mapping names no id column: give "id": "its heading".')
  }
  if (!isObject(columns) || Object.keys(columns).length === 0) {
    throw wrong('no-columns', 'The mapping names no columns: give "columns": {"heading": "role"}.')
  }
  return { id: id.trim(), columns: new Map(Object.entries(columns).map(readColumn)) }
}

function readColumn([name, role]: [string, unknown]): [string, Role] {
  if (isRole(role)) return [name.trim(), role]
  const said = typeof role === 'string' ? `"${role}"` : 'that'
  throw wrong(
    'role-unknown',
    `The mapping gives column "${name}" the role ${said}; the roles are ${roles.join(', ')}.`,
  )
}

function read(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    if (isMissing) throw wrong('file-missing', `There is no file ${file}.`)
    throw wrong('mapping-wrong', `${file} cannot be read as UTF-8 text.`)
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw wrong('mapping-wrong', `${file} is no JSON: ${(error as Error).message}.`)
  }
}

/** JSON.parse keeps the last of two equal keys in silence; here that would lose a column. */
function refuseDoubled(text: string): void {
  const seen: Set<string>[] = []
  for (const { 0: token, 1: key } of text.matchAll(
    /("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}]/g,
  )) {
    if (token === '{') seen.push(new Set())
    else if (token === '}') seen.pop()
    if (key === undefined) continue
    const names = seen.at(-1)
    if (names?.has(key)) throw wrong('key-doubled', `The mapping names ${key} twice.`)
    names?.add(key)
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function wrong(code: string, message: string): CommandProblem {
  return new CommandProblem(code, message, 2)
}
