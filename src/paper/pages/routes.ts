// The addresses of sheets of paper: printed, out, drawn, typed back, gone.
import type { RouteRule } from '../../events/index.ts'
import { takeRoutes } from '../../files-out/index.ts'
import { sendPdf } from './draw.ts'
import { findSheetPage } from './find-sheet.tsx'
import { showPaper } from './paper.tsx'
import { savePrint, showPrint } from './print.tsx'
import { saveEnd, showSheet } from './sheet.tsx'
import { sheetsTable, showSheets } from './sheets.tsx'
import { saveTypeBack, showTypeBack } from './type-back.tsx'

const print = 'paper.print'
const type = 'paper.type'
const sheet = '/sheets/:sheet'
/** A hundred lines with a note on each. */
const bodyBytesMax = 512 * 1024

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/sheets', may: 'paper.read', handler: showSheets },
  ...takeRoutes({ of: '/sheets', may: 'paper.take', find: sheetsTable }),
  { method: 'get', path: '/sheets/print', may: print, handler: showPrint },
  { method: 'post', path: '/sheets/print', may: print, handler: savePrint },
  { method: 'get', path: '/sheets/find', may: type, handler: findSheetPage },
  { method: 'get', path: sheet, may: 'paper.read', handler: showSheet },
  { method: 'get', path: `${sheet}/sheet.pdf`, may: print, handler: sendPdf },
  { method: 'get', path: `${sheet}/paper`, may: print, handler: showPaper },
  { method: 'get', path: `${sheet}/type`, may: type, handler: showTypeBack },
  { method: 'post', path: `${sheet}/type`, may: type, handler: saveTypeBack, bodyBytesMax },
  { method: 'post', path: `${sheet}/end`, may: 'paper.end', handler: saveEnd },
]
