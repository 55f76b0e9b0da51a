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
import { waitingStrays } from '../store/strays.ts'
import { partStrings } from './part-strings.ts'
import { reviewStrings } from './review-strings.ts'

export async function showReviews(c: Ctx) {
  const { reviews, strays } = await reading(c, 'people.merge', async (tx, scope, now) => {
    const waiting = await waitingReviews(tx, scope)
    const subjects = [...new Set(waiting.flatMap(one => one.persons))]
    await recordRead(tx, scope, { what: 'list', route: '/reviews', subjects, at: now })
    return { reviews: waiting, strays: (await waitingStrays(tx, scope)).length }
  })
  const context = await pageContext(c, '/reviews')
  const t = reviewStrings(context.lang)
  const last = c.req.query('said') ?? ''
  const said = isSaid(last) ? last : undefined
  const shown = format(context.lang).number(reviews.length)
  return c.html(
    <Page context={context} title={t.reviews}>
      <h1 class="ds-h1">{reviews.length === 0 ? t.none : t.headline(reviews.length, shown)}</h1>
      {said && (
        <p class="ds-next" role="status">
          {`${t.said[said]} ${reviews.length === 0 ? t.judgedOut : ''}`}
        </p>
      )}
      <p>{t.body}</p>
      {reviews.length > 0 && (
        <p class="ds-acts">
          <a class="ds-button" href="/reviews/next">
            {t.start}
          </a>
        </p>
      )}
      <StraysLink strays={strays} />
      {reviews.length > 0 && <p>{t.order}</p>}
      {reviews.length > 0 && <Waiting reviews={reviews} />}
      {reviews.length > 0 && <TakeLinks at={takeAddress(c, 'people.take')} />}
    </Page>,
  )
}

const saids = ['same', 'different', 'later'] as const
const isSaid = (text: string): text is (typeof saids)[number] => saids.includes(text as 'same')

/** Left over from partings: another queue, for the same people to judge. */
function StraysLink({ strays }: { strays: number }) {
  const lang = useLang()
  const t = partStrings(lang)
  if (strays === 0) return null
  return (
    <p class="ds-next">
      <a href="/strays">{t.straysWait(strays, format(lang).number(strays))}</a>
    </p>
  )
}

function Waiting({ reviews }: { reviews: readonly Review[] }) {
  const lang = useLang()
  const t = reviewStrings(lang)
  return (
    <table class="ds-table">
      <caption class="ds-hide">{t.caption}</caption>
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
              {review.isUrgent && <b class="ds-under ds-att">{t.urgent}</b>}
              {review.isPutOff && <span class="ds-under">{t.putOff}</span>}
            </td>
            <td class="ds-wide">{format(lang).row(review.openedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
