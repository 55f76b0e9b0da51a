// A line for somebody to ring or to visit: code, who, what happened, needs, worry, note.
import type { PaperLine } from '../draw-sheet.ts'
import { sheetStrings } from '../pages/sheet-strings.ts'
import { type OnPage, sheetMm } from './on-page.ts'
import { lineMm, type Pen } from './pen.ts'

const codeMm = 14
const boxMm = 6.2
const boxRows = 4
/** Of the two rows to write on, at the foot of a line. */
const restMm = 15.6
const columnMm = [39.5, 41.5, 38.5] as const
const perPage = 4

type Within = OnPage & { readonly line: PaperLine; readonly top: number; readonly height: number }

export function drawTried(pen: Pen, on: OnPage): void {
  const height = (on.to - on.from) / perPage
  for (const [at, line] of (on.paper.pages[on.page] ?? []).entries()) {
    const top = on.from + at * height
    drawLine(pen, { ...on, line, top, height })
    pen.rule({ x: sheetMm.left, y: top + height - 1 }, sheetMm.width, 0.6)
  }
}

function drawLine(pen: Pen, within: Within): void {
  const { paper, line, top } = within
  const { left } = sheetMm
  pen.code(line.code, { x: left, y: top + 1 }, codeMm)
  pen.write(line.shown, { x: left, y: top + codeMm + 1.6 }, { isBold: true })
  pen.write(line.try, { x: left, y: top + codeMm + 6.8 })
  const x = left + codeMm + 3.4
  if (line.isGone) {
    pen.write(sheetStrings(paper.lang).gone, { x, y: top + 2 }, { size: 14, isBold: true })
    return
  }
  drawWho(pen, within, x)
  drawBoxes(pen, within)
  drawRest(pen, within, x)
}

function drawWho(pen: Pen, { line, top, paper }: Within, x: number): void {
  const width = sheetMm.width - codeMm - 6 - columnMm.reduce((sum, one) => sum + one, 0)
  let y = top + 0.6
  const put = (text: string, size: number, isBold: boolean) => {
    const rows = pen.writeLines(text, { x, y }, { size, isBold, width })
    y += rows * lineMm({ size })
  }
  if (line.turn) put(line.turn, 12, true)
  const door = line.door === '' ? 0 : pen.widthOf(line.door, { size: 18, isBold: true }) + 2
  if (door < width / 2) {
    pen.write(line.door, { x, y: y - 0.6 }, { size: 18, isBold: true })
    const name = { size: 14, isBold: true, width: width - door }
    y += lineMm({ size: 14 }) * pen.writeLines(line.name, { x: x + door, y }, name)
  } else {
    put(line.door, 14, true)
    put(line.name, 14, true)
  }
  for (const phone of line.phones) {
    pen.box({ x, y: y + 0.2 }, [5, 5])
    pen.write(phone, { x: x + 6.4, y }, { size: 13, isBold: true, width: width - 6 })
    y += 6
  }
  if (paper.kind === 'round' && line.address !== '') put(line.address, 12, false)
  for (const fact of line.facts) put(fact, 12, false)
  if (line.cautions.length > 0) put(line.cautions.join(' '), 13, true)
}

/** Beside the box at this place of a line, column by column. */
export function labelRoomMm(at: number): number {
  return (columnMm[Math.floor(at / boxRows)] ?? 0) - boxMm - 2
}

/** Columns of four; the last two are for letters of the foot, and the worry. */
function drawBoxes(pen: Pen, { paper, top, height }: Within): void {
  const t = sheetStrings(paper.lang)
  const worry = { key: '!', label: t.worried }
  const all = [...paper.boxes, { key: '', label: t.otherBox }, worry]
  const total = columnMm.reduce((sum, one) => sum + one, 0)
  const gap = (height - restMm - 1 - boxRows * boxMm) / boxRows
  let x = sheetMm.left + sheetMm.width - total
  for (const [column, width] of columnMm.entries()) {
    const part = all.slice(column * boxRows, (column + 1) * boxRows)
    for (const [row, box] of part.entries()) {
      const y = top + 1 + row * (boxMm + Math.min(gap, 1))
      pen.box({ x, y }, [boxMm, boxMm])
      pen.write(box.key, { x, y: y + 0.9 }, { width: boxMm, align: 'center' })
      const room = { width: labelRoomMm(column * boxRows), isBold: box === worry }
      pen.write(box.label, { x: x + boxMm + 1.2, y: y + 0.9 }, room)
    }
    x += width
  }
}

function drawRest(pen: Pen, { paper, top, height }: Within, x: number): void {
  const t = sheetStrings(paper.lang)
  const right = sheetMm.left + sheetMm.width
  const y = top + height - restMm
  if (paper.needs.length > 0) pen.write(t.needs, { x, y: y + 1 }, { isBold: true })
  const from = x + 15
  const stepMm = 9.6
  for (const [at, { key }] of paper.needs.entries()) {
    const left = from + at * stepMm
    pen.box({ x: left, y }, [boxMm, boxMm])
    pen.write(key, { x: left, y: y + 0.9 }, { width: boxMm, align: 'center' })
  }
  const after = paper.needs.length === 0 ? x : from + paper.needs.length * stepMm + 2
  drawField(pen, t.triedAt, { x: after, y: y + 1, to: right })
  drawField(pen, t.spokeTo, { x, y: y + 8, to: x + 52 })
  drawField(pen, t.promise, { x: x + 54, y: y + 8, to: x + 94 })
  drawField(pen, t.note, { x: x + 96, y: y + 8, to: right })
}

/** A word and a rule to write on. */
export function drawField(
  pen: Pen,
  label: string,
  { x, y, to }: { x: number; y: number; to: number },
): void {
  pen.write(label, { x, y })
  const from = x + pen.widthOf(label) + 1.6
  pen.rule({ x: from, y: y + 5 }, Math.max(to - from, 4))
}
