// Somebody who speaks to a person outside any campaign hears that they need something.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import { allPacks } from '../../hazards/domain/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { howFound, needFound, urgencies } from './events.ts'

const wordsLengthMax = 500

export const AddNeed = z.strictObject({
  need: z.uuid(),
  person: z.uuid(),
  kind: z.string().max(40),
  urgency: z.enum(urgencies),
  how: z.enum(howFound),
  words: z.string().trim().max(wordsLengthMax),
})
export type AddNeed = z.infer<typeof AddNeed>

export type NeedyPerson = { readonly place: Id | null; readonly isKnown: boolean }

export const addNeed: Command<AddNeed, NeedyPerson> = command({
  name: 'needs.add-need',
  input: AddNeed,
  may: 'needs.record',
  decide({ place, isKnown }, { words, ...input }) {
    if (isKnown) return refuse('already-done')
    const kinds = allPacks().flatMap(pack => pack.needKinds)
    if (!kinds.some(({ code }) => code === input.kind)) {
      return refuse('unknown-need', { kind: 'unknown-need' })
    }
    const found = needFound({
      subjects: [input.person],
      place,
      body: { ...input, campaign: null, attempt: null },
      ...(words === '' ? {} : { words: { words } }),
    })
    return decided([found], { need: input.need })
  },
})
