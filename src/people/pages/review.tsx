// Are these two one person? The facts side by side, three answers that are equally right, and undo.
import { recordRead } from '../../access/index.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { addScript } from '../../pages/assets.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { Icon } from '../../pages/sprite.tsx'
import { fill, useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { decideReview, undoReview } from '../domain/reviews.ts'
import type { ReviewReason } from '../domain/terms.ts'
import { contactPointsOf, householdOf, peopleByIds } from '../store/queries.ts'
import { findReview, type Review, waitingReviews } from '../store/reviews.ts'
import { type Compared, FactTable, Guards } from './review-facts.tsx'
import { peopleStrings } from './strings.ts'

const script = addScript('review-keys.js', 'src/people/pages/review-keys.ts')
const answers = ['same', 'different', 'later'] as const
type Answer = (typeof answers)[number]
type Said = Answer | 'undone'

export async function showReview(c: Ctx) {
  const id = c.req.param('id') ?? ''
  const pair = isId(id) ? await readPair(c, id) : undefined
  const [one, other] = pair?.compared ?? []
  if (!pair || !one || !other) return notFoundPage(c)
  const context = await pageContext(c, '/reviews')
  const t = peopleStrings(context.lang)
  const keys = [
    { keys: ['S'], does: t.same },
    { keys: ['D'], does: t.different },
    { keys: ['N'], does: t.later },
    { keys: ['U'], does: t.keyUndo },
  ]
  return c.html(
    <Page context={context} title={t.reviews} keys={keys} scripts={[script]}>
      <LastAnswer last={c.req.query('last')} said={c.req.query('said')} />
      <h1 class="ds-h1" id="pair" tabindex={-1}>
        {t.isAlso(one.person.name, other.person.name)}
      </h1>
      <form class="ds-read" method="post" action={`/reviews/${id}`} data-keys="review">
        <input type="hidden" name="command" value={newId()} />
        <div>
          <Why review={pair.review} />
          <Guards one={one} other={other} sharesHome={pair.sharesHome} />
          <FactTable one={one} other={other} words={format(context.lang)} />
        </div>
        <div class="ds-rail">
          <IfJoined />
          {pair.review.state === 'open' && <Answers />}
        </div>
      </form>
    </Page>,
  )
}

export async function answerReview(c: Ctx) {
  const review = c.req.param('id') ?? ''
  const form = await formOf(c)
  const answer = form.text('answer')
  const input = { review, answer, note: form.text('note') }
  const done = await actFor(c, decideReview, { id: form.commandId(), input })
  if (isRefusal(done)) return refusalPage(c, done)
  const next = await reading(c, 'people.merge', waitingReviews)
  const to = next.find(one => one.id !== review)?.id
  return c.redirect(to ? `/reviews/${to}?last=${review}&said=${answer}` : '/reviews', 303)
}

export async function takeBackAnswer(c: Ctx) {
  const review = c.req.param('id') ?? ''
  const form = await formOf(c)
  const done = await actFor(c, undoReview, { id: form.commandId(), input: { review } })
  const isStillOpen = isRefusal(done) && done.refused === 'already-done'
  if (isRefusal(done) && !isStillOpen) return refusalPage(c, done)
  return c.redirect(`/reviews/${review}?last=${review}&said=undone`, 303)
}

function readPair(c: Ctx, id: string) {
  return reading(c, 'people.merge', async (tx, scope, now) => {
    const review = await findReview(tx, scope, id)
    if (!review) return undefined
    const people = await peopleByIds(tx, scope, review.persons)
    const compared: Compared[] = []
    for (const person of people.values()) {
      compared.push({ person, points: await contactPointsOf(tx, scope, person.id) })
    }
    compared.sort((a, b) => a.person.number - b.person.number)
    const mates = compared[0] ? await householdOf(tx, scope, compared[0].person) : []
    const others = mates.filter(
      mate => !review.persons.includes(mate.id) && mate.family === compared[0]?.person.family,
    )
    const route = '/reviews/:id'
    await recordRead(tx, scope, { what: 'open', route, subjects: review.persons, at: now })
    return { review, compared, sharesHome: others.length > 0 }
  })
}

/** What the last key did is said in a line that is always there. */
function LastAnswer({ last, said }: { last?: string | undefined; said?: string | undefined }) {
  const t = peopleStrings(useLang())
  const words = said !== undefined && said in t.said ? t.said[said as Said] : ''
  const isUndoable = isId(last) && (said === 'same' || said === 'different')
  return (
    <div class="ds-batch">
      <b>
        <a href="/reviews">{t.reviews}</a>
      </b>
      <span class="ds-batch__end">
        <span role="status">{words}</span>
        {isUndoable && (
          <form method="post" action={`/reviews/${last}/undo`} data-undo="review">
            <input type="hidden" name="command" value={newId()} />
            <button type="submit" class="ds-link-button">
              {t.undo}
            </button>{' '}
            <span class="ds-kbd" aria-hidden="true">
              U
            </span>
          </form>
        )}
      </span>
    </div>
  )
}

/** Which facts raised the doubt, and what whoever asked said about it. */
function Why({ review }: { review: Review }) {
  const t = peopleStrings(useLang())
  const why = t.reasons[review.reason as ReviewReason] ?? review.reason
  return (
    <p>
      {fill(t.askedBecause, { why: <b>{why}</b> })}
      {review.note && <q class="ds-under">{review.note}</q>}
    </p>
  )
}

function IfJoined() {
  const t = peopleStrings(useLang())
  return (
    <section class="ds-panel" aria-labelledby="h-keep">
      <h2 class="ds-h3" id="h-keep">
        {t.ifJoined}
      </h2>
      <ul class="ds-keeps">
        {[t.ifJoinedAll, t.ifJoinedStops, t.ifJoinedUndo].map(line => (
          <li>
            <Icon name="tick" />
            {line}
          </li>
        ))}
      </ul>
    </section>
  )
}

const keyOf = { same: 'S', different: 'D', later: 'N' } as const

function Answers() {
  const t = peopleStrings(useLang())
  const notes = { same: t.sameNote, different: t.differentNote, later: '' }
  return (
    <fieldset class="ds-answers ds-group">
      <legend class="ds-hide">{t.answers}</legend>
      <p class="ds-field">
        <label for="note">{t.reviewNote}</label>
        <textarea class="govuk-textarea" id="note" name="note" rows={2} maxlength={500}></textarea>
      </p>
      {answers.map(answer => (
        <button
          type="submit"
          class={answer === 'later' ? 'ds-answer ds-answer--later' : 'ds-answer'}
          name="answer"
          value={answer}
        >
          <span class="ds-kbd" aria-hidden="true">
            {keyOf[answer]}
          </span>
          <b>{t[answer]}</b>
          {notes[answer] && <small>{notes[answer]}</small>}
        </button>
      ))}
    </fieldset>
  )
}
