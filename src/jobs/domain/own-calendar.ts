// A volunteer's jobs in their own calendar: an address is made, replaced by a new one, or ended.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { calendarEnded, calendarMade } from './events.ts'

/** Who asks, as a volunteer: undefined for somebody who is none. */
export type OwnCalendar = {
  readonly volunteer: Id | undefined
  readonly place: Id | null
  readonly isMade: boolean
}

export const MakeCalendar = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) })
export type MakeCalendar = z.infer<typeof MakeCalendar>

/** One at a time: the one before it answers no more. */
export const makeCalendar: Command<MakeCalendar, OwnCalendar> = command({
  name: 'jobs.make-calendar',
  input: MakeCalendar,
  may: 'jobs.do',
  decide({ volunteer, place }, { hash }) {
    if (!volunteer) return refuse('not-found')
    return [calendarMade({ subjects: [], place, body: { volunteer, hash } })]
  },
})

export const EndCalendar = z.strictObject({})
export type EndCalendar = z.infer<typeof EndCalendar>

export const endCalendar: Command<EndCalendar, OwnCalendar> = command({
  name: 'jobs.end-calendar',
  input: EndCalendar,
  may: 'jobs.do',
  decide({ volunteer, place, isMade }) {
    if (!volunteer) return refuse('not-found')
    if (!isMade) return refuse('already-done')
    return [calendarEnded({ subjects: [], place, body: { volunteer } })]
  },
})
