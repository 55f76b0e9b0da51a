// Event in, rows changed: campaigns, rounds, members, attempts.
import { sql } from 'kysely'
import type { Apply, Recorded } from '../../events/index.ts'
import type { roundStarted } from '../domain/events.ts'
import { projectAscribed } from './project-ascribed.ts'
import { projectAttempts } from './project-attempts.ts'
import {
  projectClosed,
  projectHandedOver,
  projectOpened,
  projectReopened,
  setCampaign,
} from './project-campaigns.ts'
import { projectDropped, projectRestored } from './project-drops.ts'
import { projectAdded, projectFlags } from './project-flags.ts'
import { projectLeft } from './project-left.ts'
import { projectJoined, projectMoved, projectPlaced } from './project-members.ts'
import { projectMerges } from './project-merges.ts'
import { projectScripts } from './project-scripts.ts'
import { projectGiven, projectShared } from './project-shares.ts'
import { endHolds } from './project-standstill.ts'
import { afterAscribed, afterAttempts, afterFlags, afterMerges } from './used-up.ts'

export const project: Readonly<Record<string, Apply>> = {
  'reach.CampaignOpened': projectOpened,
  'reach.CampaignClosed': projectClosed,
  'reach.CampaignReopened': projectReopened,
  'reach.CampaignHandedOver': projectHandedOver,
  async 'reach.RoundStarted'(tx, events: readonly (typeof roundStarted.recorded)[]) {
    const rows = events.map(({ council, body, words, recordedAt }) => ({
      council,
      id: body.round,
      campaign: body.campaign,
      number: body.number,
      started_at: recordedAt,
      reason: words?.reason ?? null,
    }))
    await tx.insertInto('rounds').values(rows).execute()
    for (const { council, body } of events) {
      const { campaign: id, answerable } = body
      if (answerable !== undefined) await setCampaign(tx, { council, id }, { answerable })
    }
  },
  'reach.MemberJoined': projectJoined,
  'reach.MemberMoved': projectMoved,
  'reach.MemberPlaced': projectPlaced,
  'reach.MemberLeft': projectLeft,
  'reach.MemberDropped': projectDropped,
  'reach.MemberRestored': projectRestored,
  'reach.AttemptRecorded': then(projectAttempts, afterAttempts),
  'reach.AttemptAscribed': then(projectAscribed, afterAscribed),
  'reach.CallsShared': projectShared,
  'reach.CallsGiven': projectGiven,
  'standstill.AllStopped': endHolds,
  'reach.ScriptEdited': projectScripts,
  'people.PersonAdded': projectAdded,
  'people.FlagRaised': then(projectFlags, afterFlags),
  'people.FlagLowered': projectFlags,
  'people.PeopleMerged': then(projectMerges, afterMerges),
  'people.PeopleUnmerged': then(projectMerges, afterMerges),
  async 'people.Erased'(tx, events: readonly Recorded[]) {
    for (const { council, subjects, seq } of events) {
      const people = [...subjects]
      await sql`delete from register r using attempts a
        where a.council = ${council} and a.subject = any (${people}::uuid[])
          and a.told_of is not null
          and r.council = ${council} and r.seq = a.seq and r.seq < ${seq}`.execute(tx)
      await sql`update attempts set note = null
        where council = ${council} and (subject = any (${people}::uuid[])
          or told_of = any (${people}::uuid[]))`.execute(tx)
    }
  },
}

/** First where members stand, then whether somebody at risk is left without an answer. */
function then(first: Apply, second: Apply): Apply {
  return async (tx, events) => {
    await first(tx, events)
    await second(tx, events)
  }
}
