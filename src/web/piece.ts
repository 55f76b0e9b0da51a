// How does a large part of a page, drawn once and shown to many, travel without being packed again?
//
// It is packed by itself when it is made, and a page names its place. A packed page is a row of
// such parts, each ending on a whole byte (RFC 1951 §3.2.4), with one sum over all (RFC 1952).
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { crc32, deflateRaw, constants as zlib } from 'node:zlib'
import type { Context } from 'hono'
import { raw } from 'hono/html'

export type Piece = { readonly bytes: Buffer; readonly packed: Buffer }

const pack = promisify(deflateRaw)
/** As small as it gets, since it is done once; what is packed for every page is done sooner. */
const pieceLevel = 6
const pageLevel = 4
const markBytes = 16
/** Nobody can guess it, so nobody can write it into a page. */
const mark = `<!--${randomBytes(markBytes).toString('hex')}:`
const marks = new RegExp(`(${mark}\\d+-->)`)

const placed = new WeakMap<Request, Piece[]>()

export async function makePiece(text: string): Promise<Piece> {
  return packed(text, pieceLevel)
}

/** Stands in the page where the piece will be. */
export function placeOf(c: Context, piece: Piece): ReturnType<typeof raw> {
  const pieces = placed.get(c.req.raw) ?? []
  placed.set(c.req.raw, pieces)
  return raw(`${mark}${pieces.push(piece) - 1}-->`)
}

export type Part = string | Piece

/** The page with its pieces, in order. */
export function partsOf(c: Context, page: string): readonly Part[] {
  const pieces = placed.get(c.req.raw)
  if (!pieces) return [page]
  return page.split(marks).map(text => {
    if (!text.startsWith(mark)) return text
    return pieces[Number(text.slice(mark.length, -'-->'.length))] ?? ''
  })
}

export function joined(parts: readonly Part[]): string {
  return parts.map(part => (typeof part === 'string' ? part : part.bytes.toString())).join('')
}

export function lengthOf(parts: readonly Part[]): number {
  const lengths = parts.map(part =>
    typeof part === 'string' ? Buffer.byteLength(part) : part.bytes.length,
  )
  return lengths.reduce((all, one) => all + one, 0)
}

const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
/** An empty block that says it is the last. */
const lastBlock = Buffer.from([3, 0])
const uint32 = 2 ** 32

/** All of it as one gzip file. */
export async function gzipParts(parts: readonly Part[]): Promise<Buffer> {
  const pieces = await Promise.all(
    parts.map(part => (typeof part === 'string' ? packed(part, pageLevel) : part)),
  )
  const tail = Buffer.alloc(8)
  tail.writeUInt32LE(pieces.reduce((sum, { bytes }) => crc32(bytes, sum), 0))
  tail.writeUInt32LE(lengthOf(pieces) % uint32, 4)
  return Buffer.concat([head, ...pieces.map(piece => piece.packed), lastBlock, tail])
}

async function packed(text: string, level: number): Promise<Piece> {
  const bytes = Buffer.from(text)
  return { bytes, packed: await pack(bytes, { level, finishFlush: zlib.Z_FULL_FLUSH }) }
}
