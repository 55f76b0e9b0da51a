// What changed about a volunteer: what they can do and when, stood down or not, whom not to meet.
import { sql } from 'kysely'
import type { Apply } from '../../events/index.ts'
import type { keptFromChanged, stoodDown, stoodUp, volunteerChanged } from '../domain/events.ts'

export const projectChanges: Readonly<Record<string, Apply>> = {
  async 'volunteers.VolunteerChanged'(tx, events: readonly (typeof volunteerChanged.recorded)[]) {
    for (const { council, body, words } of events) {
      const { name = null, phone = null } = words ?? {}
      await sql`update volunteers set name = ${name}, phone = ${phone},
          skills = ${[...body.skills]}, languages = ${[...body.languages]},
          transport = ${[...body.transport]}, jobs_max = ${body.jobsMax},
          jobs_a_week = ${body.jobsAWeek}, hours = ${JSON.stringify(body.hours)}::jsonb,
          away_from = ${body.awayFrom}, away_until = ${body.awayUntil},
          streets = ${[...body.streets]}
        where council = ${council} and id = ${body.volunteer}`.execute(tx)
    }
  },
  async 'volunteers.StoodDown'(tx, events: readonly (typeof stoodDown.recorded)[]) {
    for (const { council, body, recordedAt, actor } of events) {
      const until = body.until === null ? null : new Date(body.until)
      await sql`update volunteers set stood_down_at = ${recordedAt}, stood_down_by = ${actor},
          stood_down_until = ${until}, stood_down_why = ${body.why}
        where council = ${council} and id = ${body.volunteer}`.execute(tx)
    }
  },
  async 'volunteers.StoodUp'(tx, events: readonly (typeof stoodUp.recorded)[]) {
    for (const { council, body } of events) {
      await sql`update volunteers set stood_down_at = null, stood_down_by = null,
          stood_down_until = null, stood_down_why = null
        where council = ${council} and id = ${body.volunteer}`.execute(tx)
    }
  },
  async 'volunteers.KeptFromChanged'(tx, events: readonly (typeof keptFromChanged.recorded)[]) {
    for (const { council, body } of events) {
      const { volunteer, person, isKept } = body
      const without = sql`array_remove(kept_from, ${person}::uuid)`
      await sql`update volunteers
        set kept_from = ${isKept ? sql`${without} || ${person}::uuid` : without}
        where council = ${council} and id = ${volunteer}`.execute(tx)
    }
  },
}
