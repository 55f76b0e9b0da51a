// Are these two one person? The facts side by side and three answers that are equally right.
import { recordRead, scopeOf } from '../../access/index.ts'
import { type Id, isId, newId } from '../../kernel/ids.ts'
import { addScript, addStyle } from '../../pages/assets.ts'
import { format } from '../../pages/format.ts'
import { ErrorSummary } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { fill, useLang } from '../../pages/strings/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'

import type { ReviewReason } from '../domain/terms.ts'
import { type ReadPair, readPair } from '../store/read-pair.ts'
import { type Batch, batchOf, holdReview } from '../store/review-queue.ts'
import { findReview, type Review } from '../store/reviews.ts'
import { lastContacts } from './last-contact.ts'
import { BatchLine } from './review-batch.tsx'
import { agreeWords, FactTable, Guards, shownFacts } from './review-facts.tsx'
import { Answers, IfJoined, Looks, nothingTyped, type Typed, WhyBox } from './review-rail.tsx'
import { reviewStrings } from './review-strings.ts'
import { ReviewTaken } from './review-taken.tsx'

const script = addScript('review-keys.js', 'src/people/pages/review-keys.ts')
const style = addStyle('review.css', 'src/people/pages/review.css')

export function showReview(c: Ctx) {
  return reviewPage(c, { typed: nothingTyped, isWrong: false })
}

type Given = { readonly typed: Typed; readonly isWrong: boolean }

/** The pair, or with what was typed when an answer needs a reason. */
export async function reviewPage(c: Ctx, given: Given) {
  const id = c.req.param('id') ?? ''
  const seen = isId(id) ? await openPair(c, id) : undefined
  if (!seen) return notFoundPage(c)
  const context = await pageContext(c, '/reviews')
  if (seen.takenUntil) {
    return c.html(<ReviewTaken context={context} until={seen.takenUntil} now={seen.now} />, 409)
  }
  const last = { last: c.req.query('last'), said: c.req.query('said') }
  return c.html(
    <Whole context={context} {...seen} {...given} {...last} />,
    given.isWrong ? 422 : 200,
  )
}

/** Whoever opens a pair that waits holds it, so that two never judge the same one. */
function openPair(c: Ctx, id: Id) {
  return reading(c, 'people.merge', async (tx, scope, now) => {
    const user = c.var.actor.id
    const review = await findReview(tx, scope, id)
    const pair = review && (await readPair(tx, scope, twoOf(review)))
    if (!review || !pair) return undefined
    const isOpen = review.state === 'open'
    const takenUntil = isOpen
      ? await holdReview(tx, scope.council, { review: id, now, user })
      : undefined
    const people = [pair.one.person, pair.other.person, ...pair.mates]
    const subjects = people.map(one => one.id)
    if (!takenUntil) {
      await recordRead(tx, scope, { what: 'open', route: '/reviews/:id', subjects, at: now })
    }
    const { node, actor } = c.var
    const tried = await lastContacts({
      tx,
      scopeFor: permission => scopeOf(node.registry.permissions, actor, { permission, now }),
      people: [pair.one.person.id, pair.other.person.id],
    })
    return { review, pair, tried, takenUntil, now, batch: await batchOf(tx, scope, { now, user }) }
  })
}

/** Of a pair that was joined the two records are shown as they are underneath. */
function twoOf({ roots, persons }: Review): readonly Id[] {
  return roots.length > 1 ? roots : persons
}

type Props = Given & {
  readonly context: PageContext
  readonly review: Review
  readonly pair: ReadPair
  readonly tried: ReadonlyMap<Id, Date>
  readonly batch: Batch
  readonly last: string | undefined
  readonly said: string | undefined
}

function Whole(props: Props) {
  const { context, review, pair, typed, isWrong, batch, last, said } = props
  const t = reviewStrings(context.lang)
  const words = format(context.lang)
  const keys = [
    { keys: ['S'], does: t.same },
    { keys: ['D'], does: t.different },
    { keys: ['N'], does: t.later },
    { keys: ['U'], does: t.keyUndo },
    { keys: ['1', '2', '3'], does: t.keyBecause },
  ]
  const errors = [{ text: t.reasonNeeded, href: '#note' }]
  const isOpen = review.state === 'open'
  return (
    <Page
      context={context}
      title={t.reviews}
      keys={keys}
      scripts={[script]}
      styles={[style]}
      hasErrors={isWrong}
    >
      <BatchLine batch={batch} last={last} said={said} />
      {isWrong && <ErrorSummary errorList={errors} />}
      <h1 class="ds-h1 ds-headline" id="pair" tabindex={-1}>
        <span class="ds-headline__first">
          {t.isAlso(pair.other.person.name, pair.one.person.name)}
        </span>
        <span class="ds-headline__rest">{agreeWords(context.lang, pair, shownFacts(pair))}</span>
      </h1>
      <form class="ds-read" method="post" action={`/reviews/${review.id}`} data-keys="review">
        <input type="hidden" name="command" value={newId()} />
        <div>
          <Why review={review} apartSince={pair.apartSince} />
          <Guards {...pair} />
          <FactTable pair={pair} words={words} tried={props.tried} />
        </div>
        <div class="ds-rail">
          <Looks {...pair} />
          <IfJoined pair={pair} typed={typed} />
          {isOpen && <WhyBox pair={pair} typed={typed} isWrong={isWrong} />}
          {isOpen && <Answers pair={pair} />}
          {review.state !== 'open' && <p>{t.decided[review.state]}</p>}
        </div>
      </form>
    </Page>
  )
}

/** Which facts raised the doubt, and what whoever asked said about it. */
function Why({ review, apartSince }: { review: Review; apartSince: Date | null }) {
  const lang = useLang()
  const t = reviewStrings(lang)
  const why = t.reasons[review.reason as ReviewReason] ?? review.reason
  return (
    <p class="ds-review__why">
      {fill(t.askedBecause, { why: <b>{why}</b> })}
      {review.note && <q class="ds-under">{review.note}</q>}
      {apartSince && review.state === 'open' && (
        <span class="ds-under">{t.apartBefore(format(lang).shortDate(apartSince))}</span>
      )}
    </p>
  )
}
