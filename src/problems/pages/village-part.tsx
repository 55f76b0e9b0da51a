// What is wrong in this village, who has it, and what was answered? On the village's own page.
import { format } from '../../pages/format.ts'
import type { Lang } from '../../pages/strings/index.ts'
import type { VillageAsk } from '../../picture/index.ts'
import { type Problem, problemsOf } from '../store/queries.ts'
import { isLate } from './problems.tsx'
import { problemStrings } from './strings.ts'

/** So many stand on the page; all are behind the link. */
const shownMax = 5

export async function problemsHere({ tx, scopeFor, village, now, lang }: VillageAsk) {
  const found = await problemsOf(tx, scopeFor('problems.tell'), village)
  const live = found.filter(one => one.endedAt === null)
  if (live.length === 0) return undefined
  const t = problemStrings(lang)
  const open = live.filter(one => one.answeredAt === null).length
  return (
    <section class="ds-section" aria-labelledby="h-problems">
      <div class="ds-section__head">
        <h2 class="ds-h2" id="h-problems">
          {open === 0 ? t.none : t.headline(open, format(lang).number(open))}
        </h2>
      </div>
      <ul class="ds-asked">
        {live.slice(0, shownMax).map(one => (
          <OneProblem {...{ one, now, lang }} />
        ))}
      </ul>
      <p>
        <a href={`/problems?place=${village}`}>{t.all(live.length)}</a>
      </p>
    </section>
  )
}

type Shown = { readonly one: Problem; readonly now: number; readonly lang: Lang }

function OneProblem({ one, now, lang }: Shown) {
  const t = problemStrings(lang)
  const { number } = format(lang)
  return (
    <li>
      <div>
        <State {...{ one, now, lang }} />
      </div>
      <div>
        <p>
          <a href={`/problems/${one.id}`}>
            <b>{one.words ?? t.noWords}</b>
          </a>{' '}
          {one.answeredAt && `“${one.answer ?? t.noWords}”`}
        </p>
        <p class="ds-small ds-quiet">
          {t.kinds[one.kind]}, {t.toldTimes(one.told, number(one.told))}.{' '}
          {one.ownerName ? t.has(one.ownerName) : t.nobodyHas}
        </p>
      </div>
    </li>
  )
}

function State({ one, now, lang }: Shown) {
  const t = problemStrings(lang)
  const { near } = format(lang)
  if (one.answeredAt) {
    return (
      <span class="ds-status ds-status--done">
        {t.answered(one.answeredByName ?? '', near(one.answeredAt, now))}
      </span>
    )
  }
  const due = near(one.dueAt, now)
  return (
    <span class="ds-status">
      <b>{one.ownerName ? t.mustAnswer(due) : t.mustTake(due)}</b>
      {isLate(one, now) && <b class="ds-status--attention">{t.isLate}</b>}
    </span>
  )
}
