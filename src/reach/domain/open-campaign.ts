// An effort to reach a cohort begins, with its first round.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import { findPack } from '../../hazards/domain/index.ts'
import { refuse } from '../../kernel/refusal.ts'
import { CohortRule, campaignOpened } from './events.ts'
import { type Candidate, excusedAtOnce, joined } from './join.ts'
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
})
export type OpenCampaign = z.infer<typeof OpenCampaign>

export type CohortState = { readonly isTaken: boolean; readonly cohort: readonly Candidate[] }

export const openCampaign: Command<OpenCampaign, CohortState> = command({
  name: 'reach.open-campaign',
  input: OpenCampaign,
  may: 'reach.run',
  decide(state, input, { now }) {
    const pack = findPack(input.pack)
    if (!pack) return refuse('invalid', { pack: 'unknown' })
    if (state.isTaken) return refuse('already-done')
    const { title, purpose, campaign, round, memberKind, rule, answerable, lastsHours } = input
    const body = { campaign, round, pack: pack.id, packVersion: pack.version, memberKind, rule }
    const opened = campaignOpened({
      subjects: [],
      body: { ...body, answerable, ...(lastsHours === undefined ? {} : { lastsHours }) },
      words: { title, purpose },
    })
    const joining = { campaign, round, pack, list: null, now }
    const cohort = state.cohort.map(one => joined(one, joining))
    const excused = state.cohort.flatMap(one => excusedAtOnce(one, joining))
    return decided([opened, ...cohort, ...excused], { campaign })
  },
})
