// Who is being handled, which jobs nobody has, what did I ask the council? Each with its next act.

import type { ActionGap } from '../../needs/index.ts'
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import { mineWords } from './mine-strings.ts'
import type { MineShown } from './mine-view.tsx'

type Shown = { readonly shown: MineShown }

/** So many stand on the page; the others are behind the link. */
const shownMax = 8

/** That it is in hand, and since when: no more, to protect them. */
export function Worries({ shown }: Shown) {
  const lang = useLang()
  const t = mineWords(lang)
  const { worries, now } = shown
  return (
    <section class="ds-panel" aria-labelledby="h-worries">
      <h2 class="ds-h3" id="h-worries">
        {t.handled(worries.length)}
      </h2>
      <ul class="ds-list">
        {worries.slice(0, shownMax).map(one => (
          <li>
            <a href={`/people/${one.person}`}>{one.name || t.unnamed}</a>
            {one.street && `, ${one.street}`}
            <span class="ds-under ds-quiet">{t.since(format(lang).near(one.since, now))}</span>
          </li>
        ))}
      </ul>
      <p class="ds-small">{t.worryNote}</p>
    </section>
  )
}

type JobsProps = { readonly jobs: readonly ActionGap[]; readonly now: number }

export function Jobs({ jobs, now }: JobsProps) {
  const lang = useLang()
  const t = mineWords(lang)
  return (
    <section class="ds-panel" aria-labelledby="h-jobs">
      <h2 class="ds-h3" id="h-jobs">
        {t.jobs(jobs.length)}
      </h2>
      <ul class="ds-list">
        {jobs.slice(0, shownMax).map(one => (
          <li>
            <a class="ds-act-line" href={`/people/${one.person}/plan`}>
              {one.what}: {one.personName ?? one.street ?? t.unnamed}
            </a>
            <span class="ds-under ds-quiet">
              {t.due(format(lang).near(one.dueAt, now))}{' '}
              {one.isDue && <b class="ds-status--attention">{t.late}</b>}
            </span>
            <a class="ds-under ds-act-line" href={`/escalations/new?person=${one.person}`}>
              {t.askAbout(one.personName ?? t.unnamed)}
            </a>
          </li>
        ))}
      </ul>
      {jobs.length > 0 && (
        <p class="ds-small">
          <a href="/gaps">{t.allJobs}</a>
        </p>
      )}
    </section>
  )
}

/** What I wait for, with its clock, and the ways to ask. */
export function Asked({ shown }: Shown) {
  const lang = useLang()
  const t = mineWords(lang)
  const { asked, forMe, models, now } = shown
  return (
    <section class="ds-panel" aria-labelledby="h-asked">
      <h2 class="ds-h3" id="h-asked">
        {t.asked(asked.length)}
      </h2>
      {forMe > 0 && (
        <p>
          <a href="/escalations">{t.forMe(forMe)}</a>
        </p>
      )}
      <ol class="ds-asked">
        {asked.map(({ question, dueAt, isLate, level }) => (
          <li>
            <div>
              <a href={`/escalations/${question.id}`}>{question.question ?? t.unnamed}</a>
              <p class="ds-small ds-quiet">
                {t.with(question.takenByName ?? level.people[0]?.name ?? t.nobody)}{' '}
                {t.answerBy(format(lang).near(dueAt, now))}{' '}
                {isLate && <b class="ds-status--attention">{t.late}</b>}
              </p>
            </div>
          </li>
        ))}
      </ol>
      <div class="ds-acts">
        {models.map(({ village }) => (
          <a class="ds-button ds-button--second" href={`/escalations/new?place=${village.id}`}>
            {t.askFor(village.name)}
          </a>
        ))}
        <a class="ds-button ds-button--second" href="/find">
          {t.askPerson}
        </a>
      </div>
    </section>
  )
}
