// How long is a file, and what is its digest, before it goes into the archive? It lies beside for
// a moment, readable by nobody else, because a tar says the length first.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ArchiveFile } from '../domain/archive.ts'

export type Spool = {
  /** Keeps the lines and counts them. */
  fill(file: Lines): Promise<ArchiveFile>
  open(): Readable
  close(): void
}
export type Lines = {
  readonly path: string
  readonly hasHeader: boolean
  readonly lines: AsyncIterable<string>
  onRow?(): void
}

export function openSpool(): Spool {
  // Made with mode 0700.
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-archive-'))
  const name = join(folder, 'file')
  return {
    async fill(file) {
      const counting = countLines(file)
      await pipeline(Readable.from(counting.chunks), createWriteStream(name, { mode: 0o600 }))
      return counting.counted()
    },
    open: () => createReadStream(name),
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The digest alone: what is in the file is not wanted. */
export async function digestLines(file: Lines): Promise<ArchiveFile> {
  const counting = countLines(file)
  for await (const _ of counting.chunks);
  return counting.counted()
}

const chunkCharacters = 64 * 1024

function countLines({ path, hasHeader, lines, onRow }: Lines) {
  const hash = createHash('sha256')
  let [rows, bytes] = [hasHeader ? -1 : 0, 0]
  async function* chunks(): AsyncGenerator<Buffer> {
    let held = ''
    for await (const line of lines) {
      rows += 1
      onRow?.()
      held += line
      if (held.length < chunkCharacters) continue
      yield count(held)
      held = ''
    }
    if (held !== '') yield count(held)
  }
  const count = (text: string) => {
    const chunk = Buffer.from(text)
    hash.update(chunk)
    bytes += chunk.length
    return chunk
  }
  const counted = (): ArchiveFile => ({ path, rows, bytes, sha256: hash.digest('hex') })
  return { chunks: chunks(), counted }
}
