// What does a backup say of itself? Counts and digests; no word about anybody.
import { z } from 'zod'

export const manifestName = 'manifest.json'
export const formatVersion = 1

const Digest = z.string().regex(/^[0-9a-f]{64}$/)
const Name = z.string().regex(/^[a-z][a-z0-9_]*$/)

/** One table of one council. The digest is of its rows as text, ordered by their key. */
const TablePart = z.strictObject({
  council: z.string().regex(/^[a-z0-9-]{1,40}$/),
  table: Name,
  columns: z.array(Name).min(1),
  rows: z.number().int().min(0),
  bytes: z.number().int().min(0),
  digest: Digest,
})

export const Manifest = z.strictObject({
  product: z.literal('doorstep'),
  format: z.literal(formatVersion),
  /** Of the program that made it. */
  version: z.string(),
  /** The moment of the one snapshot that everything is from. */
  at: z.iso.datetime(),
  postgresql: z.number().int(),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: Digest })).min(1),
  councils: z.array(z.strictObject({ council: z.string(), seq: z.number().int(), hash: Digest })),
  tables: z.array(TablePart),
})
export type Manifest = z.infer<typeof Manifest>
export type TablePart = z.infer<typeof TablePart>

export function rowsOf({ tables }: Manifest): number {
  return tables.reduce((all, { rows }) => all + rows, 0)
}

/** Parts of one table are numbered, so that they are read in the order they were written. */
export function partName({ council, table }: Pick<TablePart, 'council' | 'table'>, nth: number) {
  return `${council}/${table}/${String(nth).padStart(6, '0')}`
}
