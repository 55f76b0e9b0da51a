// What must be known to hand a campaign over? Who is named, and may the other one answer for it?
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { AnsweringState, HandOverCampaign } from '../domain/hand-over-campaign.ts'
import { runsCampaigns } from './answers-now.ts'

export const loadAnswering: Load<HandOverCampaign, AnsweringState> = async (tx, input, context) => {
  const { council } = context.actor
  const at = new Date(context.now)
  const found = await sql<AnsweringState>`select c.answerable as named,
      exists (select from users u join grants g on g.council = u.council and g.user_id = u.id
        where u.council = c.council and u.id = ${input.answerable}::uuid
          and ${runsCampaigns(at)}) as "mayAnswer"
    from campaigns c
    where c.council = ${council} and c.id = ${input.campaign} for update of c`.execute(tx)
  const [state] = found.rows
  return state ? { state, place: null } : refuse('not-found')
}
