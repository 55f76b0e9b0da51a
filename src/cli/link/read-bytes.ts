// In which letters is the file written? Gives its text as UTF-8 bytes, or says that it is none.
import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { CommandProblem } from '../command.ts'

const sniffBytes = 4096

export function readBytes(file: string): { bytes: Buffer; remarks: string[] } {
  const raw = read(file)
  if (raw.length === 0) throw new CommandProblem('file-empty', `${file} is empty.`, 2)
  refuseSheet(raw, file)
  const wide = wideEncoding(raw)
  if (wide) return { bytes: Buffer.from(new TextDecoder(wide).decode(raw)), remarks: [] }
  refuseBinary(raw, file)
  if (isUtf8(raw)) return { bytes: withoutMark(raw), remarks: [] }
  const text = new TextDecoder('windows-1252').decode(raw)
  return { bytes: Buffer.from(text), remarks: [`${file} is read as Windows-1252.`] }
}

function read(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new CommandProblem('file-missing', `There is no file ${file}.`, 2)
    throw new CommandProblem('file-unreadable', `${file} cannot be read (${code}).`, 2)
  }
}

function wideEncoding(raw: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (raw[0] === 0xff && raw[1] === 0xfe) return 'utf-16le'
  if (raw[0] === 0xfe && raw[1] === 0xff) return 'utf-16be'
  const head = raw.subarray(0, sniffBytes)
  const count = (parity: number) => head.filter((byte, i) => byte === 0 && i % 2 === parity).length
  if (count(1) > head.length / 5) return 'utf-16le'
  return count(0) > head.length / 5 ? 'utf-16be' : undefined
}

function refuseSheet(raw: Buffer, file: string): void {
  const start = raw.subarray(0, 4).toString('hex')
  if (start !== '504b0304' && start !== 'd0cf11e0') return
  const say = `${file} is a spreadsheet or an archive: save it as CSV first.`
  throw new CommandProblem('not-csv', say, 2)
}

function refuseBinary(raw: Buffer, file: string): void {
  if (!raw.includes(0)) return
  const say = `${file} is no text: it holds bytes that no known encoding has.`
  throw new CommandProblem('encoding-unreadable', say, 2)
}

function withoutMark(raw: Buffer): Buffer {
  return raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? raw.subarray(3) : raw
}
