// Entries of the log as they stand, and at the end the number and the hash of the last one.
import { format } from '../../pages/format.ts'
import { sheetStrings } from '../pages/sheet-strings.ts'
import { type OnPage, sheetMm } from './on-page.ts'
import type { Pen } from './pen.ts'

export const entriesPerPage = 34
const { left, width } = sheetMm
const columns = { entry: left, when: left + 24, what: left + 70, by: left + 142 } as const

export function drawLog(pen: Pen, { paper, page, from, to }: OnPage): void {
  const t = sheetStrings(paper.lang).log
  const { extract } = paper
  if (!extract) return
  const bold = { isBold: true }
  const { entries, total, position, hash } = extract
  pen.write(t.entry, { x: columns.entry, y: from }, bold)
  pen.write(t.when, { x: columns.when, y: from }, bold)
  pen.write(t.what, { x: columns.what, y: from }, bold)
  pen.write(t.by, { x: columns.by, y: from }, bold)
  const show = format(paper.lang)
  const shown = entries.slice(page * entriesPerPage, (page + 1) * entriesPerPage)
  for (const [at, { seq, kind, at: when, by }] of shown.entries()) {
    const y = from + 6 + at * 5.5
    pen.write(`${seq}`, { x: columns.entry, y }, { width: 22 })
    pen.write(show.row(when), { x: columns.when, y }, { width: 44 })
    pen.write(kindShown(kind), { x: columns.what, y }, { width: 70 })
    pen.write(by ?? t.nobody, { x: columns.by, y }, { width: left + width - columns.by })
  }
  const y = to - 20
  pen.rule({ x: left, y: y - 1 }, width, 0.5)
  pen.write(t.newest(entries.length, total), { x: left, y }, { width: 90 })
  const last = { width: 90, align: 'right' as const }
  pen.write(t.last(`${position}`), { x: left + width - 90, y }, last)
  pen.write(`${t.hash}:`, { x: left, y: y + 6 }, bold)
  pen.write(hash.slice(0, 32), { x: left + 24, y: y + 6 })
  pen.write(hash.slice(32), { x: left + 24, y: y + 12 })
}

/** "reach.AttemptRecorded" is told as "Attempt recorded". */
export function kindShown(kind: string): string {
  const words = (kind.split('.')[1] ?? kind).replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
