// The addresses of reaching people.
import type { RouteRule } from '../../events/index.ts'
import { takeRoutes } from '../../files-out/index.ts'
import { changesTable, showAreaChanges } from './area-changes.tsx'
import { showCall, takeNextCall } from './call.tsx'
import { showCallBacks } from './call-backs.tsx'
import { callBacksTable } from './call-backs-table.ts'
import { saveDoor, showDoor } from './door.tsx'
import { handOver } from './hand-over-campaign.tsx'
import { pickInbound, showInbound, showInboundHits } from './inbound.tsx'
import { askCampaign, sendCampaign } from './open-campaign.tsx'
import { putBack, saveCall } from './record-attempt.tsx'
import { beginRound, bringIn, endCampaign, reopen, showRun } from './run-campaign.tsx'
import { saveInbound } from './save-inbound.ts'
import { saveScript, showScript } from './script.tsx'
import { sendShare, showShare } from './share-calls.tsx'

/** Who rings and who is rung may both speak Welsh; so does the page between them. */
const inBoth = { isTranslated: true } as const

export const routes: readonly RouteRule[] = [
  { method: 'get', path: '/call', may: 'reach.record', ...inBoth, handler: takeNextCall },
  { method: 'get', path: '/call/:member', may: 'reach.record', ...inBoth, handler: showCall },
  { method: 'post', path: '/call/:member', may: 'reach.record', ...inBoth, handler: saveCall },
  {
    method: 'post',
    path: '/call/:member/put-back',
    may: 'reach.record',
    ...inBoth,
    handler: putBack,
  },
  { method: 'get', path: '/call/:member/door', may: 'reach.record', handler: showDoor },
  { method: 'post', path: '/call/:member/door', may: 'reach.record', handler: saveDoor },
  { method: 'get', path: '/call-backs', may: 'reach.record', handler: showCallBacks },
  ...takeRoutes({ of: '/call-backs', may: 'reach.take', find: callBacksTable }),
  { method: 'get', path: '/calls/inbound', may: 'reach.answer', ...inBoth, handler: showInbound },
  { method: 'post', path: '/calls/inbound', may: 'reach.answer', ...inBoth, handler: saveInbound },
  {
    method: 'get',
    path: '/calls/inbound/hits',
    may: 'reach.answer',
    ...inBoth,
    handler: showInboundHits,
  },
  {
    method: 'post',
    path: '/calls/inbound/:person',
    may: 'reach.answer',
    ...inBoth,
    handler: pickInbound,
  },
  { method: 'get', path: '/calls/share', may: 'reach.run', handler: showShare },
  { method: 'post', path: '/calls/share', may: 'reach.run', handler: sendShare },
  { method: 'get', path: '/areas/:area/changes', may: 'reach.run', handler: showAreaChanges },
  ...takeRoutes({ of: '/areas/:area/changes', may: 'reach.take', find: changesTable }),
  { method: 'get', path: '/campaigns/open', may: 'reach.run', handler: askCampaign },
  { method: 'post', path: '/campaigns/open', may: 'reach.run', handler: sendCampaign },
  { method: 'get', path: '/campaigns/:campaign/run', may: 'reach.run', handler: showRun },
  { method: 'post', path: '/campaigns/:campaign/rounds', may: 'reach.run', handler: beginRound },
  { method: 'get', path: '/campaigns/:campaign/script', may: 'reach.run', handler: showScript },
  { method: 'post', path: '/campaigns/:campaign/script', may: 'reach.run', handler: saveScript },
  { method: 'post', path: '/campaigns/:campaign/close', may: 'reach.run', handler: endCampaign },
  { method: 'post', path: '/campaigns/:campaign/reopen', may: 'reach.run', handler: reopen },
  { method: 'post', path: '/campaigns/:campaign/answerable', may: 'reach.run', handler: handOver },
  { method: 'post', path: '/campaigns/:campaign/newcomers', may: 'reach.run', handler: bringIn },
]
