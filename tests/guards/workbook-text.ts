// What does a workbook say? The text of every part of it, unpacked without the writer's own code.
import { inflateRawSync } from 'node:zlib'

const entrySign = 0x02014b50
const endSign = 0x06054b50

export function isWorkbook(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'
}

export function workbookText(bytes: Buffer): string {
  let end = bytes.length - 22
  while (bytes.readUInt32LE(end) !== endSign) end -= 1
  const parts: string[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(at) !== entrySign) throw new Error('The workbook is broken.')
    const lengths = [28, 30, 32].map(offset => bytes.readUInt16LE(at + offset))
    const name = bytes.subarray(at + 46, at + 46 + (lengths[0] ?? 0)).toString()
    parts.push(name, partText(bytes, at))
    at += 46 + lengths.reduce((sum, length) => sum + length, 0)
  }
  return parts.join('\n')
}

function partText(bytes: Buffer, entry: number): string {
  const isPacked = bytes.readUInt16LE(entry + 10) === 8
  const length = bytes.readUInt32LE(entry + 20)
  const local = bytes.readUInt32LE(entry + 42)
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  const data = bytes.subarray(start, start + length)
  return (isPacked ? inflateRawSync(data) : data).toString('utf8')
}
