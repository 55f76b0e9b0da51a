// What does the coverage page show? Its parts, asked in one transaction at one moment.
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'
import { countsOf, nextsOf, placesOf, reasonsOf, safetyOf, waitsOf } from '../domain/fold-cells.ts'
import type { CoverageModel } from '../domain/model.ts'
import { villagesSeen } from './coordinators.ts'
import { coverageCells } from './coverage.ts'
import { longestWaiting } from './longest.ts'
import { momentOf } from './members-at.ts'
import { type Asked, viewOf } from './read-view.ts'
import { recount } from './recount.ts'
import { attemptCounts, stepCounts } from './steps.ts'

export async function coverageModel(
  tx: Tx,
  scope: Scope,
  asked: Asked & { readonly now: number; readonly node: Node },
): Promise<CoverageModel> {
  const { campaign, round, at, now } = asked
  const view = viewOf(asked, now)
  const cells = await coverageCells(tx, scope, view)
  const total = countsOf(cells)
  const villages = await villagesSeen(tx, scope, now)
  return {
    campaign,
    round,
    at,
    now,
    logSeq: await logSeq(tx, scope, momentOf(view)),
    isWhole: scope.everywhere,
    total,
    reasons: reasonsOf(cells),
    nexts: at === null ? nextsOf(cells) : null,
    waits: waitsOf(cells),
    longest: await longestWaiting(tx, scope, view),
    ...placesOf(cells, villages),
    steps: await stepCounts(tx, scope, view),
    ...(await attemptCounts(tx, scope, view)),
    recount: await recount(tx, scope, { node: asked.node, view, within: null, total }),
    safety: campaign.lastsHours === null ? null : safetyOf(cells),
  }
}

/** The last entry of the log that the figures rest on. */
async function logSeq(tx: Tx, scope: Scope, moment: Date): Promise<number> {
  const found = await sql<{ seq: number }>`
    select seq from events where council = ${scope.council} and recorded_at <= ${moment}
    order by seq desc limit 1`.execute(tx)
  return found.rows[0]?.seq ?? 0
}
