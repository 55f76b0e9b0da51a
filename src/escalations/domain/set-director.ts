// Who answers at the top: a director, a deputy, and the number that rings out of hours.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { directorSet } from './events.ts'

export const SetDirector = z.strictObject({
  director: z.uuid(),
  deputy: z.uuid(),
  number: z
    .string()
    .trim()
    .min(3)
    .max(30)
    .regex(/^[0-9+ ]+$/),
})
export type SetDirector = z.infer<typeof SetDirector>

/** Officers and hub managers of the whole council who can sign in. */
export type DirectorChoices = { readonly possible: readonly Id[] }

export const setDirector: Command<SetDirector, DirectorChoices> = command({
  name: 'escalations.set-director',
  input: SetDirector,
  may: 'escalations.set',
  decide({ possible }, { number, ...body }) {
    if (!possible.includes(body.director)) return refuse('invalid', { director: 'directorWrong' })
    if (!possible.includes(body.deputy)) return refuse('invalid', { deputy: 'deputyWrong' })
    if (body.director === body.deputy) return refuse('invalid', { deputy: 'deputySame' })
    return [directorSet({ subjects: [], body, words: { number } })]
  },
})
