// What the decision about an attempt needs to know. Locks the member, so that two do not race.
import type { Load } from '../../events/index.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { AttemptState, RecordAttempt } from '../domain/record-attempt.ts'

export const loadAttempt: Load<RecordAttempt, AttemptState> = async (tx, { member }, { actor }) => {
  const { council } = actor
  const found = await tx
    .selectFrom('members as m')
    .innerJoin('campaigns as c', join =>
      join.onRef('c.council', '=', 'm.council').onRef('c.id', '=', 'm.campaign'),
    )
    .select(['m.campaign', 'm.round', 'm.kind', 'm.subject', 'm.place', 'm.state', 'm.reason'])
    .select(['m.until', 'm.attempts', 'c.pack', 'c.pack_version'])
    .where('m.council', '=', council)
    .where('m.id', '=', member)
    .forUpdate('m')
    .executeTakeFirst()
  if (!found) return refuse('not-found')
  const person = found.kind === 'person' ? await personOf(tx, council, found.subject) : null
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
    standing,
    person: person ? subject : null,
    flags: person?.flags ?? [],
    phones: person?.phones ?? [],
  }
  return { state, place }
}

async function personOf(tx: Tx, council: string, person: string) {
  const row = await tx
    .selectFrom('people')
    .select('flags')
    .where('council', '=', council)
    .where('id', '=', person)
    .executeTakeFirst()
  const phones = await tx
    .selectFrom('contact_points')
    .select('id')
    .where('council', '=', council)
    .where('person', '=', person)
    .where('kind', 'in', ['mobile', 'landline'])
    .where('state', 'in', ['untested', 'works'])
    .execute()
  return row && { flags: row.flags, phones: phones.map(phone => phone.id) }
}
