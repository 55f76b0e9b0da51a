// A long file is read by several threads: it is cut at ends of rows, each thread reads a part, and
// the parts are put together as if one had read it all.
import { gatherParts, type Part, type Received } from '../../matching/index.ts'
import { headsOf, placesOf } from './columns.ts'
import { readHead } from './read-csv.ts'
import type { Mapping } from './read-mapping.ts'
import { type PartToRead, readPart } from './read-part.ts'
import { askThread, threadsAtHand } from './threads.ts'

export type ToRead = {
  readonly file: string
  readonly bytes: Buffer
  readonly mapping: Mapping
  /** As many as are worth it, unless it is said how many. */
  readonly threads?: number
}

const newLine = 10
/** A thread that has just started reads slowly at first: fewer are not worth it. */
const bytesPerThreadLeast = 2_500_000
/** We begin at once, while the others start. */
const headStart = 1.3

/**
 * Nothing for a short file, and nothing where a part is not as it should be: a row that is cut,
 * a line's end inside a cell, an id that comes twice. Then one reads it all and says so.
 */
export async function readTogether(toRead: ToRead): Promise<Received | undefined> {
  const { file, bytes, mapping } = toRead
  const worthIt = Math.floor(bytes.length / bytesPerThreadLeast)
  const threads = toRead.threads ?? Math.min(threadsAtHand(), worthIt)
  if (threads < 2) return undefined
  const { form, start } = readHead(bytes, file, header => placesOf(header, mapping, file))
  const heads = headsOf(mapping)
  const [own, ...others] = cutInParts(bytes.subarray(start), threads).map(
    (part): PartToRead => ({ bytes: part, form, heads }),
  )
  const answers = others.map(part => askThread<Part | undefined>('read-thread', part))
  const first = own && readPart(own)
  const parts = [first, ...(await Promise.all(answers))]
  const whole = parts.filter(part => part !== undefined)
  if (whole.length < parts.length) return undefined
  const { ids, fields } = gatherParts(whole)
  return areAllDifferent(ids) ? { ids, fields } : undefined
}

/** In memory that all threads see; each part ends with a line. */
function cutInParts(bytes: Buffer, threads: number): Uint8Array<SharedArrayBuffer>[] {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length))
  shared.set(bytes)
  const each = bytes.length / (threads - 1 + headStart)
  const ends = Array.from({ length: threads }, (_, i) => {
    const end = i === threads - 1 ? -1 : bytes.indexOf(newLine, Math.floor(each * (i + headStart)))
    return end < 0 ? bytes.length : end + 1
  })
  return ends.map((end, i) => shared.subarray(ends[i - 1] ?? 0, end))
}

function areAllDifferent(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length
}
