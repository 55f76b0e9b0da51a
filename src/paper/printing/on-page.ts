// Where on the page may something stand?
import type { Paper } from '../draw-sheet.ts'

/** The part of an A4 page that can be written on. */
export const sheetMm = { left: 14, width: 185, top: 9, bottom: 289 } as const

export type OnPage = {
  readonly paper: Paper
  readonly page: number
  /** Where what is between head and foot begins and ends, in millimetres from the top. */
  readonly from: number
  readonly to: number
}
