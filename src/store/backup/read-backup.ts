// Is this file a whole backup, unchanged since it was made? Reads all of it, keeps nothing.
import { createHash, type Hash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import { extract } from 'tar-stream'
import { formatVersion, Manifest, manifestName, type TablePart } from './manifest.ts'
import { altered, BackupProblem, fileProblem, unfinished } from './problem.ts'
import { unsealed } from './seal.ts'

export type Entry = { readonly name: string; readonly body: Buffer }

const entryBytesMax = 256 * 1024 * 1024

/** Every entry in the order of the file. Ends with a sentence where the file is cut or damaged. */
export async function* entriesOf(file: string): AsyncGenerator<Entry> {
  const tar = extract()
  const failed = pipeline(unsealed(file), createZstdDecompress(), tar).catch(
    (error: unknown) => error,
  )
  try {
    for await (const entry of tar) {
      const { name, size = 0 } = entry.header
      if (size > entryBytesMax) throw altered(file)
      const chunks: Buffer[] = []
      for await (const chunk of entry) chunks.push(chunk as Buffer)
      yield { name, body: Buffer.concat(chunks) }
    }
  } catch (error) {
    throw readingProblem(error, file)
  }
  const error = await failed
  if (error) throw readingProblem(error, file)
}

function readingProblem(error: unknown, file: string): unknown {
  if (error instanceof BackupProblem) return error
  const { code = '', message = '' } = error as NodeJS.ErrnoException
  const isGarbled = /^(ZSTD_|Z_)/.test(code) || /tar|header|zstd|end of data/i.test(message)
  return isGarbled ? altered(file) : fileProblem(error, file)
}

/** Reads the whole file and compares every digest. */
export async function proveBackup(
  file: string,
  onBytes: (bytes: number) => void = () => {},
): Promise<Manifest> {
  const found = new Map<string, { hash: Hash; bytes: number }>()
  let manifest: Manifest | undefined
  let bytes = 0
  for await (const { name, body } of entriesOf(file)) {
    if (manifest) throw altered(file)
    if (name === manifestName) manifest = parseManifest(file, body)
    else addTo(found, tableOf(name), body)
    bytes += body.length
    onBytes(bytes)
  }
  if (!manifest) throw unfinished(file)
  const known = new Set(manifest.tables.map(keyOf))
  const isStrange = [...found.keys()].some(key => !known.has(key))
  if (isStrange || !manifest.tables.every(part => isWhole(part, found.get(keyOf(part))))) {
    throw altered(file)
  }
  return manifest
}

function addTo(found: Map<string, { hash: Hash; bytes: number }>, key: string, body: Buffer) {
  const sum = found.get(key) ?? { hash: createHash('sha256'), bytes: 0 }
  sum.hash.update(body)
  sum.bytes += body.length
  found.set(key, sum)
}

/** An empty table has no entries. */
function isWhole(part: TablePart, sum: { hash: Hash; bytes: number } | undefined): boolean {
  const digest = (sum?.hash ?? createHash('sha256')).digest('hex')
  return digest === part.digest && (sum?.bytes ?? 0) === part.bytes
}

/** Of a part's name, without its number. */
export function tableOf(name: string): string {
  return name.replace(/\/\d+$/, '')
}

export function keyOf({ council, table }: Pick<TablePart, 'council' | 'table'>): string {
  return `${council}/${table}`
}

function parseManifest(file: string, body: Buffer): Manifest {
  const text = body.toString('utf8')
  const said = attempt(() => JSON.parse(text)) as { product?: unknown; format?: unknown }
  if (said?.product === 'doorstep' && Number(said.format) > formatVersion) throw newer(file)
  const parsed = Manifest.safeParse(said)
  if (!parsed.success) throw altered(file)
  return parsed.data
}

function attempt(read: () => unknown): unknown {
  try {
    return read()
  } catch {
    return undefined
  }
}

export function newer(file: string): BackupProblem {
  return new BackupProblem(
    'backup-newer',
    `The backup ${file} was made by another, newer Doorstep; restore it with that one.`,
  )
}
