// Which parts does a packed file hold, and what is in one? Opened as a stream, and counted while it
// opens: what a part says about its own size is not believed.
import { createInflateRaw } from 'node:zlib'
import type { FileProblemCode } from '../../domain/file-problems.ts'
import { workbookPartsMax } from '../../domain/limits.ts'

/** Why a workbook cannot be read; caught where it is opened. */
export class WorkbookFault extends Error {
  readonly problem: FileProblemCode
  constructor(problem: FileProblemCode) {
    super(problem)
    this.problem = problem
  }
}

export type Part = { readonly method: number; readonly from: number; readonly bytes: number }

const endMark = 0x06054b50
const entryMark = 0x02014b50
const headMark = 0x04034b50
const endBytes = 22
const commentBytesMax = 65_535

/** The list of parts stands at the end of the file. */
export function zipParts(file: Buffer): ReadonlyMap<string, Part> {
  const end = endOf(file)
  const count = file.readUInt16LE(end + 10)
  if (count > workbookPartsMax) throw new WorkbookFault('spreadsheet-too-large')
  const parts = new Map<string, Part>()
  let at = file.readUInt32LE(end + 16)
  for (let nth = 0; nth < count; nth++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== entryMark) throw broken()
    const nameBytes = file.readUInt16LE(at + 28)
    const more = file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    const name = file.toString('utf8', at + 46, at + 46 + nameBytes)
    parts.set(name.replace(/^\//, ''), {
      method: file.readUInt16LE(at + 10),
      bytes: file.readUInt32LE(at + 20),
      from: file.readUInt32LE(at + 42),
    })
    at += 46 + nameBytes + more
  }
  return parts
}

function endOf(file: Buffer): number {
  const least = Math.max(0, file.length - endBytes - commentBytesMax)
  for (let at = file.length - endBytes; at >= least; at--) {
    if (file.readUInt32LE(at) === endMark) return at
  }
  throw broken()
}

/** Text of a part in pieces; stops as soon as more than `bytesMax` came out. */
export async function* partText(
  file: Buffer,
  part: Part,
  bytesMax: number,
): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let bytes = 0
  for await (const chunk of opened(file, part)) {
    bytes += chunk.length
    if (bytes > bytesMax) throw new WorkbookFault('spreadsheet-too-large')
    yield decoder.decode(chunk, { stream: true })
  }
  yield decoder.decode()
}

async function* opened(file: Buffer, { method, from, bytes }: Part): AsyncGenerator<Uint8Array> {
  if (from + 30 > file.length || file.readUInt32LE(from) !== headMark) throw broken()
  const start = from + 30 + file.readUInt16LE(from + 26) + file.readUInt16LE(from + 28)
  const packed = file.subarray(start, start + bytes)
  if (packed.length < bytes) throw broken()
  if (method === 0) yield packed
  else if (method === 8) yield* inflated(packed)
  else throw broken()
}

const inflatedBytes = 256 * 1024

async function* inflated(packed: Buffer): AsyncGenerator<Uint8Array> {
  const stream = createInflateRaw({ chunkSize: inflatedBytes })
  stream.end(packed)
  try {
    for await (const chunk of stream) yield chunk
  } catch {
    throw broken()
  }
}

function broken(): WorkbookFault {
  return new WorkbookFault('spreadsheet-broken')
}
