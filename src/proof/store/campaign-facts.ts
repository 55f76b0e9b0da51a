// What was a campaign at a position of the log: whom does it reach, in which rounds, for how long?
import { sql } from 'kysely'
import { getPack } from '../../hazards/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { CoverageHead } from '../domain/proof-form.ts'

export type CampaignFacts = {
  readonly memberKind: CoverageHead['memberKind']
  /** How long being reached holds; null: for the whole round. */
  readonly lastsHours: number | null
  /** Oldest first, never empty. */
  readonly rounds: readonly { readonly id: Id; readonly number: number }[]
}

type Opened = {
  round: Id
  pack: string
  packVersion: number
  memberKind: CoverageHead['memberKind']
  lastsHours?: number | null
}
type Row =
  | { kind: 'reach.CampaignOpened'; body: Opened }
  | { kind: 'reach.RoundStarted'; body: { round: Id; number: number } }

export type CampaignAsked = { readonly campaign: Id; readonly position: number }

export async function campaignFacts(
  tx: Tx,
  council: string,
  { campaign, position }: CampaignAsked,
): Promise<CampaignFacts | undefined> {
  const found = await sql<Row>`select kind, body from events
    where council = ${council} and seq <= ${position}
      and kind in ('reach.CampaignOpened', 'reach.RoundStarted')
      and body ->> 'campaign' = ${campaign} order by seq`.execute(tx)
  const [first, ...later] = found.rows
  if (first?.kind !== 'reach.CampaignOpened') return undefined
  const { round, pack, packVersion, memberKind, lastsHours } = first.body
  const rounds = later.flatMap(({ kind, body }) => {
    return kind === 'reach.RoundStarted' ? [{ id: body.round, number: body.number }] : []
  })
  return {
    memberKind,
    lastsHours:
      lastsHours === undefined ? getPack(pack, packVersion).reachedLastsHours : lastsHours,
    rounds: [{ id: round, number: 1 }, ...rounds],
  }
}
