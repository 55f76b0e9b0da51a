// What are the lines of a file of the archive? In batches, none longer than a line may be.
import type { Readable } from 'node:stream'
import { ArchiveProblem } from '../archive-problem.ts'
import { lineBytesMax } from '../domain/archive.ts'

const linesPerBatch = 1_000
const bytesPerBatch = 4 * 1024 ** 2
const lineFeed = 10

export async function* lineBatches(bytes: Readable): AsyncGenerator<readonly string[]> {
  let batch: string[] = []
  let size = 0
  for await (const line of linesOf(bytes)) {
    batch.push(line)
    size += line.length
    if (batch.length < linesPerBatch && size < bytesPerBatch) continue
    yield batch
    batch = []
    size = 0
  }
  if (batch.length > 0) yield batch
}

async function* linesOf(bytes: Readable): AsyncGenerator<string> {
  const letters = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let held: Buffer = Buffer.alloc(0)
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    let from = 0
    for (let at = held.indexOf(lineFeed); at !== -1; at = held.indexOf(lineFeed, from)) {
      yield decoded(letters, held.subarray(from, at))
      from = at + 1
    }
    held = held.subarray(from)
    if (held.length > lineBytesMax) throw new ArchiveProblem('too-large')
  }
  if (held.length > 0) throw new ArchiveProblem('altered')
}

function decoded(letters: TextDecoder, line: Buffer): string {
  try {
    return letters.decode(line)
  } catch {
    throw new ArchiveProblem('altered')
  }
}
