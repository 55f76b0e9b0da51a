// Who may import whom? Inwards inside a capability, through its door from outside, never in a ring.
import { posix } from 'node:path'
import { codeFiles, isTest, type SourceFile } from './source-files.ts'
import { syntaxOf } from './syntax.ts'

/** Rooms that serve every capability. They know none of them. */
const foundation = ['kernel', 'events', 'access', 'store', 'pages', 'web', 'testing']
/** Rooms that put the parts together, so they may know all of them. */
const assembly = ['', 'cli', 'demo', 'bench', 'testing']
/** What a domain may know of the record and of access: pure, and safe on a phone. */
const pureFiles = ['src/events/kinds.ts', 'src/events/commands.ts', 'src/access/actor.ts']
const pureModules = ['zod', 'libphonenumber-js', 'uuid', 'double-metaphone']
const clocks = ['src/kernel/clock.ts']

export type Place = { readonly area: string; readonly room: string }

/** `src/reach/store/coverage.ts` is in the area reach, in its room store. Its door has no room. */
export function placeOf(path: string): Place {
  const [, ...parts] = path.split('/')
  if (parts.length <= 1) return { area: '', room: '' }
  return { area: parts[0] ?? '', room: parts.length > 2 ? (parts[1] ?? '') : '' }
}

export type Edge = {
  readonly file: SourceFile
  /** A path from the root for our own files, otherwise the name of the module. */
  readonly to: string
  readonly isOurs: boolean
  readonly isTypeOnly: boolean
  readonly line: number
}

export const edges: readonly Edge[] = codeFiles.flatMap(file =>
  syntaxOf(file).imports.map(({ from, isTypeOnly, line }) => {
    const isOurs = from.startsWith('.')
    const to = isOurs ? posix.join(posix.dirname(file.path), from) : from
    return { file, to, isOurs, isTypeOnly, line }
  }),
)

export function isCapability(area: string): boolean {
  return !foundation.includes(area) && !assembly.includes(area)
}

export function say(edge: Edge, why: string): string {
  return `${edge.file.path}:${edge.line} imports ${edge.to}: ${why}`
}

/** pages → store → domain → kernel, and nothing reaches back to its own door. */
export function outwardImports(all: readonly Edge[] = edges): string[] {
  return all.filter(isOwnCode).flatMap(edge => {
    const from = placeOf(edge.file.path)
    const to = placeOf(edge.to)
    const sameArea = from.area === to.area && edge.isOurs
    if (from.room === 'domain') return domainProblem(edge, edge.isOurs && to.room === 'domain')
    if (sameArea && from.room !== '' && to.room === '' && edge.to.endsWith('/index.ts')) {
      return foundation.includes(from.area) ? [] : [say(edge, 'a room does not use its own door')]
    }
    const isShown = to.room === 'pages' || ['pages', 'web'].includes(to.area)
    if (from.room === 'store' && edge.isOurs && isShown) return [say(edge, 'store shows no pages')]
    if (from.area === 'kernel' && edge.isOurs && to.area !== 'kernel') {
      return [say(edge, 'the kernel knows only itself')]
    }
    return []
  })
}

/** Domains may use each other: all of them run on a phone. Types of a door are gone by then. */
function domainProblem(edge: Edge, isDomain: boolean): string[] {
  if (isDomain || (edge.isTypeOnly && isDoor(edge.to))) return []
  if (!edge.isOurs) {
    return pureModules.some(name => edge.to === name || edge.to.startsWith(`${name}/`))
      ? []
      : [say(edge, 'a domain uses no machine, database or request')]
  }
  if (clocks.includes(edge.to)) return clockProblem(edge)
  const isPure = placeOf(edge.to).area === 'kernel' || pureFiles.includes(edge.to)
  return isPure || isPureDoor(edge.to)
    ? []
    : [say(edge, 'a domain knows only domains and the kernel')]
}

function isDoor(path: string): boolean {
  return path === `src/${placeOf(path).area}/index.ts`
}

