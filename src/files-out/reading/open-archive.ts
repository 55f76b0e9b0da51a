// What is in an archive that somebody hands us? Entry by entry, trusting nothing that it says.
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate as pause } from 'node:timers/promises'
import { createGunzip } from 'node:zlib'
import tar from 'tar-stream'
import { ArchiveProblem } from '../archive-problem.ts'
import { archiveBytesMax } from '../domain/archive.ts'

export type Entry = { readonly name: string; readonly size: number; readonly bytes: Readable }

const entriesMax = 310

/** Each entry is read to its end before the next one comes. */
export async function eachEntry(file: string, take: (entry: Entry) => Promise<void>) {
  const extract = tar.extract()
  const source = createReadStream(file)
  let [broken, cause]: unknown[] = []
  const read = pipeline(source, createGunzip(), extract).catch(error => {
    broken ??= error
    extract.destroy(error)
  })
  let [entries, bytes] = [0, 0]
  try {
    for await (const entry of extract) {
      const { name, size = 0, type } = entry.header
      entries += 1
      bytes += size
      if (type !== 'file' || entries > entriesMax) throw new ArchiveProblem('not-an-archive')
      if (bytes > archiveBytesMax) throw new ArchiveProblem('too-large')
      await take({ name, size, bytes: entry as unknown as Readable }).catch(async error => {
        // Whoever reads from a broken stream may hear of it before the stream says why.
        await pause()
        cause = error instanceof ArchiveProblem ? error : (broken ?? error)
        throw cause
      })
    }
  } catch (error) {
    await pause()
    cause ??= error instanceof ArchiveProblem ? error : (broken ?? error)
    source.destroy()
    await read
    throw problemOf(cause, entries)
  }
  await read
  if (broken) throw problemOf(broken, entries)
  if (entries === 0) throw new ArchiveProblem('not-an-archive')
}

function problemOf(error: unknown, entries: number): unknown {
  if (error instanceof ArchiveProblem) return error
  const { code = '', message = '' } = error as { code?: string; message?: string }
  const isCut = code === 'Z_BUF_ERROR' || /unexpected end|premature/i.test(message)
  if (isCut) return new ArchiveProblem(entries === 0 ? 'not-an-archive' : 'cut')
  const isBroken = code.startsWith('Z_') || /invalid tar header|size|header/i.test(message)
  if (isBroken) return new ArchiveProblem(entries === 0 ? 'not-an-archive' : 'altered')
  return error
}
