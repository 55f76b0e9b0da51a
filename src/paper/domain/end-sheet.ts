// Somebody says that a sheet was destroyed, or that nobody knows where it is.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { sheetEnded } from './events.ts'
import { sheetEnds, textLengthMax } from './terms.ts'

export const EndSheet = z.strictObject({
  sheet: z.uuid(),
  how: z.enum(sheetEnds),
  note: z.string().trim().max(textLengthMax),
})
export type EndSheet = z.infer<typeof EndSheet>

export type SheetNow = { readonly place: Id | null; readonly end: string | null }

/** What was lost may be found and destroyed; what is destroyed stays so. */
export const endSheet: Command<EndSheet, SheetNow> = command({
  name: 'paper.end-sheet',
  input: EndSheet,
  may: 'paper.end',
  decide({ place, end }, { sheet, how, note }) {
    if (end === 'destroyed' || end === how) return refuse('already-done')
    const words = note === '' ? {} : { words: { note } }
    return [sheetEnded({ subjects: [], place, body: { sheet, how }, ...words })]
  },
})
