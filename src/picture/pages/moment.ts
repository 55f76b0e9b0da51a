// Which campaign, round and moment does an address keep, when a page leads to its neighbour?
import { asOfText } from '../domain/as-of.ts'
import type { CoverageModel } from '../domain/model.ts'

export function momentQuery({
  campaign,
  round,
  at,
}: Pick<CoverageModel, 'campaign' | 'round' | 'at'>): string {
  const query = new URLSearchParams({ campaign: campaign.id })
  if (campaign.rounds.at(-1)?.id !== round.id) query.set('round', `${round.number}`)
  if (at !== null) query.set('at', asOfText(at))
  return `${query}`
}
