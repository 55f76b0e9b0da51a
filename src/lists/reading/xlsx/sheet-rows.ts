// What rows does a sheet hold? In small batches, as the table of a text file gives them.
import type { FileRemark } from '../../domain/file-problems.ts'
import { columnsMax, headerRowsMax, rowsMax, sheetBytesMax } from '../../domain/limits.ts'
import type { Table, TableRow } from '../read-table.ts'
import { cellValue, hasFormula, type WorkbookFacts } from './cell-value.ts'
import { columnIndex, type Merged, readMerged, unmergeRow } from './merged-cells.ts'
import type { Packed } from './workbook-facts.ts'
import { attribute, elementsOf } from './xml-pieces.ts'
import { type Part, partText } from './zip-parts.ts'

export type Sheet = { readonly packed: Packed; readonly part: Part; readonly facts: WorkbookFacts }

/** Looks through the sheet once first: merges stand below its rows, and its size is counted. */
export async function sheetTable(sheet: Sheet, most = rowsMax): Promise<Table> {
  const merged = await mergedOf(sheet)
  const seen = { formulas: 0, isUnmerged: false }
  return {
    rows: rowsOf(sheet, { merged, seen, most }),
    delimiter: '',
    lineEnds: () => new Set(),
    remarks: () => [
      ...(seen.formulas > 0 ? [{ remark: 'formulas-read' as const, count: seen.formulas }] : []),
      ...(seen.isUnmerged ? [{ remark: 'merged-header' } satisfies FileRemark] : []),
    ],
  }
}

const mergesMax = 1_000

async function mergedOf({ packed, part }: Sheet): Promise<readonly Merged[]> {
  const found: Merged[] = []
  let tail = ''
  for await (const piece of partText(packed.file, part, sheetBytesMax)) {
    const text = tail + piece
    const at = text.includes('mergeCell') ? text.indexOf('mergeCell') : -1
    if (at !== -1) {
      for (const match of text.matchAll(/mergeCell\s[^>]*?ref="([^"]*)"[^>]*>/g)) {
        const merged = readMerged(match[1] ?? '')
        if (merged && found.length < mergesMax) found.push(merged)
      }
    }
    tail = text.slice(Math.max(text.lastIndexOf('<'), text.length - 200))
  }
  return found
}

type Reading = {
  readonly merged: readonly Merged[]
  readonly seen: { formulas: number; isUnmerged: boolean }
  readonly most: number
}

/** One row more than `most`, so that the caller sees that there were too many. */
async function* rowsOf(
  { packed, part, facts }: Sheet,
  { merged, seen, most }: Reading,
): AsyncGenerator<readonly TableRow[]> {
  const tops = new Map<Merged, string>()
  let line = 0
  let given = 0
  for await (const elements of elementsOf(partText(packed.file, part, sheetBytesMax), 'row')) {
    const rows: TableRow[] = []
    for (const element of elements) {
      line = Number(attribute(element, 'r') ?? line + 1)
      const cells = cellsOf(element, facts, seen)
      if (line <= headerRowsMax && unmergeRow(line, cells, { merged, tops })) {
        seen.isUnmerged = true
      }
      if (cells.every(cell => cell.trim() === '')) continue
      rows.push({ line, cells, flaws: [], isEnded: true })
    }
    for (let at = 0; at < rows.length && given <= most; at += batchRows) {
      const batch = rows.slice(at, at + batchRows)
      given += batch.length
      yield batch
    }
    if (given > most) return
  }
}

const batchRows = 500
const cellPattern = /<(?:\w+:)?c(?:\s[^>]*)?(?:\/>|(?<!\/)>[\s\S]*?<\/(?:\w+:)?c>)/g

/** `AB7` stands in column 27; a cell that names no place follows the one before. */
function placeOf(name: string | undefined): number | undefined {
  if (name === undefined) return undefined
  let end = 0
  while (name.charCodeAt(end) >= 65 && name.charCodeAt(end) <= 90) end++
  return end > 0 && end <= 3 ? columnIndex(name.slice(0, end)) : undefined
}

function cellsOf(row: string, facts: WorkbookFacts, seen: Reading['seen']): string[] {
  const cells: string[] = []
  let at = -1
  for (const [cell] of row.matchAll(cellPattern)) {
    at = placeOf(attribute(cell, 'r')) ?? at + 1
    // A header wider than this is refused; a lone cell far out must not widen every row.
    if (at > columnsMax) continue
    if (hasFormula(cell)) seen.formulas += 1
    while (cells.length < at) cells.push('')
    cells[at] = cellValue(cell, facts)
  }
  return cells
}
