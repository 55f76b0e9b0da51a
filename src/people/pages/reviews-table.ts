// The pairs that wait for a person to judge, as a table that may be taken.
import { type ListAsked, type ListTable, wholeTable } from '../../files-out/index.ts'
import { format } from '../../pages/format.ts'
import type { ReviewReason } from '../domain/terms.ts'
import { waitingReviews } from '../store/reviews.ts'
import { reviewStrings } from './review-strings.ts'

export async function reviewsTable({ tx, scope, now, lang }: ListAsked): Promise<ListTable> {
  const t = reviewStrings(lang)
  const reviews = await waitingReviews(tx, scope)
  const shown = format(lang).number(reviews.length)
  return wholeTable({
    name: 'doubtful-matches',
    title: t.reviews,
    filter: reviews.length === 0 ? t.none : t.headline(reviews.length, shown),
    asAt: now,
    columns: [
      [t.pair, 'text'],
      [t.why, 'text'],
      [t.since, 'moment'],
    ],
    rows: reviews.map(one => ({
      cells: [one.names.join(' / '), t.reasons[one.reason as ReviewReason], one.openedAt],
      people: one.persons,
    })),
  })
}
