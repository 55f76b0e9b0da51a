// Which plans are due to be looked at again? Nobody is named in this list.
import { format } from '../../pages/format.ts'
import { dueReviews } from '../store/goals.ts'
import type { GapPart } from './gap-parts.ts'
import { goalsStrings } from './goals-strings.ts'

export const reviewsGap: GapPart = async ({ tx, scope, now, lang }) => {
  const { total, rows } = await dueReviews(tx, scope, now)
  if (total === 0) return undefined
  const t = goalsStrings(lang)
  const { number, day } = format(lang)
  return (
    <section class="ds-section" aria-labelledby="h-reviews">
      <h2 class="ds-h2" id="h-reviews">
        {t.due(total, number(total))}
      </h2>
      <ul class="ds-list">
        {rows.map(({ person, street, reviewOn }) => (
          <li>
            <a href={`/people/${person}/plan`}>
              {street === null ? t.somebody : t.somebodyAt(street)}
            </a>{' '}
            <span class="ds-quiet">{t.since(day(reviewOn))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
