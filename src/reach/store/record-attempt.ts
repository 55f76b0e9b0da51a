// What the decision about an attempt needs to know. Locks the member, so that two do not race.
import { sql } from 'kysely'
import { isWithDesk } from '../../concerns/index.ts'
import type { Apart, Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { londonDate } from '../../kernel/london.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { Risk } from '../domain/left-alone.ts'
import { meanings } from '../domain/outcomes.ts'
import type { AttemptState, RecordAttempt } from '../domain/record-attempt.ts'
import type { Works } from '../domain/what-works.ts'
import { worksWhere } from './cohort.ts'
import { lastsHoursOf } from './lasts-hours.ts'

export const loadAttempt: Load<RecordAttempt, AttemptState> = async (tx, input, context) => {
  const { actor, now } = context
  const { council } = actor
  // Both leave together. The second is asked once the first has its lock, so it sees what the
  // one before did.
  const [found, known] = await Promise.all([
    lockMember(tx, council, input.member),
    knownOf(tx, { council, now }, input),
  ])
  if (!found) return refuse('not-found')
  if (known?.isRecorded) return refuse('already-done')
  if (input.contactPoint !== null && !known?.isTheirs) return refuse('not-found')
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
    person: known?.person ?? null,
    flags: known?.flags ?? [],
    phones: known?.phones ?? [],
    works: known?.works ?? undefined,
    risk: known && { ...known.risk, today: londonDate(now) },
  }
  return { state, place }
}

/** Records that were joined meanwhile are of one person: then each attempt is recorded alone. */
export const ofOnePerson: Apart<RecordAttempt, AttemptState> = {
  of: ({ subject }) => [subject],
  async still(tx, council, states) {
    const subjects = states.map(({ subject }) => subject)
    const found = await sql<{ isStill: boolean }>`
      select count(distinct root) = count(*) as "isStill" from people
      where council = ${council} and id = any (${subjects}::uuid[])`.execute(tx)
    return found.rows[0]?.isStill ?? false
  },
}

function lockMember(tx: Tx, council: string, member: Id) {
  return tx
    .selectFrom('members as m')
    .innerJoin('campaigns as c', join =>
      join.onRef('c.council', '=', 'm.council').onRef('c.id', '=', 'm.campaign'),
    )
    .select(['m.campaign', 'm.round', 'm.subject', 'm.place', 'm.state', 'm.reason'])
    .select(['m.until', 'm.attempts', 'c.pack', 'c.pack_version'])
    .select(['m.promised_at', 'm.next_step', 'm.next_at', 'c.lasts_hours'])
    .where('m.council', '=', council)
    .where('m.id', '=', member)
    .forUpdate('m')
    .executeTakeFirst()
}

type Known = {
  /** The same attempt by another command, such as a page that was opened twice. */
  readonly isRecorded: boolean
  /** What a call teaches about a number is kept at that number, so it must be of this person. */
  readonly isTheirs: boolean
  readonly person: Id | null
  readonly flags: readonly string[] | null
  readonly phones: readonly Id[]
  readonly works: Works | null
  readonly risk: Omit<Risk, 'today'>
}

async function knownOf(
  tx: Tx,
  { council, now }: { readonly council: string; readonly now: number },
  { member, attempt, contactPoint }: RecordAttempt,
): Promise<Known | undefined> {
  const found = await sql<Known>`
    select exists (select from attempts where council = m.council and id = ${attempt})
        as "isRecorded",
      exists (select from contact_points k where k.council = m.council
        and k.id = ${contactPoint}::uuid and k.person = p.root) as "isTheirs",
      p.id as person, p.flags,
      array(select k.id from contact_points k where k.council = m.council and k.person = p.root
        and k.kind in ('mobile', 'landline') and k.state in ('untested', 'works')) as phones,
      ${worksWhere('m', new Date(now))} as works,
      ${riskOf} as risk
    from members m
    left join people p on p.council = m.council and p.id = m.subject and m.kind = 'person'
    where m.council = ${council} and m.id = ${member}`.execute(tx)
  return found.rows[0]
}

const settling = Object.entries(meanings)
  .filter(([, { bucket }]) => bucket === 'reached' || bucket === 'excused')
  .map(([outcome]) => outcome)

/** Of the person, on whichever of their records it was said. */
const riskOf = sql`json_build_object(
  'born', p.born::text,
  'isHandled', ${isWithDesk('p')},
  'marks', coalesce((select json_agg(distinct mark) from people q
    join list_entries e on e.council = q.council and e.person = q.id
    cross join lateral jsonb_array_elements_text(e.loaded_facts->'marks') as said (mark)
    where q.council = p.council and q.root = p.root and e.state = 'loaded'
      and e.dropped_by is null), '[]'),
  'since', coalesce((select json_agg(a.outcome) from people q
    join attempts a on a.council = q.council and a.subject = q.id
    where q.council = p.council and q.root = p.root and a.round = m.round and a.is_attempt
      and a.seq > greatest(
        (select coalesce(max(k.ended_seq), 0) from concerns k
          join people z on z.council = k.council and z.id = k.person
          where k.council = p.council and z.root = p.root),
        (select coalesce(max(b.seq), 0) from attempts b
          join people z on z.council = b.council and z.id = b.subject
          where b.council = p.council and z.root = p.root and b.is_attempt and not b.is_doubted
            and b.outcome = any (${settling}::text[])))), '[]'))`
