// How does a page get small on its way? Packed whole, as one piece: a stream costs twice as much.
import type { Context, MiddlewareHandler } from 'hono'
import { HtmlEscapedCallbackPhase, resolveCallback } from 'hono/utils/html'
import { gzipParts, joined, lengthOf, type Part, partsOf } from './piece.ts'

/** Below this a page is as small as it gets. */
const bytesMin = 1_024

type Html = Context['html']

/** Answers of other kinds are left to whoever streams them. */
export const packed: MiddlewareHandler = async (c, next) => {
  const isPacked = c.req.method !== 'HEAD' && takesGzip(c.req.header('accept-encoding'))
  const plain = c.html
  const html = async (...[page, ...rest]: Parameters<Html>) => {
    const parts = partsOf(c, await textOf(page))
    const bytes = lengthOf(parts)
    if (isPacked && bytes >= bytesMin) return packInto(parts, plain('', ...rest) as Response)
    const answer = plain(joined(parts), ...rest) as Response
    // So that nobody packs it later: it is as small as it gets.
    if (bytes < bytesMin) answer.headers.set('content-length', `${bytes}`)
    return answer
  }
  c.html = html as unknown as Html
  await next()
}

/** A JSX node says its text when it is asked to; what was drawn before is text already. */
async function textOf(page: unknown): Promise<string> {
  const drawn = await resolveCallback(page as string, HtmlEscapedCallbackPhase.Stringify, false, {})
  return `${drawn}`
}

async function packInto(parts: readonly Part[], { status, headers }: Response): Promise<Response> {
  const bytes = await gzipParts(parts)
  const all = new Headers(headers)
  all.set('content-encoding', 'gzip')
  all.append('vary', 'Accept-Encoding')
  return new Response(new Uint8Array(bytes), { status, headers: all })
}

/** `gzip;q=0` says that it is not wanted. */
function takesGzip(accepted = ''): boolean {
  return accepted
    .split(',')
    .map(one => one.replace(/\s/g, '').toLowerCase())
    .some(one => /^(gzip|\*)(;q=(1|0\.\d*[1-9]\d*|1\.0*))?$/.test(one))
}
