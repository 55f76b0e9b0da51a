// What does the address ask: which campaign, which round, as known when? Or why can it not be read?
import type { Scope } from '../../access/index.ts'
import { scopeOf } from '../../access/index.ts'
import { isId } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Ctx } from '../../web/request.ts'
import { asOfText, readAsOf } from '../domain/as-of.ts'
import type { Campaign } from '../domain/model.ts'
import { campaignsOf } from '../store/campaigns.ts'
import { type Asked, roundOf } from '../store/read-view.ts'
import type { AsOfProblemShown } from './as-of-bar.tsx'

export type AskedMoment = { readonly at: number | null; readonly wrong?: AsOfProblemShown }

/** A moment that cannot be read is shown as a problem; meanwhile the page is about now. */
export function momentAsked(c: Ctx): AskedMoment {
  const { at, date, time } = c.req.query()
  const answer = readAsOf({ at, date, time }, c.var.node.clock.now())
  return 'problem' in answer ? { at: null, wrong: answer } : answer
}

/** Two boxes were filled in: the same page under an address that can be kept and sent. */
export function canonicalAddress(c: Ctx, { at, wrong }: AskedMoment): string | null {
  const { date, time, at: _at, ...rest } = c.req.query()
  if (wrong || (date === undefined && time === undefined)) return null
  const query = new URLSearchParams(rest)
  if (at !== null) query.set('at', asOfText(at))
  return query.size > 0 ? `${c.req.path}?${query}` : c.req.path
}

type Named = {
  readonly id: string | undefined
  readonly round: string | undefined
  readonly at: number | null
  readonly now: number
}

/** The campaign named; without a name, the newest. Undefined where there is none such. */
export async function campaignAsked(
  tx: Tx,
  scope: Scope,
  { id, round, at, now }: Named,
): Promise<Asked | undefined> {
  if (id !== undefined && !isId(id)) return undefined
  const campaigns = await campaignsOf(tx, scope, now)
  const campaign = id === undefined ? newest(campaigns) : campaigns.find(one => one.id === id)
  const found = campaign && roundOf(campaign, round)
  return campaign && found ? { campaign, round: found, at } : undefined
}

function newest(campaigns: readonly Campaign[]): Campaign | undefined {
  return campaigns.find(campaign => campaign.kind === 'person') ?? campaigns[0]
}

/**
 * Figures, their recount and the list come from one snapshot: nobody moves between two of its
 * statements.
 */
export function readingOnce<T>(
  c: Ctx,
  permission: string,
  work: (tx: Tx, scope: Scope, now: number) => Promise<T>,
): Promise<T> {
  const { node, actor } = c.var
  const now = node.clock.now()
  const scope = scopeOf(node.registry.permissions, actor, { permission, now })
  return node.store.transaction(
    { council: actor.council, actor: actor.id },
    tx => work(tx, scope, now),
    { isolation: 'repeatable read' },
  )
}
