// Which campaign, round and moment does an address mean? The view that every query takes.
import type { Campaign, Round } from '../domain/model.ts'
import type { View } from './members-at.ts'

/** The last two hours before safety runs out; the campaign's own rule says the same. */
export const warnMs = 2 * 3_600_000

export type Asked = {
  readonly campaign: Campaign
  readonly round: Round
  readonly at: number | null
}

export function viewOf({ campaign, round, at }: Asked, now: number): View {
  return {
    campaign: campaign.id,
    round: round.id,
    at: at === null ? null : new Date(at),
    now: new Date(now),
    warnMs,
  }
}

/** The round with this number; without a number, the latest. */
export function roundOf(campaign: Campaign, number: string | undefined): Round | undefined {
  if (number === undefined || number === '') return campaign.rounds.at(-1)
  return campaign.rounds.find(round => `${round.number}` === number)
}
