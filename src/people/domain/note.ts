// Why did somebody decide so, in their own words? Left out of the record when they gave none.
import { z } from 'zod'

const noteLettersMax = 500

export const Note = z.string().trim().max(noteLettersMax).default('')

export function noted(note: string): { words?: { note: string } } {
  return note === '' ? {} : { words: { note } }
}
