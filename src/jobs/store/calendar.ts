// Whose calendar is behind this address, and which jobs are in it? No name, no street, no person.
import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Apply, Load } from '../../events/index.ts'
import { dayMs, minuteMs } from '../../kernel/clock.ts'
import { type Id, idFrom } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { volunteerOfUser } from '../../volunteers/index.ts'
import type { calendarEnded, calendarMade } from '../domain/events.ts'
import { getJobKind } from '../domain/kinds.ts'
import type { OwnCalendar } from '../domain/own-calendar.ts'
import type { Entry } from '../domain/write-calendar.ts'

const secretOctets = 32

/** Told once; only its hash is kept. */
export function newSecret(): { readonly secret: string; readonly hash: string } {
  const secret = randomBytes(secretOctets).toString('base64url')
  return { secret, hash: hashOf(secret) }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

export const loadOwnCalendar: Load<object, OwnCalendar> = async (tx, _input, { actor, now }) => {
  const { council } = actor
  const own = await volunteerOfUser(tx, council, { user: actor.id, now })
  const made = own && (await calendarMadeAt(tx, council, own.id))
  const place = own?.place ?? null
  return { state: { volunteer: own?.id, place, isMade: made !== undefined }, place }
}

export async function calendarMadeAt(
  tx: Tx,
  council: string,
  volunteer: Id,
): Promise<Date | undefined> {
  const found = await sql<{ at: Date }>`select made_at as at from job_calendars
    where council = ${council} and volunteer = ${volunteer}`.execute(tx)
  return found.rows[0]?.at
}

/** Nobody, once they were erased or may no longer sign in. */
export async function calendarOwner(
  tx: Tx,
  council: string,
  secret: string,
): Promise<Id | undefined> {
  const found = await sql<{ volunteer: Id }>`select c.volunteer from job_calendars c
    join volunteers v on v.council = c.council and v.id = c.volunteer and v.erased_at is null
    join users u on u.council = v.council and u.id = v.user_id and u.disabled_at is null
    where c.council = ${council} and c.hash = ${hashOf(secret)}`.execute(tx)
  return found.rows[0]?.volunteer
}

type Row = {
  readonly job: Id
  readonly kind: string
  readonly village: string | null
  readonly startAt: Date | null
  readonly dueAt: Date
  readonly isHeld: boolean
  readonly changes: number
  readonly changedAt: Date
}

const entriesMax = 500
const shownMs = 30 * dayMs

type Asked = { readonly volunteer: Id; readonly now: number }

/** What they said yes to: what is not theirs any more is cancelled, not left out. */
export async function calendarEntries(
  tx: Tx,
  council: string,
  { volunteer, now }: Asked,
): Promise<readonly Entry[]> {
  const found = await sql<Row>`select j.id as job, j.kind, v.name as village,
      j.start_at as "startAt", j.due_at as "dueAt", s.changes, s.at as "changedAt",
      coalesce(${volunteer}::uuid in (j.volunteer, j.second), false)
        and (j.state in ('under-way', 'done', 'failed')
          or (j.state in ('offered', 'claimed') and j.claim_until > ${new Date(now)})) as "isHeld"
    from jobs j
    join lateral (select count(*)::int as changes, max(x.at) as at from job_steps x
      where x.council = j.council and x.job = j.id) s on true
    left join places p on p.council = j.council and p.id = j.place
    left join places v on v.council = p.council and v.id = any (p.path) and v.kind = 'village'
    where j.council = ${council} and j.due_at > ${new Date(now - shownMs)}
      and exists (select from job_steps y where y.council = j.council and y.job = j.id
        and ${volunteer}::uuid in (y.volunteer, y.second))
    order by j.due_at, j.id limit ${entriesMax}`.execute(tx)
  return found.rows.map(row => entryOf(row, volunteer))
}

function entryOf(row: Row, volunteer: Id): Entry {
  const { label, minutes } = getJobKind(row.kind)
  const until = row.dueAt
  const from = row.startAt ?? new Date(until.getTime() - minutes * minuteMs)
  return {
    uid: idFrom('calendar', row.job, volunteer),
    sequence: row.changes,
    changedAt: row.changedAt,
    ...{ from, until, summary: [label, row.village].filter(Boolean).join(', ') },
    isCancelled: !row.isHeld,
  }
}

export const projectCalendars: Readonly<Record<string, Apply>> = {
  async 'jobs.CalendarMade'(tx, events: readonly (typeof calendarMade.recorded)[]) {
    for (const { council, body, recordedAt } of events) {
      await sql`insert into job_calendars (council, volunteer, hash, made_at)
        values (${council}, ${body.volunteer}, ${body.hash}, ${recordedAt})
        on conflict (council, volunteer)
        do update set hash = excluded.hash, made_at = excluded.made_at`.execute(tx)
    }
  },
  'jobs.CalendarEnded': endCalendars,
  'volunteers.VolunteerErased': endCalendars,
}

async function endCalendars(
  tx: Tx,
  events: readonly Pick<typeof calendarEnded.recorded, 'council' | 'body'>[],
): Promise<void> {
  for (const { council, body } of events) {
    await sql`delete from job_calendars
      where council = ${council} and volunteer = ${body.volunteer}`.execute(tx)
  }
}
