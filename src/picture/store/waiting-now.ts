// Who waits now in the campaign that is run, and who has waited longest? For the first page of the
// day, whose figures open the lists of the coverage page.
import type { Scope } from '../../access/index.ts'
import type { Tx } from '../../store/open.ts'
import { type Filter, membersHref } from '../domain/filter.ts'
import { countsOf } from '../domain/fold-cells.ts'
import type { Campaign, MemberRow } from '../domain/model.ts'
import { promiseDays } from '../domain/terms.ts'
import { campaignsOf } from './campaigns.ts'
import { coverageCells } from './coverage.ts'
import { countMembers, memberRows } from './member-list.ts'
import { roundOf, viewOf } from './read-view.ts'

export type WaitingNow = {
  readonly campaign: Pick<Campaign, 'id' | 'name'>
  readonly waiting: number
  readonly untried: number
  /** Longer than the days within which everybody should have been spoken to. */
  readonly long: number
  readonly days: number
  readonly longest: readonly MemberRow[]
}

const shownMax = 5

/** The newest campaign for people; null before there is one. */
export async function waitingNow(tx: Tx, scope: Scope, now: number): Promise<WaitingNow | null> {
  const campaign = (await campaignsOf(tx, scope, now)).find(one => one.kind === 'person')
  const round = campaign && roundOf(campaign, undefined)
  if (!campaign || !round) return null
  const view = viewOf({ campaign, round, at: null }, now)
  const total = countsOf(await coverageCells(tx, scope, view))
  const listing = (filter: Filter) => ({ view, filter, page: 1, perPage: shownMax })
  const long: Filter = { state: 'open', wait: { is: 'over', days: promiseDays } }
  return {
    campaign: { id: campaign.id, name: campaign.name },
    waiting: total.untried + total.tried,
    untried: total.untried,
    long: await countMembers(tx, scope, listing(long)),
    days: promiseDays,
    longest: await memberRows(tx, scope, listing({ state: 'open' })),
  }
}

export function waitingHref(campaign: string, which: 'waiting' | 'untried' | 'long'): string {
  if (which === 'untried') return membersHref(campaign, { state: 'untried' })
  if (which === 'waiting') return membersHref(campaign, { state: 'open' })
  return membersHref(campaign, { state: 'open', wait: { is: 'over', days: promiseDays } })
}
