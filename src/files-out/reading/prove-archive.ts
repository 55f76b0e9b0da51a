// Is an archive whole and as it was made? Every digest is found before anything is written.
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { ArchiveProblem } from '../archive-problem.ts'
import { archiveVersion, Manifest, manifestFile, smallBytesMax } from '../domain/archive.ts'
import { eachEntry } from './open-archive.ts'

/** They say what the others are, and follow from them. */
const beside = ['README.md', 'datapackage.json', manifestFile]

export async function proveArchive(
  file: string,
  onBytes: (bytes: number) => void = () => {},
): Promise<Manifest> {
  const found = new Map<string, { sha256: string; bytes: number }>()
  let text: string | undefined
  let bytes = 0
  await eachEntry(file, async entry => {
    if (found.has(entry.name)) throw new ArchiveProblem('altered')
    if (beside.includes(entry.name) && entry.size > smallBytesMax) {
      throw new ArchiveProblem('not-an-archive')
    }
    const read = await digestOf(entry.bytes, entry.name === manifestFile)
    found.set(entry.name, read)
    if (read.text !== undefined) text = read.text
    bytes += read.bytes
    onBytes(bytes)
  })
  if (text === undefined)
    throw new ArchiveProblem(found.has('README.md') ? 'cut' : 'not-an-archive')
  const manifest = readManifest(text)
  const named = new Set([...manifest.files.map(({ path }) => path), ...beside])
  const isWhole =
    named.size === found.size &&
    manifest.files.every(({ path, sha256, bytes: long }) => {
      const one = found.get(path)
      return one?.sha256 === sha256 && one.bytes === long
    })
  if (!isWhole) throw new ArchiveProblem('altered')
  return manifest
}

async function digestOf(bytes: Readable, isKept: boolean) {
  const hash = createHash('sha256')
  const kept: Buffer[] = []
  let length = 0
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    hash.update(chunk)
    length += chunk.length
    if (isKept) kept.push(chunk)
  }
  const text = isKept ? Buffer.concat(kept).toString('utf8') : undefined
  return { sha256: hash.digest('hex'), bytes: length, text }
}

function readManifest(text: string): Manifest {
  const said = parsed(text)
  const { formatVersion } = (said ?? {}) as { formatVersion?: unknown }
  if (typeof formatVersion === 'number' && formatVersion > archiveVersion) {
    throw new ArchiveProblem('newer')
  }
  const manifest = Manifest.safeParse(said)
  if (!manifest.success) throw new ArchiveProblem('not-an-archive')
  return manifest.data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
