// Somebody else answers for a campaign from now on, and its round goes on as it is.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { campaignHandedOver } from './events.ts'

export const HandOverCampaign = z.strictObject({ campaign: z.uuid(), answerable: z.uuid() })
export type HandOverCampaign = z.infer<typeof HandOverCampaign>

/** Who is named, whether or not they can still answer, and who could. */
export type AnsweringState = { readonly named: Id; readonly mayAnswer: boolean }

export const handOverCampaign: Command<HandOverCampaign, AnsweringState> = command({
  name: 'reach.hand-over-campaign',
  input: HandOverCampaign,
  may: 'reach.run',
  decide({ named, mayAnswer }, { campaign, answerable }) {
    if (named === answerable) return refuse('already-done')
    if (!mayAnswer) return refuse('invalid', { answerable: 'ownerMissing' })
    return [campaignHandedOver({ subjects: [], body: { campaign, answerable } })]
  },
})
