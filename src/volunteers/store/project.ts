// Event in, rows changed: the register of volunteers.
import { sql } from 'kysely'
import type { Apply } from '../../events/index.ts'
import type { volunteerAdded, volunteerRests } from '../domain/events.ts'
import { eraseVolunteers } from './erase-volunteers.ts'
import { projectChanges } from './project-changes.ts'
import { addToldChecks, projectChecks } from './project-checks.ts'
import { projectRecruiting } from './recruiting.ts'

export const project: Readonly<Record<string, Apply>> = {
  async 'volunteers.VolunteerAdded'(tx, events: readonly (typeof volunteerAdded.recorded)[]) {
    const rows = events.map(({ council, place, body, words, recordedAt }) => ({
      council,
      id: body.volunteer,
      place: place ?? '',
      user_id: body.user,
      name: words?.name ?? null,
      phone: words?.phone ?? null,
      skills: [...body.skills],
      languages: [...body.languages],
      transport: [...body.transport],
      jobs_max: body.jobsMax,
      kept_from: [...body.keptFrom],
      added_at: recordedAt,
    }))
    await tx.insertInto('volunteers').values(rows).execute()
    await addToldChecks(tx, events)
  },
  async 'volunteers.VolunteerRests'(tx, events: readonly (typeof volunteerRests.recorded)[]) {
    for (const { council, body } of events) {
      const until = body.until === null ? null : new Date(body.until)
      await sql`update volunteers set rests_until = ${until}
        where council = ${council} and id = ${body.volunteer}`.execute(tx)
    }
  },
  'volunteers.VolunteerErased': eraseVolunteers,
  ...projectChecks,
  ...projectChanges,
  ...projectRecruiting,
}
