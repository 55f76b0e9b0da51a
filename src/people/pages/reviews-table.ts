// The pairs that wait for a person to judge, as a table that may be taken.
import { type ListAsked, type ListTable, onePage } from '../../files-out/index.ts'
import { format } from '../../pages/format.ts'
import type { ReviewReason } from '../domain/terms.ts'
import { waitingReviews } from '../store/reviews.ts'
import { peopleStrings } from './strings.ts'

export async function reviewsTable({ tx, scope, now, lang }: ListAsked): Promise<ListTable> {
  const t = peopleStrings(lang)
  const reviews = await waitingReviews(tx, scope)
  const rows = reviews.map(one => ({
    cells: [one.names.join(' / '), t.reasons[one.reason as ReviewReason], one.openedAt],
    people: one.persons,
  }))
  const shown = format(lang).number(reviews.length)
  return {
    name: 'doubtful-matches',
    title: t.reviews,
    filter: reviews.length === 0 ? t.reviewsNone : t.reviewsHeadline(reviews.length, shown),
    asAt: now,
    columns: [
      { name: t.pair, kind: 'text' },
      { name: t.why, kind: 'text' },
      { name: t.since, kind: 'moment' },
    ],
    people: new Set(reviews.flatMap(one => one.persons)).size,
    rows: () => onePage(rows),
  }
}
