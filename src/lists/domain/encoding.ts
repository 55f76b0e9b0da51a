// In which letters is this file written? Looks at all bytes once, so that the second reading
// never changes its mind half way: a single wrong byte on the last row decides for Windows-1252.

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
export type Sniffed = {
  readonly encoding: Encoding
  readonly bytes: number
  /** NUL bytes that are no part of UTF-16. */
  readonly nulBytes: number
  readonly isSpreadsheet: boolean
  /** Something looks like a date with the month first. Only a reason to look closer. */
  readonly hasMonthFirst: boolean
}

export type EncodingSniffer = { push(chunk: Uint8Array): void; end(): Sniffed }

const headBytesMax = 4096

export function encodingSniffer(): EncodingSniffer {
  const strict = new TextDecoder('utf-8', { fatal: true })
  let head: Uint8Array = new Uint8Array(0)
  let bytes = 0
  let nulBytes = 0
  let isUtf8 = true
  let hasMonthFirst = false
  const check = (chunk: Uint8Array | undefined) => {
    if (!isUtf8) return
    try {
      strict.decode(chunk, { stream: chunk !== undefined })
    } catch {
      isUtf8 = false
    }
  }
  return {
    push(chunk) {
      if (head.length < headBytesMax) head = joined(head, chunk.subarray(0, headBytesMax))
      bytes += chunk.length
      nulBytes += nulsIn(chunk)
      hasMonthFirst ||= looksMonthFirst(chunk)
      check(chunk)
    },
    end() {
      check(undefined)
      const wide = wideEncoding(head)
      const encoding = wide ?? (isUtf8 ? 'utf-8' : 'windows-1252')
      const isSpreadsheet = startsWith(head, zipStart) || startsWith(head, oldOfficeStart)
      // Of letters that stand two bytes apart, or packed, nothing can be said from here.
      const isHidden = isSpreadsheet || wide !== undefined
      const order = { hasMonthFirst: hasMonthFirst || isHidden }
      return { encoding, bytes, nulBytes: wide ? 0 : nulBytes, isSpreadsheet, ...order }
    },
  }
}

/** Bytes in, text out; the byte order mark is dropped. */
export async function* decoded(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

const zipStart = [0x50, 0x4b, 0x03, 0x04]
const oldOfficeStart = [0xd0, 0xcf, 0x11, 0xe0]

function startsWith(head: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => head[at] === byte)
}

/** Without a mark, Latin text in UTF-16 has a NUL in nearly every other place. */
function wideEncoding(head: Uint8Array): Encoding | undefined {
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(head, [0xfe, 0xff])) return 'utf-16be'
  const pairs = Math.floor(head.length / 2)
  if (pairs === 0) return undefined
  const nuls = [0, 0]
  for (let at = 0; at < pairs * 2; at++) if (head[at] === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = nuls
  if (odd > pairs * 0.6 && even < pairs * 0.1) return 'utf-16le'
  if (even > pairs * 0.6 && odd < pairs * 0.1) return 'utf-16be'
  return undefined
}

function nulsIn(chunk: Uint8Array): number {
  let found = 0
  for (let at = chunk.indexOf(0); at !== -1; at = chunk.indexOf(0, at + 1)) found++
  return found
}

const latin = new TextDecoder('latin1')

function looksMonthFirst(chunk: Uint8Array): boolean {
  return /(?<!\d)(?:0?[1-9]|1[0-2])([/.-])(?:1[3-9]|2\d|3[01])\1\d{4}(?!\d)/.test(
    latin.decode(chunk),
  )
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
