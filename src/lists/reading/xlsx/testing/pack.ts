// How is a workbook made byte by byte for a test, the harmful ones too?
import { crc32, deflateRawSync } from 'node:zlib'

export type SheetGiven = { readonly name: string; readonly rows: string; readonly merges?: string }
export type Packing = {
  readonly sheets?: readonly SheetGiven[]
  readonly styles?: string
  readonly texts?: string
  readonly isFrom1904?: boolean
  /** Packed blanks that follow the first sheet's rows, this many times. */
  readonly bomb?: { readonly bomb: Buffer; readonly times: number }
}

export function workbookOf({ sheets = [], styles, texts, isFrom1904, bomb }: Packing): Buffer {
  const parts: Record<string, string | Buffer> = {
    'xl/workbook.xml': `<workbook><workbookPr${isFrom1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map((_one, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/s${at + 1}.xml"/>`)
      .join('')}</Relationships>`,
    ...(styles ? { 'xl/styles.xml': styles } : {}),
    ...(texts ? { 'xl/sharedStrings.xml': `<sst>${texts}</sst>` } : {}),
  }
  for (const [at, { rows, merges = '' }] of sheets.entries()) {
    parts[`xl/worksheets/s${at + 1}.xml`] =
      `<worksheet><sheetData>${rows}</sheetData>${merges}</worksheet>`
  }
  return packed(parts, bomb && { name: 'xl/worksheets/s1.xml', ...bomb })
}

type Bomb = { readonly name: string; readonly bomb: Buffer; readonly times: number }

export function packed(parts: Readonly<Record<string, string | Buffer>>, bomb?: Bomb): Buffer {
  const files: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const [name, given] of Object.entries(parts)) {
    const bytes = Buffer.from(given)
    const data = bomb?.name === name ? endless(bytes, bomb) : deflateRawSync(bytes)
    const facts = { name: Buffer.from(name), data, crc: crc32(bytes), size: bytes.length }
    const file = Buffer.concat([head(facts), facts.name, data])
    files.push(file)
    entries.push(Buffer.concat([entry(facts, at), facts.name]))
    at += file.length
  }
  const list = Buffer.concat(entries)
  return Buffer.concat([...files, list, end(entries.length, list.length, at)])
}

/** A stored block and packed ones in one stream: each says that another follows. */
function endless(start: Buffer, { bomb, times }: Bomb): Buffer {
  const stored = Buffer.alloc(5)
  stored.writeUInt16LE(start.length, 1)
  stored.writeUInt16LE(~start.length & 0xffff, 3)
  return Buffer.concat([stored, start, ...Array.from({ length: times }, () => bomb)])
}

type Facts = { name: Buffer; data: Buffer; crc: number; size: number }

function head({ name, data, crc, size }: Facts): Buffer {
  const bytes = Buffer.alloc(30)
  bytes.writeUInt32LE(0x04034b50, 0)
  bytes.writeUInt16LE(8, 8)
  bytes.writeUInt32LE(crc, 14)
  bytes.writeUInt32LE(data.length, 18)
  bytes.writeUInt32LE(size, 22)
  bytes.writeUInt16LE(name.length, 26)
  return bytes
}

function entry({ name, data, crc, size }: Facts, from: number): Buffer {
  const bytes = Buffer.alloc(46)
  bytes.writeUInt32LE(0x02014b50, 0)
  bytes.writeUInt16LE(8, 10)
  bytes.writeUInt32LE(crc, 16)
  bytes.writeUInt32LE(data.length, 20)
  bytes.writeUInt32LE(size, 24)
  bytes.writeUInt16LE(name.length, 28)
  bytes.writeUInt32LE(from, 42)
  return bytes
}

function end(count: number, length: number, at: number): Buffer {
  const bytes = Buffer.alloc(22)
  bytes.writeUInt32LE(0x06054b50, 0)
  bytes.writeUInt16LE(count, 8)
  bytes.writeUInt16LE(count, 10)
  bytes.writeUInt32LE(length, 12)
  bytes.writeUInt32LE(at, 16)
  return bytes
}
