// Somebody is worried about a person: two presses, and it has an owner and a clock.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { wordsLettersMax } from './terms.ts'
import { worryDraft } from './worry.ts'

export const TellWorry = z.strictObject({
  worry: z.uuid(),
  person: z.uuid(),
  isDanger: z.boolean(),
  words: z.string().trim().max(wordsLettersMax),
})
export type TellWorry = z.infer<typeof TellWorry>

export type WorriedAbout = { readonly place: Id | null; readonly isKnown: boolean }

export const tellWorry: Command<TellWorry, WorriedAbout> = command({
  name: 'concerns.tell-worry',
  input: TellWorry,
  may: 'concerns.raise',
  decide({ place, isKnown }, input, { now }) {
    if (isKnown) return refuse('already-done')
    return decided([worryDraft({ ...input, place, cause: 'worry' }, { now })], {
      worry: input.worry,
    })
  },
})
