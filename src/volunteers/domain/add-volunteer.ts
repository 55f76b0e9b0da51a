// Somebody offers to help: where, how far checked, and what they can do.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { volunteerAdded } from './events.ts'
import { transports, vettings } from './terms.ts'

const words = z.array(z.string().trim().min(1).max(40)).max(20)
const jobsMaxMax = 20

export const AddVolunteer = z.strictObject({
  volunteer: z.uuid(),
  place: z.uuid(),
  user: z.uuid().nullable(),
  name: z.string().trim().min(1).max(120),
  phone: z.string().trim().max(40),
  vetting: z.enum(vettings),
  training: words,
  skills: words,
  languages: words,
  transport: z.array(z.enum(transports)).max(transports.length),
  jobsMax: z.number().int().min(1).max(jobsMaxMax),
  keptFrom: z.array(z.uuid()).max(50),
})
export type AddVolunteer = z.infer<typeof AddVolunteer>

export type NewVolunteer = {
  readonly isKnown: boolean
  readonly isUserFree: boolean
  readonly place: Id
}

export const addVolunteer: Command<AddVolunteer, NewVolunteer> = command({
  name: 'volunteers.add-volunteer',
  input: AddVolunteer,
  may: 'volunteers.manage',
  decide(state, { place, name, phone, ...body }) {
    if (state.isKnown) return refuse('id-reuse')
    if (!state.isUserFree) return refuse('invalid', { user: 'userWrong' })
    const added = volunteerAdded({ subjects: [], place, body, words: { name, phone } })
    return decided([added], { volunteer: body.volunteer })
  },
})
