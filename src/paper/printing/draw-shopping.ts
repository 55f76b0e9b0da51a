// A shopping list: what to buy, the limit before the till, and where the receipt is fixed.
import { sheetStrings } from '../pages/sheet-strings.ts'
import { drawField } from './draw-tried.ts'
import { type OnPage, sheetMm } from './on-page.ts'
import type { Pen } from './pen.ts'

const itemMm = 9
const rowsMin = 6
export const itemsMax = 14
const { left, width } = sheetMm
const columns = { got: left + 88, missing: left + 106, swapped: left + 130 } as const

export function drawShopping(pen: Pen, on: OnPage): void {
  const after = drawItems(pen, on, drawWhere(pen, on))
  drawReceipt(pen, on, after)
  drawEnd(pen, on, after)
}

function drawWhere(pen: Pen, { paper, from }: OnPage): number {
  const t = sheetStrings(paper.lang).shopping
  const [line] = paper.pages[0] ?? []
  const text = { width: width - 66 }
  pen.write(line?.address ?? '', { x: left, y: from + 2 }, { size: 16, isBold: true, ...text })
  pen.write((line?.phones ?? []).join('   '), { x: left, y: from + 10 }, { isBold: true, ...text })
  const facts = [t.word, ...(line?.facts ?? []), ...(line?.cautions ?? [])]
  pen.writeLines(facts.join('  '), { x: left, y: from + 16 }, text)
  const box = { x: left + width - 58, y: from + 1 }
  pen.box(box, [58, 26], 1)
  const centred = { width: 56, align: 'center' as const }
  const label = paper.limit === undefined ? t.noLimit : t.limit
  pen.write(label, { x: box.x + 1, y: box.y + 3 }, centred)
  const large = { size: 26, isBold: true, ...centred }
  pen.write(paper.limit ?? '£', { x: box.x + 1, y: box.y + 10 }, large)
  if (line) {
    pen.code(line.code, { x: left + width - 76, y: from + 2 }, 14)
    pen.write(line.shown, { x: left + width - 77, y: from + 18 }, { isBold: true })
  }
  return from + 30
}

function drawItems(pen: Pen, { paper }: OnPage, from: number): number {
  const t = sheetStrings(paper.lang).shopping
  const bold = { isBold: true }
  pen.rule({ x: left, y: from }, width, 0.5)
  pen.write(t.things(paper.items.length), { x: left, y: from + 1.6 }, bold)
  pen.write(t.got, { x: columns.got, y: from + 1.6 }, bold)
  pen.write(t.missing, { x: columns.missing, y: from + 1.6 }, bold)
  pen.write(t.swapped, { x: columns.swapped, y: from + 1.6 }, bold)
  const rows = Math.max(rowsMin, Math.min(paper.items.length, itemsMax))
  let y = from + 8
  for (let row = 0; row < rows; row++) {
    pen.rule({ x: left, y }, width)
    const item = paper.items[row] ?? ''
    pen.write(item, { x: left, y: y + 2 }, { size: 13, isBold: true, width: 84 })
    pen.box({ x: columns.got + 1, y: y + 1.4 }, [6.2, 6.2])
    pen.box({ x: columns.missing + 8, y: y + 1.4 }, [6.2, 6.2])
    y += itemMm
  }
  pen.rule({ x: left, y }, width, 0.5)
  return y + 3
}

function drawReceipt(pen: Pen, { paper, to }: OnPage, from: number): void {
  const t = sheetStrings(paper.lang).shopping
  pen.box({ x: left, y: from }, [86, to - from - 4], 0.5)
  pen.write(t.receipt, { x: left + 3, y: from + 3 }, { size: 14, isBold: true })
  pen.writeLines(t.noReceipt, { x: left + 3, y: to - 18 }, { width: 80 })
}

function drawEnd(pen: Pen, { paper, to }: OnPage, from: number): void {
  const t = sheetStrings(paper.lang).shopping
  const x = left + 93
  const right = left + width
  const heading = { size: 14, isBold: true }
  pen.write(t.total, { x, y: from }, heading)
  for (let digit = 0; digit < 5; digit++) {
    pen.box({ x: x + 6 + digit * 10 + (digit > 2 ? 3 : 0), y: from + 7 }, [9, 11])
  }
  pen.write('£', { x, y: from + 10 }, { size: 16, isBold: true })
  if (paper.limit !== undefined) {
    drawField(pen, t.over(paper.limit), { x, y: from + 22, to: right })
  }
  pen.write(t.handed, { x, y: from + 31 }, heading)
  for (const [at, key] of (['H', 'E', 'B'] as const).entries()) {
    const y = from + 38 + at * 7.4
    pen.box({ x, y }, [6.2, 6.2])
    pen.write(key, { x, y: y + 0.9 }, { width: 6.2, align: 'center' })
    pen.write(t.results[key], { x: x + 8, y: y + 0.9 }, { width: right - x - 8 })
  }
  drawField(pen, t.who, { x, y: from + 64, to: right })
  drawField(pen, t.signs, { x, y: from + 74, to: right })
  pen.write(t.never, { x, y: to - 9 }, { isBold: true, width: right - x })
}
