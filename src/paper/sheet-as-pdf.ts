// One sheet as a file, for whoever has no browser.
import type { Scope } from '../access/index.ts'
import type { Id } from '../kernel/ids.ts'
import type { Tx } from '../store/open.ts'
import { drawSheet } from './draw-sheet.ts'
import { sheetPdf } from './printing/sheet-pdf.ts'
import { findSheet } from './store/sheets.ts'

export async function sheetAsPdf(tx: Tx, scope: Scope, id: Id): Promise<Uint8Array | undefined> {
  const sheet = await findSheet(tx, scope, id)
  return sheet && sheetPdf(await drawSheet(tx, scope, sheet))
}
