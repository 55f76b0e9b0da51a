// Was this database made by this Doorstep, by an older one, or by a newer one?
import { checksumOf, type Migration } from './migrate.ts'

export type Run = { readonly name: string; readonly checksum: string }

export type Shape = {
  readonly run: number
  /** Of ours, those that have not run there: the database is older than this program. */
  readonly missing: readonly string[]
  /** Run there and not ours, or changed: it is newer. Empty where nothing was expected. */
  readonly unknown: readonly string[]
}

export function compareShape(run: readonly Run[], expected: readonly Migration[]): Shape {
  const ours = new Map(expected.map(one => [one.name, checksumOf(one)]))
  const theirs = new Map(run.map(({ name, checksum }) => [name, checksum]))
  const unknown = run.filter(({ name, checksum }) => ours.get(name) !== checksum)
  return {
    run: run.length,
    missing: [...ours.keys()].filter(name => !theirs.has(name)),
    unknown: expected.length === 0 ? [] : unknown.map(({ name }) => name),
  }
}

export function isSame({ missing, unknown }: Shape): boolean {
  return missing.length === 0 && unknown.length === 0
}
