// What kind of file is this? One look at all its bytes, before any of them is read as text.
import { encodingSniffer, type Sniffed } from '../domain/encoding.ts'
import { fileBytesMax } from '../domain/limits.ts'

/** A file that can be read again from its start. */
export type Received = { open(): AsyncIterable<Uint8Array> }

export async function sniff(file: Received): Promise<Sniffed> {
  const sniffer = encodingSniffer()
  let bytes = 0
  for await (const chunk of file.open()) {
    bytes += chunk.length
    sniffer.push(chunk)
    if (bytes > fileBytesMax) break
  }
  return sniffer.end()
}
