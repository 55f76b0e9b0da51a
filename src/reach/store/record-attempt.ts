// What the decision about an attempt needs to know. Locks the member, so that two do not race.
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { AttemptState, RecordAttempt } from '../domain/record-attempt.ts'
import { lastsHoursOf } from './lasts-hours.ts'

export const loadAttempt: Load<RecordAttempt, AttemptState> = async (tx, input, { actor }) => {
  const { council } = actor
  const { member, attempt, contactPoint } = input
  const found = await tx
    .selectFrom('members as m')
    .innerJoin('campaigns as c', join =>
      join.onRef('c.council', '=', 'm.council').onRef('c.id', '=', 'm.campaign'),
    )
    .select(['m.campaign', 'm.round', 'm.kind', 'm.subject', 'm.place', 'm.state', 'm.reason'])
    .select(['m.until', 'm.attempts', 'c.pack', 'c.pack_version'])
    .select(['m.promised_at', 'm.next_step', 'm.next_at', 'c.lasts_hours'])
    .select(sentBefore(council, attempt).as('isRecorded'))
    .where('m.council', '=', council)
    .where('m.id', '=', member)
    .forUpdate('m')
    .executeTakeFirst()
  if (!found) return refuse('not-found')
  if (found.isRecorded) return refuse('already-done')
  const person = found.kind === 'person' ? await personOf(tx, council, found.subject) : null
  const asked = { contactPoint, subject: found.subject }
  const isKnown = contactPoint === null || person?.phones.includes(contactPoint)
  if (!isKnown && !(await isTheirs(tx, council, asked))) return refuse('not-found')
  const { campaign, round, subject, place, attempts, pack, pack_version } = found
  const standing = {
    state: found.state as AttemptState['standing']['state'],
    reason: found.reason as AttemptState['standing']['reason'],
    until: found.until?.getTime() ?? null,
  }
  const state = {
    campaign,
    round,
    subject,
    place,
    attempts,
    pack,
    packVersion: pack_version,
    lastsHours: lastsHoursOf(found),
    standing,
    promisedAt: found.promised_at?.getTime() ?? null,
    next: {
      step: found.next_step as AttemptState['next']['step'],
      at: found.next_at?.getTime() ?? null,
    },
    person: person ? subject : null,
    flags: person?.flags ?? [],
    phones: person?.phones ?? [],
  }
  return { state, place }
}

/** The same attempt by another command, such as a page that was opened twice. */
function sentBefore(council: string, attempt: Id) {
  return sql<boolean>`exists (select from attempts
    where council = ${council} and id = ${attempt})`
}

/** What a call teaches about a number is kept at that number, so it must be of this person. */
async function isTheirs(
  tx: Tx,
  council: string,
  { contactPoint, subject }: { contactPoint: Id | null; subject: Id },
): Promise<boolean> {
  const row = await tx
    .selectFrom('contact_points as k')
    .innerJoin('people as p', join =>
      join.onRef('p.council', '=', 'k.council').onRef('p.root', '=', 'k.person'),
    )
    .select('k.id')
    .where('k.council', '=', council)
    .where('k.id', '=', contactPoint)
    .where('p.id', '=', subject)
    .executeTakeFirst()
  return row !== undefined
}

async function personOf(tx: Tx, council: string, person: string) {
  const row = await tx
    .selectFrom('people')
    .select(['flags', 'root'])
    .where('council', '=', council)
    .where('id', '=', person)
    .executeTakeFirst()
  const phones = await tx
    .selectFrom('contact_points')
    .select('id')
    .where('council', '=', council)
    .where('person', '=', row?.root ?? person)
    .where('kind', 'in', ['mobile', 'landline'])
    .where('state', 'in', ['untested', 'works'])
    .execute()
  return row && { flags: row.flags, phones: phones.map(phone => phone.id) }
}
