// The door of paper: sheets that leave the house, the codes that bring them home, what came back.
import { bind, capability } from '../events/index.ts'
import { addGapPart } from '../needs/index.ts'
import { addPersonSection } from '../people/index.ts'
import { addCoveragePart } from '../picture/index.ts'
import { endSheet } from './domain/end-sheet.ts'
import { lineSaid, linesPrinted, sheetEnded, sheetPrinted } from './domain/events.ts'
import { printSheet } from './domain/print-sheet.ts'
import { sayLine } from './domain/say-line.ts'
import { sheetsGap } from './pages/gap.tsx'
import { paperSection } from './pages/person-section.tsx'
import { routes } from './pages/routes.ts'
import { linesOut } from './store/gauges.ts'
import { loadEnd, loadLine, loadPrint } from './store/load.ts'
import { project } from './store/project.ts'

export { endSheet } from './domain/end-sheet.ts'
export { printSheet } from './domain/print-sheet.ts'
export { drawSheet } from './draw-sheet.ts'
export { sheetAsPdf } from './sheet-as-pdf.ts'
export { countOut, findSheet, type OutCount } from './store/sheets.ts'

addGapPart(sheetsGap)
addCoveragePart(sheetsGap)
addPersonSection(paperSection)

const printers = ['hub-manager', 'officer', 'village-coordinator'] as const

export const paper = capability({
  name: 'paper',
  events: [sheetPrinted, linesPrinted, lineSaid, sheetEnded],
  commands: [bind(printSheet, loadPrint), bind(endSheet, loadEnd), bind(sayLine, loadLine)],
  project,
  readModels: ['paper_sheets', 'paper_lines', 'paper_said'],
  permissions: {
    'paper.print': [...printers],
    'paper.read': [...printers, 'call-handler'],
    'paper.type': [...printers, 'call-handler'],
    'paper.end': [...printers, 'call-handler'],
    'paper.take': ['hub-manager', 'officer'],
  },
  routes,
  gauges: [linesOut],
})
