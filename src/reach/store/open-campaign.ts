// What the opening of a campaign needs to know: is it there already, and whom does its rule name?
import type { Load } from '../../events/index.ts'
import type { CohortState, OpenCampaign } from '../domain/open-campaign.ts'
import { cohortOf, lastReached } from './cohort.ts'

export const loadCohort: Load<OpenCampaign, CohortState> = async (tx, input, { actor, now }) => {
  const { council } = actor
  const taken = await tx
    .selectFrom('campaigns')
    .select('id')
    .where('council', '=', council)
    .where('id', '=', input.campaign)
    .executeTakeFirst()
  const cohort = await cohortOf(tx, input, { council, now })
  const subjects = input.spread ? cohort.map(one => one.subject) : []
  const reachedAt = await lastReached(tx, council, subjects)
  return { state: { isTaken: taken !== undefined, cohort, reachedAt }, place: null }
}
