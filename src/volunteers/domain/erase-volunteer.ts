// A volunteer's words are taken out for good. What was done stays, without a name.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { volunteerErased } from './events.ts'

export const EraseVolunteer = z.strictObject({ volunteer: z.uuid() })
export type EraseVolunteer = z.infer<typeof EraseVolunteer>

export type Erasing = { readonly place: Id; readonly isErased: boolean; readonly isHeld: boolean }

export const eraseVolunteer: Command<EraseVolunteer, Erasing> = command({
  name: 'volunteers.erase-volunteer',
  input: EraseVolunteer,
  may: 'volunteers.erase',
  decide({ place, isErased, isHeld }, body) {
    if (isErased) return refuse('already-done')
    // Somebody who is out, or not known to be home, is still looked for by name.
    if (isHeld) return refuse('invalid', { volunteer: 'stillHeld' })
    return [volunteerErased({ subjects: [], place, body })]
  },
})
