// Somebody else judges this pair now: until when, and the way to another one.
import { format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { reviewStrings } from './review-strings.ts'

type Props = { readonly context: PageContext; readonly until: Date; readonly now: number }

export function ReviewTaken({ context, until, now }: Props) {
  const t = reviewStrings(context.lang)
  return (
    <Page context={context} title={t.reviews}>
      <h1 class="ds-h1">{t.taken}</h1>
      <p>{t.takenBody(format(context.lang).near(until, new Date(now)))}</p>
      <p>
        <a class="ds-button" href="/reviews/next">
          {t.next}
        </a>
      </p>
    </Page>
  )
}
