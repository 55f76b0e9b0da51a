// Whom does a campaign mean, who may work it, when, and how is it spread over days?
import { z } from 'zod'
import type { memberKinds } from './terms.ts'

const age = z.number().int().min(0).max(130)

/**
 * Who becomes a member. People: on any of these lists, with all of these flags and none of those,
 * of these ages, not reached in that other campaign. Without a list: all who lie in the area.
 * Dwellings and organisations: all that lie in these places and in the area, on a list or not. No
 * places: all. Organisations of these kinds; no kinds: all.
 */
export const CohortRule = z.strictObject({
  lists: z.array(z.string()),
  places: z.array(z.uuid()),
  withFlags: z.array(z.string()),
  withoutFlags: z.array(z.string()),
  kinds: z.array(z.string()).optional(),
  area: z.uuid().optional(),
  ageFrom: age.optional(),
  ageTo: age.optional(),
  notReachedIn: z.uuid().optional(),
})
export type CohortRule = z.infer<typeof CohortRule>

/** Absent or empty: everybody who may ring people at all. */
export const Workers = z.strictObject({
  users: z.array(z.uuid()).max(500),
  roles: z.array(z.string()).max(20),
  places: z.array(z.uuid()).max(500),
})
export type Workers = z.infer<typeof Workers>

export const perDayMax = 100_000
export const restDaysMax = 365

/** So many are asked a day; who was reached so lately by any campaign is left until then. */
export const Spread = z.strictObject({
  perDay: z.number().int().min(1).max(perDayMax),
  restDays: z.number().int().min(0).max(restDaysMax),
})
export type Spread = z.infer<typeof Spread>

const moment = z.number().int().min(0).max(4_102_444_800_000)

/** What else a campaign may be told at its opening; all of it stays with the event. */
export const CampaignTerms = z.strictObject({
  workers: Workers.optional(),
  startsAt: moment.optional(),
  endsAt: moment.optional(),
  spread: Spread.optional(),
  /** The campaign that this one asks again. */
  repeats: z.uuid().optional(),
})
export type CampaignTerms = z.infer<typeof CampaignTerms>

export type Cohort = {
  readonly memberKind: (typeof memberKinds)[number]
  readonly rule: CohortRule
}
