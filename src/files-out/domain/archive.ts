// What is in the archive of a whole council, and by what is it known that nothing was changed?
import { z } from 'zod'

export const archiveFormat = 'doorstep-council'
export const archiveVersion = 1

/** Enough for a council of half a million people and ten years, and an end to a bomb. */
export const archiveBytesMax = 64 * 1024 ** 3
export const lineBytesMax = 16 * 1024 ** 2
/** Read whole: what says what the other files are. */
export const smallBytesMax = 16 * 1024 ** 2

const hex = z.string().regex(/^[0-9a-f]{64}$/)

export const ArchiveFile = z.strictObject({
  path: z.string().regex(/^[a-z0-9_/.-]{1,120}$/),
  rows: z.int().min(0),
  bytes: z.int().min(0),
  sha256: hex,
})
export type ArchiveFile = z.infer<typeof ArchiveFile>

export const Manifest = z.strictObject({
  format: z.literal(archiveFormat),
  formatVersion: z.int(),
  madeBy: z.string().max(60),
  madeAt: z.iso.datetime(),
  /** Of the tables' shape: files of an older shape are told apart and not taken for forged. */
  shape: hex,
  council: z.strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,40}$/),
    name: z.string().min(1).max(200),
    gss: z.string().max(20).nullable(),
    practice: z.boolean(),
  }),
  log: z.strictObject({ events: z.int().min(0), hash: hex }),
  files: z.array(ArchiveFile).max(300),
})
export type Manifest = z.infer<typeof Manifest>

export const logFile = 'log.jsonl'
export const commandsFile = 'commands.jsonl'
export const readsFile = 'reads.jsonl'
export const manifestFile = 'manifest.json'

/** Expected trouble with an archive; each has one plain sentence. */
export const archiveProblems = [
  'not-an-archive',
  'cut',
  'altered',
  'newer',
  'broken-log',
  'unknown-events',
  'other-tables',
  'council-exists',
  'too-large',
] as const
export type ArchiveProblemCode = (typeof archiveProblems)[number]
