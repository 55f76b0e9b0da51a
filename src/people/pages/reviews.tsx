// Which pairs wait for a person to judge?
import { recordRead } from '../../access/index.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import type { ReviewReason } from '../domain/terms.ts'
import { type Review, waitingReviews } from '../store/reviews.ts'
import { peopleStrings } from './strings.ts'

export async function showReviews(c: Ctx) {
  const reviews = await reading(c, 'people.merge', async (tx, scope, now) => {
    const waiting = await waitingReviews(tx, scope)
    const subjects = [...new Set(waiting.flatMap(one => one.persons))]
    await recordRead(tx, scope, { what: 'list', route: '/reviews', subjects, at: now })
    return waiting
  })
  const context = await pageContext(c, '/reviews')
  const t = peopleStrings(context.lang)
  const shown = format(context.lang).number(reviews.length)
  return c.html(
    <Page context={context} title={t.reviews}>
      <h1 class="ds-h1">
        {reviews.length === 0 ? t.reviewsNone : t.reviewsHeadline(reviews.length, shown)}
      </h1>
      <p>{t.reviewsBody}</p>
      {reviews.length > 0 && <Waiting reviews={reviews} />}
      {reviews.length > 0 && <TakeLinks at={takeAddress(c, 'people.take')} />}
    </Page>,
  )
}

function Waiting({ reviews }: { reviews: readonly Review[] }) {
  const lang = useLang()
  const t = peopleStrings(lang)
  return (
    <table class="ds-table">
      <caption class="ds-hide">{t.reviewsCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.pair}</th>
          <th scope="col">{t.why}</th>
          <th scope="col" class="ds-wide">
            {t.since}
          </th>
        </tr>
      </thead>
      <tbody>
        {reviews.map(review => (
          <tr>
            <th scope="row">
              <a href={`/reviews/${review.id}`}>{review.names.join(' / ')}</a>
            </th>
            <td>
              {t.reasons[review.reason as ReviewReason]}
              {review.isPutOff && <span class="ds-under">{t.putOff}</span>}
            </td>
            <td class="ds-wide">{format(lang).row(review.openedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
