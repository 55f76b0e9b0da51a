// An attempt moves its member; the attempt itself is kept, however late it came.
import { sql } from 'kysely'
import type { Tx } from '../../store/open.ts'
import type { attemptRecorded } from '../domain/events.ts'
import { keepState, timeOf } from './project-members.ts'

type Attempts = readonly (typeof attemptRecorded.recorded)[]

export async function projectAttempts(tx: Tx, events: Attempts): Promise<void> {
  await keepAttempts(tx, events)
  for (const event of events) await moveMember(tx, event)
}

async function keepAttempts(tx: Tx, events: Attempts): Promise<void> {
  const rows = events.map(({ council, subjects, body, words, actor, happenedAt, recordedAt }) => ({
    council,
    id: body.attempt,
    campaign: body.campaign,
    round: body.round,
    member: body.member,
    subject: subjects[0] ?? body.member,
    channel: body.channel,
    contact_point: body.contactPoint,
    outcome: body.outcome,
    is_attempt: body.isAttempt,
    was_stopped: body.wasStopped,
    needs: body.needs,
    by_user: actor,
    happened_at: happenedAt,
    recorded_at: recordedAt,
    note: words?.note ?? null,
  }))
  await tx.insertInto('attempts').values(rows).execute()
}

async function moveMember(tx: Tx, event: Attempts[number]): Promise<void> {
  const { council, seq, body, happenedAt, recordedAt } = event
  const tries = body.isAttempt ? 1 : 0
  const firstReached = body.state === 'reached' ? happenedAt : null
  await sql`update members set state = ${body.state}, reason = ${body.reason},
      until = ${timeOf(body.until)}, next_step = ${body.next.step},
      next_at = ${timeOf(body.next.at)}, promised_at = ${timeOf(body.promisedAt)},
      attempts = attempts + ${tries}, asked = asked or ${body.asked},
      needs = needs + ${body.needs},
      first_tried_at = case when ${body.isAttempt}
        then least(first_tried_at, ${happenedAt}) else first_tried_at end,
      reached_at = coalesce(reached_at, ${firstReached}),
      last_tried_at = case when ${body.isAttempt}
        then greatest(last_tried_at, ${happenedAt}) else last_tried_at end
    where council = ${council} and id = ${body.member}`.execute(tx)
  await sql`delete from holds where council = ${council} and member = ${body.member}`.execute(tx)
  if (body.isAttempt) await keepState(tx, { council, member: body.member, seq, recordedAt })
}
