// How does a sheet stand now, in one word?
import type { Sheet } from '../store/sheets.ts'

export type SheetState = 'out' | 'late' | 'back' | 'destroyed' | 'lost'

/** Lost outranks nothing that came back, and a sheet without lines is out until it is gone. */
export function stateOf(sheet: Sheet, now: number): SheetState {
  const { ended, back, lines, dueBack } = sheet
  if (ended === 'destroyed') return 'destroyed'
  if (lines > 0 && back >= lines) return 'back'
  if (ended === 'lost') return 'lost'
  return dueBack.getTime() < now ? 'late' : 'out'
}
