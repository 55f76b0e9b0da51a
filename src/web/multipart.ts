// Which file was handed in with a form? Its bytes as they arrive, never the whole of it at once.
export type SentFile = { readonly name: string; readonly chunks: AsyncIterable<Uint8Array> }

/** The first file of this field; fields that come after it are not read. */
export async function sentFile(request: Request, field: string): Promise<SentFile | undefined> {
  const type = request.headers.get('content-type') ?? ''
  const mark = /^multipart\/form-data;.*\bboundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type)
  if (!mark || !request.body) return undefined
  const bytes = readerOf(request.body)
  const boundary = Buffer.from(`\r\n--${mark[1] ?? mark[2]}`)
  await drain(bytes.until(boundary))
  while ((await bytes.take(endMark.length)) === lineEnd) {
    const head = headOf(await whole(bytes.until(Buffer.from(`${lineEnd}${lineEnd}`))))
    if (head.field !== field || head.file === undefined) await drain(bytes.until(boundary))
    else return { name: head.file, chunks: bytes.until(boundary) }
  }
  return undefined
}

const lineEnd = '\r\n'
const endMark = '--'
const headBytesMax = 16 * 1024

type Reader = {
  /** Everything before this mark; the mark itself is passed over. */
  until(mark: Buffer): AsyncGenerator<Buffer>
  take(bytes: number): Promise<string>
}

function readerOf(body: ReadableStream<Uint8Array>): Reader {
  // The first boundary has no line before it; with one, all of them look the same.
  let held = Buffer.from(lineEnd)
  const source = body.getReader()
  const more = async (): Promise<boolean> => {
    const { done, value } = await source.read()
    if (!done) held = Buffer.concat([held, value])
    return !done
  }
  return {
    async *until(mark) {
      for (;;) {
        const at = held.indexOf(mark)
        if (at !== -1) {
          const before = held.subarray(0, at)
          held = held.subarray(at + mark.length)
          if (before.length > 0) yield before
          return
        }
        // A mark may have begun in the last bytes.
        const sure = Math.max(0, held.length - mark.length + 1)
        const given = held.subarray(0, sure)
        held = held.subarray(sure)
        if (given.length > 0) yield given
        if (!(await more())) throw new TypeError('The form was cut off')
      }
    },
    async take(bytes) {
      while (held.length < bytes && (await more()));
      const taken = held.subarray(0, bytes).toString('latin1')
      held = held.subarray(bytes)
      return taken
    },
  }
}

async function drain(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of chunks);
}

async function whole(chunks: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > headBytesMax) throw new TypeError('A part of the form has too long a head')
    parts.push(chunk)
  }
  return Buffer.concat(parts).toString('utf8')
}

function headOf(text: string): { field: string; file: string | undefined } {
  const line = text.split(lineEnd).find(one => /^content-disposition:/i.test(one)) ?? ''
  return { field: quoted(line, 'name') ?? '', file: quoted(line, 'filename') }
}

/** Browsers write a quotation mark within a name as %22. */
function quoted(line: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}="([^"]*)"`, 'i').exec(line)?.[1]
  return found?.replaceAll('%22', '"')
}