/** A capability without a store, such as matching, has a door that a domain may use. */
function isPureDoor(door: string): boolean {
  if (!isCapability(placeOf(door).area) || !isDoor(door)) return false
  const reached = new Set<string>([door])
  for (const path of reached) {
    for (const edge of edgesFrom.get(path) ?? []) if (!edge.isTypeOnly) reached.add(edge.to)
  }
  return [...reached].every(
    to =>
      (isCapability(placeOf(to).area) && ['', 'domain', 'data'].includes(placeOf(to).room)) ||
      placeOf(to).area === 'kernel' ||
      pureFiles.includes(to) ||
      pureModules.includes(to),
  )
}

const edgesFrom = Map.groupBy(edges, edge => edge.file.path)

/** Lengths of time are only numbers; what tells the time is not for a domain. */
function clockProblem(edge: Edge): string[] {
  const statement =
    edge.file.lines
      .slice(edge.line - 1)
      .join(' ')
      .split('from')[0] ?? ''
  return /\b(systemClock|turnableClock|Clock)\b/.test(statement)
    ? [say(edge, 'a domain is handed the time')]
    : []
}

/** Reading the machine's clock or dice inside a domain, without any import. */
export function ambientUses(files: readonly SourceFile[] = codeFiles): string[] {
  const ambient = /\b(Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|process\.)/
  return files
    .filter(file => placeOf(file.path).room === 'domain' && !isTest(file.path))
    .flatMap(file =>
      file.lines.flatMap((line, i) =>
        ambient.test(line) ? [`${file.path}:${i + 1} asks the machine: ${line.trim()}`] : [],
      ),
    )
}

/**
 * From outside, a capability has one door; shipped data without code may have its own. The record
 * and access have a door for capabilities too.
 */
export function doorsPassedBy(all: readonly Edge[] = edges): string[] {
  return all.filter(isOwnCode).flatMap(edge => {
    if (!edge.isOurs || !edge.to.startsWith('src/')) return []
    const from = placeOf(edge.file.path)
    const to = placeOf(edge.to)
    if (from.area === to.area || assembly.includes(to.area)) return []
    const hasDoor = isCapability(to.area) || ['events', 'access'].includes(to.area)
    const isFoundation = foundation.includes(from.area)
    if (isCapability(to.area) && isFoundation && from.area !== 'testing') {
      return [say(edge, 'the foundation knows no capability')]
    }
    if (!hasDoor || edge.to === `src/${to.area}/index.ts`) return []
    if (from.room === 'domain' && to.room === 'domain') return []
    if (pureFiles.includes(edge.to) || edge.to === `src/${to.area}/data/index.ts`) return []
    const mustUseDoor = isCapability(to.area) || isCapability(from.area)
    return mustUseDoor ? [say(edge, `only ${to.area}/index.ts may be imported`)] : []
  })
}

/** Rings of capabilities, each once: `lists → reach → lists`. */
export function rings(all: readonly Edge[] = edges): string[] {
  const next = new Map<string, Set<string>>()
  for (const edge of all.filter(isOwnCode)) {
    const [from, to] = [placeOf(edge.file.path).area, placeOf(edge.to).area]
    const isBetween = edge.isOurs && from !== to && isCapability(from) && isCapability(to)
    if (isBetween) next.set(from, (next.get(from) ?? new Set()).add(to))
  }
  const found = new Set<string>()
  for (const start of next.keys()) findRings(next, [start], found)
  return [...found]
}

function findRings(next: Map<string, Set<string>>, path: string[], found: Set<string>): void {
  for (const to of next.get(path.at(-1) ?? '') ?? []) {
    const isFirst = path.every(area => (path[0] ?? '') <= area)
    if (to === path[0] && isFirst) found.add([...path, to].join(' → '))
    else if (!path.includes(to)) findRings(next, [...path, to], found)
  }
}

function isOwnCode(edge: Edge): boolean {
  return edge.file.path.startsWith('src/') && !isTest(edge.file.path)
}
