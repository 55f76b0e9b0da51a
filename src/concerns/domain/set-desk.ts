// Who answers for worries: a named owner, a deputy, the desk's hours, a number outside them.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { deskSet } from './events.ts'

const minutesOfDay = z.number().int().min(0).max(1_440)

export const SetDesk = z.strictObject({
  owner: z.uuid(),
  deputy: z.uuid(),
  opens: minutesOfDay,
  closes: minutesOfDay,
  /** From Monday, 1, to Sunday, 7. */
  days: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  number: z
    .string()
    .trim()
    .min(3)
    .max(30)
    .regex(/^[0-9+ ]+$/),
})
export type SetDesk = z.infer<typeof SetDesk>

/** Who may stand at the desk: people who handle concerns and are not shut out. */
export type DeskChoices = { readonly handlers: readonly Id[] }

export const setDesk: Command<SetDesk, DeskChoices> = command({
  name: 'concerns.set-desk',
  input: SetDesk,
  may: 'concerns.handle',
  decide({ handlers }, { number, days, ...input }) {
    if (!handlers.includes(input.owner)) return refuse('invalid', { owner: 'ownerWrong' })
    if (!handlers.includes(input.deputy)) return refuse('invalid', { deputy: 'deputyWrong' })
    if (input.owner === input.deputy) return refuse('invalid', { deputy: 'deputySame' })
    if (input.closes <= input.opens) return refuse('invalid', { closes: 'closesWrong' })
    const body = { ...input, days: [...new Set(days)].sort() }
    return [deskSet({ subjects: [], body, words: { number } })]
  },
})
