// Is a file found in a form, whatever the pieces that it comes in?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentFile } from './multipart.ts'

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}

async function inPieces(form: FormData, pieceBytes: number): Promise<Request> {
  const whole = new Request('http://doorstep.test', { method: 'POST', body: form })
  const bytes = Buffer.from(await whole.arrayBuffer())
  const body = new ReadableStream({
    start(stream) {
      for (let at = 0; at < bytes.length; at += pieceBytes) {
        stream.enqueue(bytes.subarray(at, at + pieceBytes))
      }
      stream.close()
    },
  })
  const headers = { 'content-type': whole.headers.get('content-type') ?? '' }
  const sent = { method: 'POST', headers, body, duplex: 'half' }
  return new Request('http://doorstep.test', sent as RequestInit)
}

function formWith(bytes: Uint8Array): FormData {
  const form = new FormData()
  form.append('command', 'x')
  form.append('other', new File(['no'], 'no.csv'))
  form.append('file', new File([bytes as never], 'a "list".csv'))
  form.append('after', 'y')
  return form
}

test('the bytes of the file come out as they went in', async () => {
  const pieces = fc.integer({ min: 1, max: 400 })
  const letters = fc.constantFrom(13, 10, 45, 65, 0)
  await fc.assert(
    fc.asyncProperty(fc.array(letters, { maxLength: 500 }), pieces, async (said, pieceBytes) => {
      const bytes = Uint8Array.from(said)
      const file = await sentFile(await inPieces(formWith(bytes), pieceBytes), 'file')
      expect(file?.name).toBe('a "list".csv')
      expect(await bytesOf(file?.chunks ?? inPiecesOf())).toEqual(Buffer.from(bytes))
    }),
    { numRuns: 60 },
  )
})

async function* inPiecesOf(): AsyncGenerator<Uint8Array> {}

test('a form without the file, or no form at all, has none', async () => {
  const form = new FormData()
  form.append('command', 'x')
  expect(await sentFile(await inPieces(form, 7), 'file')).toBeUndefined()
  const plain = new Request('http://doorstep.test', { method: 'POST', body: 'file=x' })
  expect(await sentFile(plain, 'file')).toBeUndefined()
})

test('a form that is cut off is told, not taken for the whole file', async () => {
  const whole = await inPieces(formWith(Buffer.from('abc\n'.repeat(100))), 1_000_000)
  const bytes = Buffer.from(await whole.clone().arrayBuffer()).subarray(0, 500)
  const headers = { 'content-type': whole.headers.get('content-type') ?? '' }
  const cut = new Request('http://doorstep.test', { method: 'POST', headers, body: bytes })
  const file = await sentFile(cut, 'file')
  await expect(bytesOf(file?.chunks ?? inPiecesOf())).rejects.toThrow('cut off')
})
