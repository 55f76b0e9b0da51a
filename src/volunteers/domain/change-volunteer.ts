// What a volunteer can do, when, how much, and where they like to go has changed.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { AddVolunteer } from './add-volunteer.ts'
import { volunteerChanged } from './events.ts'

const jobsAWeekMax = 50
const streetsMax = 30
const minutes = z.number().int().min(0).max(1440)
const about = AddVolunteer.pick({
  ...{ volunteer: true, name: true, phone: true, skills: true, languages: true },
  ...{ transport: true, jobsMax: true },
})

export const ChangeVolunteer = about.extend({
  /** Null: as many as they like. */
  jobsAWeek: z.number().int().min(1).max(jobsAWeekMax).nullable(),
  hours: z
    .array(z.strictObject({ day: z.number().int().min(1).max(7), from: minutes, to: minutes }))
    .max(21),
  awayFrom: z.iso.date().nullable(),
  awayUntil: z.iso.date().nullable(),
  streets: z.array(z.uuid()).max(streetsMax),
})
export type ChangeVolunteer = z.infer<typeof ChangeVolunteer>

export type Changing = { readonly place: Id; readonly areStreetsNear: boolean }

export const changeVolunteer: Command<ChangeVolunteer, Changing> = command({
  name: 'volunteers.change-volunteer',
  input: ChangeVolunteer,
  may: 'volunteers.manage',
  decide({ place, areStreetsNear }, { name, phone, ...body }) {
    const { hours, awayFrom, awayUntil } = body
    if (hours.some(({ from, to }) => from >= to)) return refuse('invalid', { time: 'timeWrong' })
    if (awayFrom !== null && awayUntil !== null && awayUntil < awayFrom) {
      return refuse('invalid', { awayUntil: 'awayWrong' })
    }
    if (!areStreetsNear) return refuse('not-found')
    return [volunteerChanged({ subjects: [], place, body, words: { name, phone } })]
  },
})
