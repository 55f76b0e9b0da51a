// Event in, rows changed: people, contact points, flags, merges, reviews and erasure.
import { sql } from 'kysely'
import type { Apply } from '../../events/index.ts'
import type {
  contactPointChanged,
  flagLowered,
  flagRaised,
  peopleMerged,
  peopleUnmerged,
} from '../domain/events.ts'
import { addFlags, addPeople } from './add-people.ts'
import { correctPeople } from './correct-people.ts'
import { setWords } from './doorstep-words.ts'
import { erasePeople } from './erase-people.ts'
import { projectApart } from './kept-apart.ts'
import { merge, sumFlags, unmerge } from './merge-people.ts'
import { moveContactPoints } from './move-contact-points.ts'
import { projectReviews } from './project-reviews.ts'
import { projectStrays } from './strays.ts'

export const project: Readonly<Record<string, Apply>> = {
  'people.PersonAdded': addPeople,
  'people.PersonCorrected': correctPeople,
  async 'people.FlagRaised'(tx, events: readonly (typeof flagRaised.recorded)[]) {
    const council = events[0]?.council ?? ''
    const rows = events.map(({ body, words, actor, recordedAt }) => ({
      person: body.person,
      flag: body.flag,
      source: body.source,
      raised_by: actor,
      raised_at: recordedAt,
      note: words?.note ?? null,
    }))
    await addFlags(tx, council, rows)
    await sumFlags(
      tx,
      council,
      rows.map(row => row.person),
    )
  },
  async 'people.FlagLowered'(tx, events: readonly (typeof flagLowered.recorded)[]) {
    for (const { council, body } of events) {
      await sql`delete from person_flags f using people p, people q
        where p.council = ${council} and p.id = ${body.person}
          and q.council = ${council} and q.root = p.root
          and f.council = ${council} and f.person = q.id and f.flag = ${body.flag}`.execute(tx)
      await sumFlags(tx, council, [body.person])
    }
  },
  async 'people.ContactPointChanged'(tx, events: readonly (typeof contactPointChanged.recorded)[]) {
    const council = events[0]?.council ?? ''
    const rows = events.map(({ body }) => ({
      id: body.contactPoint,
      state: body.state,
      worked: body.workedAt ? new Date(body.workedAt) : null,
    }))
    const last = [...new Map(rows.map(row => [row.id, row])).values()]
    const worked = rows.filter(row => row.worked !== null)
    // The ids once more by themselves: so the planner knows how few they are.
    const ids = last.map(row => row.id)
    await sql`update contact_points c set state = r.state
      from jsonb_to_recordset(${JSON.stringify(last)}::jsonb) as r (id uuid, state text)
      where c.council = ${council} and c.id = any (${ids}::uuid[]) and c.id = r.id`.execute(tx)
    if (worked.length === 0) return
    await sql`update contact_points c set last_worked_at = greatest(c.last_worked_at, r.worked)
      from (select id, max(worked) as worked
        from jsonb_to_recordset(${JSON.stringify(worked)}::jsonb) as r (id uuid, worked timestamptz)
        group by id) r
      where c.council = ${council} and c.id = any (${ids}::uuid[]) and c.id = r.id`.execute(tx)
  },
  async 'people.PeopleMerged'(tx, events: readonly (typeof peopleMerged.recorded)[]) {
    for (const { council, body, recordedAt } of events) {
      await merge(tx, council, { ...body, at: recordedAt })
    }
  },
  async 'people.PeopleUnmerged'(tx, events: readonly (typeof peopleUnmerged.recorded)[]) {
    for (const { council, body } of events) await unmerge(tx, council, body)
  },
  'people.ContactPointMoved': moveContactPoints,
  'people.DoorstepWordSet': setWords,
  'people.Erased': erasePeople,
  ...projectReviews,
  ...projectApart,
  ...projectStrays,
}
