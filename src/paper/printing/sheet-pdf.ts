// How does a sheet look on A4? Head, lines, foot: whose it is, when it must be gone, page x of y.
import type { Paper } from '../draw-sheet.ts'
import { sheetStrings } from '../pages/sheet-strings.ts'
import { drawLog, entriesPerPage } from './draw-log.ts'
import { drawRegister } from './draw-register.ts'
import { drawShopping } from './draw-shopping.ts'
import { drawTried } from './draw-tried.ts'
import { type OnPage, sheetMm } from './on-page.ts'
import { lineMm, makePen, type Pen } from './pen.ts'

const footMm = 14

const drawings: Readonly<Record<Paper['kind'], (pen: Pen, on: OnPage) => void>> = {
  call: drawTried,
  round: drawTried,
  register: drawRegister,
  shopping: drawShopping,
  log: drawLog,
}

export function sheetPdf(paper: Paper): Promise<Uint8Array> {
  const pen = makePen(paper.title.split(':')[0] ?? '')
  const pages = pageCount(paper)
  for (let page = 0; page < pages; page++) {
    pen.newPage()
    const from = drawHow(pen, paper, drawHead(pen, paper))
    const to = drawCodes(pen, paper, sheetMm.bottom - footMm)
    drawings[paper.kind](pen, { paper, page, from, to })
    drawFoot(pen, paper, { page, pages })
  }
  return pen.done()
}

function pageCount({ kind, pages, extract }: Paper): number {
  if (kind !== 'log') return pages.length
  return Math.max(1, Math.ceil((extract?.entries.length ?? 0) / entriesPerPage))
}

/** Gives where it ends. */
function drawHead(pen: Pen, paper: Paper): number {
  const t = sheetStrings(paper.lang)
  const { left, width, top } = sheetMm
  const codeMm = 20
  const text = { width: width - codeMm - 32 }
  pen.write(paper.title, { x: left, y: top }, { size: 18, isBold: true, ...text })
  if (paper.practice) {
    const title = Math.min(pen.widthOf(paper.title, { size: 18, isBold: true }), text.width - 32)
    const x = left + title + 4
    pen.box({ x, y: top + 1 }, [pen.widthOf(paper.practice, { isBold: true }) + 3, 6])
    pen.write(paper.practice, { x: x + 1.5, y: top + 1.5 }, { isBold: true })
  }
  let y = top + 8.5
  for (const line of paper.meta) {
    pen.write(line, { x: left, y }, text)
    y += 5.4
  }
  pen.write(paper.destroy, { x: left, y }, { isBold: true, ...text })
  const right = { x: left + width - codeMm - 32, width: 30, align: 'right' as const }
  pen.write(t.sheet, { x: right.x, y: top + 5 }, right)
  pen.write(paper.number, { x: right.x, y: top + 10 }, { size: 18, isBold: true, ...right })
  pen.code(`S${paper.number}`, { x: left + width - codeMm, y: top }, codeMm)
  y += 6.4
  pen.rule({ x: left, y }, width, 0.7)
  return y + 1.4
}

function drawHow(pen: Pen, paper: Paper, from: number): number {
  const { left, width } = sheetMm
  const { needs, soon } = sheetStrings(paper.lang)
  let y = from
  const step = lineMm({})
  for (const [loud, rest] of paper.how) {
    const gap = loud === '' ? 0 : pen.widthOf(`${loud} `, { isBold: true })
    pen.write(loud, { x: left, y }, { isBold: true })
    const words = { width: width - gap }
    y += step * pen.writeLines(rest, { x: left + gap, y }, words)
  }
  if (paper.needs.length === 0) return y
  const key = paper.needs.map(one => `${one.key} ${one.label.toLowerCase()}`).join('   ')
  const title = pen.widthOf(`${needs} `, { isBold: true })
  pen.write(needs, { x: left, y }, { isBold: true })
  const said = `${key}   ${soon}`
  y += step * pen.writeLines(said, { x: left + title, y }, { width: width - title })
  pen.rule({ x: left, y: y + 0.6 }, width, 0.5)
  return y + 1.6
}

/** Above the foot; gives where it begins. */
function drawCodes(pen: Pen, { codes }: Paper, bottom: number): number {
  if (codes.length === 0) return bottom
  const { left, width } = sheetMm
  const step = lineMm({})
  const parts = codes.map(([loud, rest]) => {
    const gap = pen.widthOf(`${loud} `, { isBold: true })
    return { loud, rest, gap, rows: pen.rowsOf(rest, { width: width - gap }) }
  })
  const top = bottom - step * parts.reduce((sum, { rows }) => sum + rows, 0) - 1
  let y = top + 0.6
  for (const { loud, rest, gap, rows } of parts) {
    pen.write(loud, { x: left, y }, { isBold: true })
    pen.writeLines(rest, { x: left + gap, y }, { width: width - gap })
    y += rows * step
  }
  return top
}

function drawFoot(pen: Pen, paper: Paper, { page, pages }: { page: number; pages: number }) {
  const t = sheetStrings(paper.lang)
  const { left, width, bottom } = sheetMm
  const y = bottom - footMm + 2
  const side = 34
  pen.rule({ x: left, y: y - 1 }, width, 0.7)
  const words = { width: width - side - 2 }
  pen.write(paper.foot[0], { x: left, y }, words)
  pen.write(paper.foot[1], { x: left, y: y + 5.4 }, { isBold: true, ...words })
  const right = { width: side, align: 'right' as const }
  const x = left + width - side
  const size = { size: 14, isBold: true }
  pen.write(t.page(page + 1, pages), { x, y: y - 0.4 }, { ...size, ...right })
  pen.write(`${t.sheet} ${paper.number}`, { x, y: y + 5.4 }, right)
}
