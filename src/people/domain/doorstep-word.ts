// The word by which a resident knows that it is us: told by them, said by us, never searched alone.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { doorstepWordSet } from './events.ts'
import { fold } from './keys.ts'

export const doorstepWordLettersMax = 40

export const SetDoorstepWord = z.strictObject({
  person: z.uuid(),
  /** Empty: they have none any more. */
  word: z.string().trim().max(doorstepWordLettersMax),
})
export type SetDoorstepWord = z.infer<typeof SetDoorstepWord>

export type WordState = { readonly place: Id | null; readonly word: string }

export const setDoorstepWord = command<SetDoorstepWord, WordState>({
  name: 'people.set-doorstep-word',
  input: SetDoorstepWord,
  may: 'people.report',
  decide(state, { person, word }) {
    if (state.word === word) return refuse('already-done')
    const words = word === '' ? {} : { words: { word } }
    return [doorstepWordSet({ subjects: [person], place: state.place, body: { person }, ...words })]
  },
})

/** As it sounds, not as it is written. */
export function isSameWord(one: string, other: string): boolean {
  return fold(one) !== '' && fold(one) === fold(other)
}

const wordsAskedMax = 6

export type WordSplit = { readonly word: string; readonly rest: string }

/** Each word of what was typed may be the doorstep word; only with something beside it. */
export function wordSplits(typed: string): readonly WordSplit[] {
  const parts = typed.trim().split(/\s+/).slice(0, wordsAskedMax)
  if (parts.length < 2) return []
  return parts.flatMap((word, at) => {
    const rest = parts.filter((_, other) => other !== at).join(' ')
    return /^\p{L}+$/u.test(word) ? [{ word, rest }] : []
  })
}
