// Does a village look for more volunteers? Where many wait for a first job, nobody else is asked.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { recruitingSet } from './events.ts'

export const SetRecruiting = z.strictObject({ village: z.uuid(), isOn: z.boolean() })
export type SetRecruiting = z.infer<typeof SetRecruiting>

export type Recruiting = { readonly village: Id; readonly isOn: boolean }

export const setRecruiting: Command<SetRecruiting, Recruiting> = command({
  name: 'volunteers.set-recruiting',
  input: SetRecruiting,
  may: 'volunteers.manage',
  decide(now, body) {
    if (now.isOn === body.isOn) return refuse('already-done')
    return [recruitingSet({ subjects: [], place: now.village, body })]
  },
})
