// Help that comes again: set for a weekday, made into jobs ahead, ended. One that is not wanted on
// a day is released like any other job: it is not made twice.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import { dayMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { londonDate, londonInstant, londonMinutes } from '../../kernel/london.ts'
import { refuse } from '../../kernel/refusal.ts'
import { jobOffered, standingEnded, standingSet } from './events.ts'
import { getJobKind } from './kinds.ts'
import { bodyOf, type Offering, OfferJob, problemOf } from './offer-job.ts'
import type { MedicineCare, Size } from './terms.ts'

export const aheadDays = 7

/** The first job's day and time say on which day and at which time each comes. */
export const SetStanding = OfferJob.extend({
  standing: z.uuid(),
  everyWeeks: z.union([z.literal(1), z.literal(2)]),
})
export type SetStanding = z.infer<typeof SetStanding>

export const setStanding: Command<SetStanding, Offering> = command({
  name: 'jobs.set-standing',
  input: SetStanding,
  may: 'jobs.manage',
  decide(state, { standing, everyWeeks, ...input }, { now }) {
    const problem = problemOf(state, input, now)
    if (problem) return problem
    const { person, kind, need, size, care, items, from, safety, dueAt } = input
    const event = standingSet({
      subjects: person ? [person] : [],
      place: state.place,
      body: { standing, person, kind, need, size, care, firstAt: dueAt, everyWeeks },
      words: { items, from, safety },
    })
    return decided([event], { standing })
  },
})

export type Standing = {
  readonly standing: Id
  readonly kind: string
  readonly person: Id | null
  readonly place: Id | null
  readonly need: Id | null
  readonly size: Size
  readonly care: readonly MedicineCare[]
  readonly firstAt: number
  readonly everyWeeks: number
  readonly isEnded: boolean
  readonly items: string | null
  readonly from: string | null
  readonly safety: string | null
}

/** When is it due in the days ahead? At the same time of day, whatever the clocks do. */
export function dueAhead(
  { firstAt, everyWeeks }: Pick<Standing, 'firstAt' | 'everyWeeks'>,
  now: number,
): readonly number[] {
  const firstOn = londonDate(firstAt)
  const noon = londonInstant(firstOn, 12 * 60)
  const minutes = londonMinutes(firstAt)
  const stepMs = everyWeeks * 7 * dayMs
  const found: number[] = []
  const first = Math.max(0, Math.floor((now - firstAt) / stepMs))
  for (let nth = first; found.length <= aheadDays; nth++) {
    const dueAt = londonInstant(londonDate(noon + nth * stepMs), minutes)
    if (dueAt >= now + aheadDays * dayMs) return found
    if (dueAt > now) found.push(dueAt)
  }
  return found
}

export const MakeStanding = z.strictObject({
  standing: z.uuid(),
  job: z.uuid(),
  dueAt: z.number().int().min(0),
})
export type MakeStanding = z.infer<typeof MakeStanding>

export type Making = { readonly standing: Standing; readonly offering: Offering }

/** Where all is stopped nothing is made: the next look makes it. */
export const makeStanding: Command<MakeStanding, Making> = command({
  name: 'jobs.make-standing',
  input: MakeStanding,
  may: 'jobs.manage',
  decide({ standing: one, offering }, { job, dueAt }, { now }) {
    if (one.isEnded || offering.isKnown) return refuse('already-done')
    if (offering.isStopped) return refuse('stopped')
    if (offering.isAllStopped) return refuse('all-stopped')
    if (!dueAhead(one, now).includes(dueAt)) return refuse('invalid')
    const { person, need, size, care } = one
    const asked = { job, person, need, size, care: [...care], dueAt, startAt: null }
    const kind = getJobKind(one.kind)
    const body = bodyOf({ ...asked, urgency: 'routine' }, kind, offering)
    const words = { items: one.items ?? '', from: one.from ?? '', safety: one.safety ?? '' }
    return [
      jobOffered({
        subjects: person ? [person] : [],
        place: offering.place,
        body: { ...body, standing: one.standing },
        words,
      }),
    ]
  },
})

export const EndStanding = z.strictObject({ standing: z.uuid() })
export type EndStanding = z.infer<typeof EndStanding>

export const endStanding: Command<EndStanding, Standing> = command({
  name: 'jobs.end-standing',
  input: EndStanding,
  may: 'jobs.manage',
  decide({ isEnded, person, place }, body) {
    if (isEnded) return refuse('already-done')
    return [standingEnded({ subjects: person ? [person] : [], place, body })]
  },
})
