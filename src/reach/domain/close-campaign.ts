// A campaign ends, and may begin again: nobody in it is rung, and whoever was not reached is named.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import { refuse } from '../../kernel/refusal.ts'
import { campaignClosed, campaignReopened } from './events.ts'

const reason = z.string().trim().min(1).max(500)

export const CloseCampaign = z.strictObject({
  campaign: z.uuid(),
  reason,
  /** As the page showed it: a number that moved since is looked at again. */
  unreached: z.number().int().min(0),
})
export type CloseCampaign = z.infer<typeof CloseCampaign>

export type ClosingState = { readonly isClosed: boolean; readonly unreached: number }

export const closeCampaign: Command<CloseCampaign, ClosingState> = command({
  name: 'reach.close-campaign',
  input: CloseCampaign,
  may: 'reach.run',
  decide(state, { campaign, reason, unreached }) {
    if (state.isClosed) return refuse('already-done')
    if (state.unreached !== unreached) return refuse('stale-preview')
    const body = { campaign, unreached }
    return decided([campaignClosed({ subjects: [], body, words: { reason } })], { unreached })
  },
})

export const ReopenCampaign = z.strictObject({ campaign: z.uuid(), reason })
export type ReopenCampaign = z.infer<typeof ReopenCampaign>

export const reopenCampaign: Command<ReopenCampaign, ClosingState> = command({
  name: 'reach.reopen-campaign',
  input: ReopenCampaign,
  may: 'reach.run',
  decide(state, { campaign, reason }) {
    if (!state.isClosed) return refuse('already-done')
    return [campaignReopened({ subjects: [], body: { campaign }, words: { reason } })]
  },
})
