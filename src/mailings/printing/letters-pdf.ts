// How does a batch of letters look on paper? Each for a window envelope, 16 point, page x of y.
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Language } from '../domain/terms.ts'

export type Letter = {
  readonly name: string
  /** Lines below the name, the postcode last. */
  readonly address: readonly string[]
  readonly language: Language
  readonly subject: string
  readonly body: string
  /** Says which letter it is, and nothing of anybody. */
  readonly code: string
}

export type Batch = {
  readonly council: string
  readonly letters: readonly Letter[]
  /** The day in words, by language. */
  readonly day: Readonly<Record<Language, string>>
  readonly page: Readonly<Record<Language, (page: number, of: number) => string>>
}

const require = createRequire(import.meta.url)
/** Knows ŵ and ŷ, which the fonts that every reader has do not. */
const fonts = {
  plain: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
}

const mm = 72 / 25.4
const sheet = { left: 22 * mm, width: 166 * mm, bottom: 275 * mm }
/** The window of a DL or C5 envelope: 35 mm by 90 mm, 20 mm from the left, 53 mm from the top. */
const window = { left: 24 * mm, top: 55 * mm, width: 82 * mm, height: 31 * mm }
const bodyTop = 100 * mm
const size = { body: 16, address: 11, small: 9 }
const addressLinesMax = 7

export function lettersPdf(batch: Batch): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    info: { Title: batch.council },
  })
  const parts: Buffer[] = []
  const done = new Promise<Uint8Array>((resolve, reject) => {
    document.on('data', (part: Buffer) => parts.push(part))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
    document.on('error', reject)
  })
  document.registerFont('plain', fonts.plain)
  document.registerFont('bold', fonts.bold)
  for (const letter of batch.letters) drawLetter(document, { batch, letter })
  if (batch.letters.length === 0) document.addPage()
  document.end()
  return done
}

type Drawn = { readonly batch: Batch; readonly letter: Letter }

/** The words first, to know how many pages they take; then each page with its number. */
function drawLetter(document: PDFKit.PDFDocument, { batch, letter }: Drawn): void {
  const pages = pagesOf(document, letter)
  for (const [at, lines] of pages.entries()) {
    document.addPage()
    if (at === 0) drawHead(document, { batch, letter })
    document.font('plain').fontSize(size.body)
    const top = at === 0 ? bodyTop + headHeight(document, letter) : 25 * mm
    for (const [row, line] of lines.entries()) {
      const y = top + row * lineHeight(document)
      document.text(line, sheet.left, y, { lineBreak: false })
    }
    const foot = `${batch.page[letter.language](at + 1, pages.length)}   ${letter.code}`
    document.font('plain').fontSize(size.small)
    document.text(foot, sheet.left, 284 * mm, { lineBreak: false })
  }
}

function drawHead(document: PDFKit.PDFDocument, { batch, letter }: Drawn): void {
  document.font('bold').fontSize(size.body)
  document.text(batch.council, sheet.left, 20 * mm, { width: sheet.width, height: 20 * mm })
  document.font('plain').fontSize(size.address)
  const lines = [letter.name, ...letter.address].slice(0, addressLinesMax)
  const row = window.height / addressLinesMax
  for (const [at, line] of lines.entries()) {
    const shown = fitted(document, line, window.width)
    document.text(shown, window.left, window.top + at * row, { lineBreak: false })
  }
  document.text(batch.day[letter.language], sheet.left, bodyTop - 9 * mm, { lineBreak: false })
  document.font('bold').fontSize(size.body)
  document.text(letter.subject, sheet.left, bodyTop, { width: sheet.width })
}

function headHeight(document: PDFKit.PDFDocument, { subject }: Letter): number {
  document.font('bold').fontSize(size.body)
  const height = document.heightOfString(subject, { width: sheet.width }) + 5 * mm
  document.font('plain').fontSize(size.body)
  return height
}

function lineHeight(document: PDFKit.PDFDocument): number {
  return document.currentLineHeight(true) * 1.15
}

function pagesOf(document: PDFKit.PDFDocument, letter: Letter): readonly (readonly string[])[] {
  const first = bodyTop + headHeight(document, letter)
  const height = lineHeight(document)
  const lines = letter.body.split('\n').flatMap(line => wrap(document, line))
  const firstMax = Math.floor((sheet.bottom - first) / height)
  const nextMax = Math.floor((sheet.bottom - 25 * mm) / height)
  const pages = [lines.slice(0, firstMax)]
  for (let at = firstMax; at < lines.length; at += nextMax) {
    pages.push(lines.slice(at, at + nextMax))
  }
  return pages
}

function wrap(document: PDFKit.PDFDocument, text: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && document.widthOfString(longer) > sheet.width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line].map(one => fitted(document, one, sheet.width))
}

/** One word wider than the paper, or a line wider than the window, ends where it must. */
function fitted(document: PDFKit.PDFDocument, text: string, width: number): string {
  let end = text.length
  while (end > 1 && document.widthOfString(text.slice(0, end)) > width) end--
  return text.slice(0, end)
}
