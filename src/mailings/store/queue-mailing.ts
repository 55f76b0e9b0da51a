// What the decision about a mailing needs to know: the template, the round, and everybody meant.
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { QueueMailing, QueueState } from '../domain/queue-mailing.ts'
import { candidatesOf } from './candidates.ts'
import { findTemplate } from './templates.ts'

/** Locks the campaign: two who press at once do not both write to somebody. */
export const loadQueue: Load<QueueMailing, QueueState> = async (tx, input, { actor, now }) => {
  const { council } = actor
  const { campaign, within, mailing } = input
  await lockCampaign(tx, council, campaign)
  const round = await lastRound(tx, council, campaign)
  const template = await findTemplate(tx, council, { id: input.template })
  if (!round || !template) return refuse('not-found')
  const taken = await tx
    .selectFrom('mailings')
    .select('id')
    .where('council', '=', council)
    .where('id', '=', mailing)
    .executeTakeFirst()
  const candidates = await candidatesOf(tx, council, { ...input, round, now })
  const { version, channel } = template
  const state = { isTaken: taken !== undefined, round, template: { version, channel }, candidates }
  return { state, place: within }
}

/** The round that is open now. */
export async function lastRound(tx: Tx, council: string, campaign: Id): Promise<Id | undefined> {
  const found = await tx
    .selectFrom('rounds')
    .select('id')
    .where('council', '=', council)
    .where('campaign', '=', campaign)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return found?.id
}

async function lockCampaign(tx: Tx, council: string, campaign: Id): Promise<void> {
  await sql`select from campaigns
    where council = ${council} and id = ${campaign} for update`.execute(tx)
}
