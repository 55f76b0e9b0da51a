// Somebody rings us who is in no campaign: they become a member of the one for those who ring.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import { getPack } from '../../hazards/domain/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { campaignOpened } from './events.ts'
import { type Candidate, excusedAtOnce, joined, memberId } from './join.ts'

export const TakeInbound = z.strictObject({
  person: z.uuid(),
  /** What the campaign is called, should this be the first who ever rang. */
  title: z.string().trim().min(1).max(200),
  purpose: z.string().trim().min(1).max(500),
})
export type TakeInbound = z.infer<typeof TakeInbound>

export type InboundState = {
  readonly campaign: Id
  readonly round: Id
  readonly isOpen: boolean
  readonly pack: string
  readonly packVersion: number
  readonly isMember: boolean
  readonly candidate: Candidate
  /** Who answers for those who ring, when nobody runs campaigns. */
  readonly answerable: Id | null
}

/** Nobody joins it by a rule. */
const nobody = { lists: [], places: [], withFlags: [], withoutFlags: [] }

export const takeInbound: Command<TakeInbound, InboundState> = command({
  name: 'reach.take-inbound',
  input: TakeInbound,
  may: 'reach.answer',
  decide(state, { title, purpose }, { now, actor }) {
    if (state.isMember) return refuse('already-done')
    const { campaign, round, pack, packVersion, candidate } = state
    const joining = { campaign, round, pack: getPack(pack, packVersion), list: null, now }
    const member = memberId(round, candidate.subject)
    const answerable = state.answerable ?? actor
    const shared = { campaign, round, pack, packVersion, memberKind: 'person' as const }
    const opened = campaignOpened({
      subjects: [],
      body: { ...shared, rule: nobody, answerable },
      words: { title, purpose },
    })
    const join = [joined(candidate, joining), ...excusedAtOnce(candidate, joining)]
    return decided([...(state.isOpen ? [] : [opened]), ...join], { member })
  },
})
