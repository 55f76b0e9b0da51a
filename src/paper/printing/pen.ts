// How is paper drawn on? Millimetres, black, 12 point or more, with letters that know ŵ and ŷ.
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { qrCode, qrSize } from '../domain/qr-code.ts'

const require = createRequire(import.meta.url)
const fonts = {
  plain: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
}
const mm = 72 / 25.4

export type At = { readonly x: number; readonly y: number }
export type Style = {
  readonly size?: number
  readonly isBold?: boolean
  /** The text is cut where it would be wider. */
  readonly width?: number
  readonly align?: 'left' | 'right' | 'center'
}

export type Pen = ReturnType<typeof makePen>

export function makePen(title: string) {
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    info: { Title: title },
  })
  document.registerFont('plain', fonts.plain)
  document.registerFont('bold', fonts.bold)
  const widths = new Map<string, number>()
  const face = ({ size = 12, isBold = false }: Style) =>
    document.font(isBold ? 'bold' : 'plain').fontSize(size)
  /** The same words stand on every line: each is measured once. */
  const measured = ({ size = 12, isBold = false }: Style): Measure => {
    return text => {
      const key = `${size} ${isBold} ${text}`
      const width = widths.get(key) ?? document.widthOfString(text)
      widths.set(key, width)
      return width
    }
  }
  return {
    done: () => ended(document),
    newPage: () => document.addPage(),
    widthOf(text: string, style: Style = {}): number {
      face(style)
      return measured(style)(text) / mm
    },
    write(text: string, { x, y }: At, style: Style = {}): void {
      face(style)
      const cut = style.width === undefined ? text : fitted(measured(style), text, style.width * mm)
      const isLeft = (style.align ?? 'left') === 'left'
      const room = isLeft ? 0 : (style.width ?? 0) * mm - measured(style)(cut)
      const share = { left: 0, center: 0.5, right: 1 }[style.align ?? 'left']
      const left = style.width === undefined ? x * mm : x * mm + room * share
      document.text(cut, left, y * mm, { lineBreak: false })
    },
    /** Words on as many lines as they need; gives how many. */
    writeLines(text: string, { x, y }: At, style: Style & { width: number }): number {
      face(style)
      const lines = wrapped(measured(style), text, style.width * mm)
      for (const [at, line] of lines.entries()) {
        document.text(line, x * mm, (y + at * lineMm(style)) * mm, { lineBreak: false })
      }
      return lines.length
    },
    /** On how many lines words would stand. */
    rowsOf(text: string, style: Style & { width: number }): number {
      face(style)
      return wrapped(measured(style), text, style.width * mm).length
    },
    rule({ x, y }: At, width: number, thick = 0.25): void {
      const line = document.lineWidth(thick * mm).moveTo(x * mm, y * mm)
      line.lineTo((x + width) * mm, y * mm).stroke()
    },
    box({ x, y }: At, [width, height]: readonly [number, number], thick = 0.35): void {
      document
        .lineWidth(thick * mm)
        .rect(x * mm, y * mm, width * mm, height * mm)
        .stroke()
    },
    code(text: string, { x, y }: At, size: number): void {
      drawCode(document, text, { x: x * mm, y: y * mm, cell: (size / qrSize) * mm })
    },
  }
}

type CodeAt = At & { readonly cell: number }

/** One filled shape for each run of black cells. */
function drawCode(document: PDFKit.PDFDocument, text: string, { x, y, cell }: CodeAt): void {
  for (const [row, cells] of qrCode(text).entries()) {
    for (let from = 0; from < qrSize; from++) {
      if (!cells[from]) continue
      let to = from
      while (cells[to]) to++
      document.rect(x + from * cell, y + row * cell, (to - from) * cell, cell)
      from = to
    }
  }
  document.fill('black')
}

/** Of one line of words to the next. */
export function lineMm({ size = 12 }: Style): number {
  return (size * 1.22) / mm
}

function ended(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  const parts: Buffer[] = []
  return new Promise((resolve, reject) => {
    document.on('data', (part: Buffer) => parts.push(part))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
    document.on('error', reject)
    document.end()
  })
}

/** In points, in the face that is chosen. */
type Measure = (text: string) => number

function fitted(measure: Measure, text: string, width: number): string {
  if (measure(text) <= width) return text
  let end = text.length
  while (end > 1 && measure(`${text.slice(0, end)}…`) > width) end--
  return `${text.slice(0, end)}…`
}

function wrapped(measure: Measure, text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  // A space that does not break keeps a letter with its word.
  for (const word of text.split(/[ \n\t]+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && measure(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line].map(one => fitted(measure, one, width))
}
