// Is every byte of the file as it was written? Its last 40 bytes say so.
//
// They are a frame that programs for zstd pass over, so `tar --zstd` opens the file all the same.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { altered, fileProblem, unfinished, unreadable } from './problem.ts'

const headBytes = 8
const digestBytes = 32
const sealBytes = headBytes + digestBytes
const passedOver = 0x184d2a50
const zstdMagic = 0xfd2fb528

/** Passes everything on, and the digest of it at the end. */
export function sealing(): Transform {
  const hash = createHash('sha256')
  return new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
    flush(done) {
      const head = Buffer.alloc(headBytes)
      head.writeUInt32LE(passedOver, 0)
      head.writeUInt32LE(digestBytes, 4)
      done(null, Buffer.concat([head, hash.digest()]))
    },
  })
}

/** What was sealed, without the seal; ends with a sentence where the seal is broken. */
export async function* unsealed(file: string): AsyncGenerator<Buffer> {
  const seal = await readSeal(file)
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { end: seal.at - 1 })) {
    hash.update(chunk as Buffer)
    yield chunk as Buffer
  }
  if (!hash.digest().equals(seal.digest)) throw altered(file)
}

async function readSeal(file: string): Promise<{ at: number; digest: Buffer }> {
  const handle = await open(file).catch(error => {
    throw fileProblem(error, file)
  })
  try {
    const { size } = await handle.stat()
    const start = Buffer.alloc(4)
    await handle.read(start, 0, start.length, 0).catch(error => {
      throw fileProblem(error, file)
    })
    if (size >= start.length && start.readUInt32LE(0) !== zstdMagic) throw unreadable(file)
    const end = Buffer.alloc(sealBytes)
    if (size > sealBytes) await handle.read(end, 0, sealBytes, size - sealBytes)
    const isSeal = end.readUInt32LE(0) === passedOver && end.readUInt32LE(4) === digestBytes
    if (!isSeal) throw unfinished(file)
    return { at: size - sealBytes, digest: end.subarray(headBytes) }
  } finally {
    await handle.close()
  }
}
