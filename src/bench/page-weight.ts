// How many bytes does a page cost a browser that was never here before?
import { gunzipSync } from 'node:zlib'
import type { Asked, Client } from './ask.ts'

export type Weight = { readonly bytes: number; readonly scriptBytes: number }

const filesMax = 100

/** The page and every file of ours that it names, and that those name, each once. */
export async function weigh(
  client: Client,
  page: { readonly path: string; readonly cookie: string },
): Promise<Weight> {
  const first = await client.ask(page)
  const weight = { bytes: first.body.length, scriptBytes: 0 }
  const waiting = namedIn(textOf(first))
  const seen = new Set<string>()
  while (waiting.length > 0 && seen.size < filesMax) {
    const path = waiting.pop() ?? ''
    if (seen.has(path)) continue
    seen.add(path)
    const file = await client.ask({ path })
    weight.bytes += file.body.length
    if (/javascript/.test(file.headers['content-type'] ?? ''))
      weight.scriptBytes += file.body.length
    if (/css|javascript/.test(file.headers['content-type'] ?? '')) {
      waiting.push(...namedIn(textOf(file)))
    }
  }
  return weight
}

function namedIn(text: string): string[] {
  return [...text.matchAll(/\/assets\/[\w./-]+/g)].map(([path]) => path)
}

function textOf({ body, headers }: Asked): string {
  if (headers['content-encoding'] !== 'gzip') return body.toString('utf8')
  return gunzipSync(body).toString('utf8')
}
