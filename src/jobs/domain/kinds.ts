// Which kinds of job are there? Those that ship, then the council's own.
import { assert } from '../../kernel/assert.ts'
import { shipped } from './data/index.ts'
import { JobKind } from './kind.ts'

const known = new Map<string, JobKind>(
  shipped.map(one => JobKind.parse(one)).map(kind => [kind.code, kind]),
)

export function jobKinds(): readonly JobKind[] {
  return [...known.values()]
}

/** A kind of the council's own, read from its file. One of the same code replaces it. */
export function addJobKind(kind: JobKind): void {
  known.set(kind.code, kind)
}

export function findJobKind(code: string): JobKind | undefined {
  return known.get(code)
}

export function getJobKind(code: string): JobKind {
  const kind = known.get(code)
  assert(kind, `the kind of job ${code} is there`)
  return kind
}

/** The one that fits a need best; else "something else". */
export function kindForNeed(need: string): JobKind {
  const fits = jobKinds().find(({ needKinds }) => needKinds.includes(need))
  return fits ?? getJobKind('other')
}
