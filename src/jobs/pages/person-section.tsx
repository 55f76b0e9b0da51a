// What do jobs add to a person's page? Those that are open, the way to make one, and their line.
import { format } from '../../pages/format.ts'
import type { Line, PersonAsk, PersonPart } from '../../people/index.ts'
import { volunteerNames } from '../store/candidates.ts'
import { type Job, jobsFor } from '../store/queries.ts'
import { hasNobody, jobLabel, type Names, stateShown, whoHas } from './labels.ts'
import { jobStrings } from './strings.ts'

type Words = ReturnType<typeof jobStrings>

export async function jobsSection(ask: PersonAsk): Promise<PersonPart> {
  const { tx, person, now, lang } = ask
  const scope = ask.scopeFor('jobs.read')
  if (!scope.everywhere && scope.places.length === 0) return {}
  const t = jobStrings(lang)
  const found = await jobsFor(tx, scope, person)
  const names = await volunteerNames(tx, scope.council, found)
  const open = found.filter(({ endedAt }) => endedAt === null)
  const words = format(lang)
  return {
    main: open.length > 0 && (
      <section class="ds-section">
        <h2 class="ds-h2">{t.sectionTitle}</h2>
        <ul class="ds-done">
          {open.map(job => (
            <li>
              <a href={`/jobs/${job.id}`}>{jobLabel(job.kind)}</a>
              <span>
                {hasNobody(job, now) ? (
                  <b class="ds-status--attention">{stateShown(t, job, now)}</b>
                ) : (
                  whoHas(t, job, names)
                )}
                {`, ${words.near(job.dueAt, now)}`}
              </span>
            </li>
          ))}
        </ul>
      </section>
    ),
    actions: <a href={`/jobs/new?person=${person}`}>{t.newJob}</a>,
    lines: found.map(job => lineOf(t, job, names)),
  }
}

function lineOf(t: Words, job: Job, names: Names): Line {
  const who = whoHas(t, job, names)
  return {
    at: job.endedAt ?? job.offeredAt,
    group: 'jobs',
    icon: job.endedAt ? 'tick' : 'later',
    what: `${jobLabel(job.kind)}: ${t.states[job.state]}`,
    ...(who === '' ? {} : { more: who }),
  }
}
