// What do a UPRN, an e-mail address and a yes or no look like? Text in, a claim or nothing out.
import type { Truth } from './profile.ts'

export type ReadText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable' }

/** Up to 12 digits, kept as text: a number would lose its leading zeros. */
export function readUprn(cell: string): ReadText {
  const text = cell.trim()
  if (text === '') return { kind: 'empty' }
  return /^\d{1,12}$/.test(text) && !/^0+$/.test(text) ? { kind: 'text', text } : unreadable
}

/** The shape only: whether anybody reads it is learned by writing to it. */
export function readEmail(cell: string): ReadText {
  const text = cell.trim()
  if (text === '') return { kind: 'empty' }
  const isShaped = /^[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.[^\s@<>"(),;:.]+$/.test(text)
  return isShaped && text.length <= 254 ? { kind: 'text', text } : unreadable
}

/** Empty is not "no". */
export function readTruth(cell: string, truth: Truth): 'yes' | 'no' | 'empty' | 'unreadable' {
  const word = cell.trim().toLowerCase()
  if (word === '') return 'empty'
  if (truth.yes.includes(word)) return 'yes'
  return truth.no.includes(word) ? 'no' : 'unreadable'
}

const unreadable = { kind: 'unreadable' } as const
