// Blank lines for whoever comes to a rest centre, each with its code.
import { sheetStrings } from '../pages/sheet-strings.ts'
import { drawField } from './draw-tried.ts'
import { type OnPage, sheetMm } from './on-page.ts'
import type { Pen } from './pen.ts'

const codeMm = 14
const perPage = 5

export function drawRegister(pen: Pen, { paper, page, from, to }: OnPage): void {
  const t = sheetStrings(paper.lang)
  const height = (to - from) / perPage
  const { left, width } = sheetMm
  const x = left + codeMm + 4
  const [right, middle] = [left + width, left + width * 0.62]
  for (const [at, line] of (paper.pages[page] ?? []).entries()) {
    const top = from + at * height + 2
    pen.code(line.code, { x: left, y: top }, codeMm)
    pen.write(line.shown, { x: left, y: top + codeMm + 1 }, { isBold: true })
    const row = (nth: number) => top + nth * (height / 4) + 1
    drawField(pen, t.register.name, { x, y: row(0), to: middle })
    drawField(pen, t.register.born, { x: middle + 3, y: row(0), to: right })
    drawField(pen, t.register.home, { x, y: row(1), to: middle })
    drawField(pen, t.register.phone, { x: middle + 3, y: row(1), to: right })
    drawField(pen, t.register.came, { x, y: row(2), to: x + 44 })
    drawField(pen, t.register.left, { x: x + 46, y: row(2), to: x + 86 })
    drawField(pen, t.register.going, { x: x + 88, y: row(2), to: right })
    drawField(pen, t.register.needs, { x, y: row(3), to: right - 42 })
    pen.box({ x: right - 39, y: row(3) - 1 }, [6.2, 6.2])
    pen.write(t.worried, { x: right - 31, y: row(3) }, { isBold: true })
    pen.rule({ x: left, y: top + height - 3 }, width, 0.6)
  }
}
