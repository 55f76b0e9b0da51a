// Whom is a volunteer not to meet? Known to those who may keep people apart, and to nobody else.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { keptFromChanged } from './events.ts'

export const KeepApart = z.strictObject({
  volunteer: z.uuid(),
  person: z.uuid(),
  isKept: z.boolean(),
})
export type KeepApart = z.infer<typeof KeepApart>

export type Keeping = { readonly place: Id }

export const keepApart: Command<KeepApart, Keeping> = command({
  name: 'volunteers.keep-apart',
  input: KeepApart,
  may: 'volunteers.keep-apart',
  decide({ place }, body) {
    return [keptFromChanged({ subjects: [], place, body })]
  },
})
