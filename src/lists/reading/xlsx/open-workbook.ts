// Which sheets does this workbook have, and what rows has one of them? The packed bytes are held,
// what they open to is streamed.
import type { HeaderProblem } from '../../domain/header.ts'
import { workbookBytesMax } from '../../domain/limits.ts'
import type { Table } from '../read-table.ts'
import type { Received } from '../sniff.ts'
import { sheetTable } from './sheet-rows.ts'
import { factsOf, sheetsOf } from './workbook-facts.ts'
import { WorkbookFault, zipParts } from './zip-parts.ts'

export type Workbook = {
  readonly sheets: readonly { readonly name: string }[]
  table(sheet: string): Promise<Table | HeaderProblem>
}

export async function openWorkbook(received: Received): Promise<Workbook | HeaderProblem> {
  const file = await wholeFile(received)
  if (!file) return { problem: 'spreadsheet-too-large' }
  // An old office file, or a new one with a password: both begin alike.
  if (file.readUInt32BE(0) === 0xd0cf11e0) return { problem: 'spreadsheet-locked' }
  return told(async () => {
    const packed = { file, parts: zipParts(file) }
    const sheets = await sheetsOf(packed)
    const facts = await factsOf(packed)
    return {
      sheets,
      table: name =>
        told(async () => {
          const part = sheets.find(one => one.name === name)?.part
          if (!part) throw new WorkbookFault('spreadsheet-broken')
          return sheetTable({ packed, part, facts })
        }),
    }
  })
}

/** What is wrong with a file is an answer; what is wrong with us is thrown. */
async function told<T>(work: () => Promise<T>): Promise<T | HeaderProblem> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof WorkbookFault) return { problem: error.problem }
    throw error
  }
}

async function wholeFile(received: Received): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of received.open()) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > workbookBytesMax) return undefined
  }
  return Buffer.concat(chunks)
}
