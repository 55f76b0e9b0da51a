// An effort to reach a cohort begins, with its first round.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import { findPack, isShipped } from '../../hazards/domain/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { CampaignTerms, CohortRule } from './campaign-terms.ts'
import { campaignOpened } from './events.ts'
import { type Candidate, joinAll } from './join.ts'
import { memberKinds } from './terms.ts'

/** A quarter of a year; whoever means longer means the whole round. */
export const lastsHoursMax = 2_184

export const OpenCampaign = z.strictObject({
  campaign: z.uuid(),
  round: z.uuid(),
  title: z.string().trim().min(1).max(200),
  purpose: z.string().trim().min(1).max(500),
  pack: z.string(),
  memberKind: z.enum(memberKinds),
  rule: CohortRule,
  answerable: z.uuid(),
  lastsHours: z.number().int().min(1).max(lastsHoursMax).nullable().optional(),
  ...CampaignTerms.shape,
})
export type OpenCampaign = z.infer<typeof OpenCampaign>

export type CohortState = {
  readonly isTaken: boolean
  readonly cohort: readonly Candidate[]
  /** When each was last reached by any campaign; asked only where that keeps them waiting. */
  readonly reachedAt: ReadonlyMap<Id, number>
}

export const openCampaign: Command<OpenCampaign, CohortState> = command({
  name: 'reach.open-campaign',
  input: OpenCampaign,
  may: 'reach.run',
  decide(state, input, { now }) {
    const pack = findPack(input.pack)
    if (!pack) return refuse('invalid', { pack: 'unknown' })
    if (state.isTaken) return refuse('already-done')
    const { title, purpose, ...told } = input
    const { campaign, round, spread, startsAt = now, endsAt } = input
    if (endsAt !== undefined && endsAt <= startsAt) return refuse('ends-before-begins')
    const own = isShipped(pack) ? {} : { ownPack: pack }
    const body = { ...told, pack: pack.id, packVersion: pack.version, ...own }
    const opened = campaignOpened({ subjects: [], body, words: { title, purpose } })
    const joining = { campaign, round, pack, list: null, now: Math.max(now, startsAt) }
    const { reachedAt } = state
    const spreading = spread && { spread, from: joining.now, reachedAt }
    return decided([opened, ...joinAll(state.cohort, joining, spreading)], { campaign })
  },
})
