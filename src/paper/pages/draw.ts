// A sheet as a file that is printed: who is on it is on the record as printed, each time.
import { recordRead } from '../../access/index.ts'
import { isId } from '../../kernel/ids.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { drawSheet, type Paper } from '../draw-sheet.ts'
import { sheetPdf } from '../printing/sheet-pdf.ts'
import { findSheet } from '../store/sheets.ts'

/** GET /sheets/:sheet/sheet.pdf */
export async function sendPdf(c: Ctx) {
  const paper = await paperFor(c)
  if (!paper) return notFoundPage(c)
  const bytes = await sheetPdf(paper)
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="sheet-${paper.number}.pdf"`,
    'cache-control': 'no-store',
  })
}

/** Nothing where it is destroyed or lost: another is printed instead. */
export async function paperFor(c: Ctx): Promise<Paper | undefined> {
  const id = c.req.param('sheet') ?? ''
  // The tongue in which translators look for words that stand outside the string files.
  const { lang } = await pageContext(c)
  const mine = lang === 'pseudo' ? { lang } : {}
  return reading(c, 'paper.print', async (tx, scope, now) => {
    const sheet = isId(id) ? await findSheet(tx, scope, id) : undefined
    if (!sheet || sheet.ended !== null) return undefined
    const paper = await drawSheet(tx, scope, { ...sheet, ...mine })
    const subjects = [...new Set(paper.people)]
    await recordRead(tx, scope, { what: 'print', route: '/sheets/paper', subjects, at: now })
    return paper
  })
}
