// How is a table written as a workbook? Every cell with its type, so that text stays text: no
// formula runs, and no telephone number or UPRN loses its first nought.
import writeWorkbook, { type CellObject } from 'write-excel-file/node'
import { type Cell, type Column, cellCharactersMax, type Sheet } from '../domain/table.ts'
import { wallClock } from './london-clock.ts'

const momentFormat = 'yyyy-mm-dd hh:mm'
const dayFormat = 'yyyy-mm-dd'
const widths = { text: 24, number: 12, moment: 18, day: 12 } as const

export async function workbook({ head, columns, rows }: Sheet): Promise<Buffer> {
  const named = columns.map(({ name }) => ({ ...text(name), fontWeight: 'bold' as const }))
  const data = [
    ...head.lines.map(line => line.map(text)),
    [],
    named,
    ...rows.map(({ cells }) => cells.map((cell, at) => typed(cell, columns[at]))),
  ]
  const options = { columns: columns.map(({ kind }) => ({ width: widths[kind] })) }
  return writeWorkbook(data, options).toBuffer()
}

function typed(cell: Cell, column: Column | undefined): CellObject | null {
  if (cell === null || cell === undefined || cell === '') return null
  if (cell instanceof Date) return { value: wallClock(cell), type: Date, format: momentFormat }
  if (typeof cell === 'number') {
    return Number.isFinite(cell) ? { value: cell, type: Number } : null
  }
  const isDay = column?.kind === 'day' && /^\d{4}-\d\d-\d\d$/.test(cell)
  const day = isDay ? new Date(`${cell}T00:00:00Z`) : undefined
  if (day && !Number.isNaN(day.getTime())) return { value: day, type: Date, format: dayFormat }
  return text(cell)
}

function text(value: string): CellObject {
  return { value: storable(value), type: String }
}

/** XML has no words for control characters and halves of letters; a cell ends somewhere. */
function storable(value: string): string {
  return value
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, '')
    .slice(0, cellCharactersMax)
    .toWellFormed()
}
