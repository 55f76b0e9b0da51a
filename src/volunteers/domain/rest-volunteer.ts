// A volunteer rests until a day, or is back: while they rest they are asked for nothing.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { volunteerRests } from './events.ts'

export const RestVolunteer = z.strictObject({
  volunteer: z.uuid(),
  until: z.number().int().min(0).nullable(),
})
export type RestVolunteer = z.infer<typeof RestVolunteer>

export type Resting = { readonly place: Id }

export const restVolunteer: Command<RestVolunteer, Resting> = command({
  name: 'volunteers.rest-volunteer',
  input: RestVolunteer,
  may: 'volunteers.manage',
  decide({ place }, body) {
    return [volunteerRests({ subjects: [], place, body })]
  },
})
