// What a key or a button does: the next pair, an answer, the last answer taken back.
import type { Id } from '../../kernel/ids.ts'
import { isId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { pageLang } from '../../web/language.ts'
import { actFor, type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { decideReview, undoReview } from '../domain/reviews.ts'
import { takeNextReview } from '../store/review-queue.ts'
import { reviewPage } from './review.tsx'
import { type Because, becauses, type Typed } from './review-rail.tsx'
import { reviewStrings } from './review-strings.ts'

/** Holds the first pair that waits and goes there. */
export async function takeNextPair(c: Ctx) {
  const next = await take(c)
  return c.redirect(next ? `/reviews/${next}` : '/reviews', 303)
}

function take(c: Ctx, done?: Id): Promise<Id | undefined> {
  const user = c.var.actor.id
  return reading(c, 'people.merge', (tx, scope, now) =>
    takeNextReview(tx, scope, { now, user, ...(done ? { done } : {}) }),
  )
}

export async function answerReview(c: Ctx) {
  const review = c.req.param('id') ?? ''
  const form = await formOf(c)
  const answer = form.text('answer')
  const typed = typedOf(form)
  const keep = isId(typed.keep) ? typed.keep : null
  const input = { review, answer, note: reasonOf(c, typed), keep }
  const done = await actFor(c, decideReview, { id: form.commandId(), input })
  if (isRefusal(done) && done.refused === 'reason-needed') {
    return reviewPage(c, { typed, isWrong: true })
  }
  if (isRefusal(done)) return refusalPage(c, done)
  const next = await take(c, review)
  const said = `last=${review}&said=${answer}`
  return c.redirect(next ? `/reviews/${next}?${said}` : `/reviews?${said}`, 303)
}

function typedOf(form: Form): Typed {
  return { note: form.text('note'), because: form.text('because'), keep: form.text('keep') }
}

/** A prepared reason stands before whatever was written. */
function reasonOf(c: Ctx, { note, because }: Typed): string {
  const isPrepared = becauses.includes(because as Because)
  const prepared = isPrepared ? reviewStrings(pageLang(c)).becauses[because as Because] : ''
  return [prepared, note].filter(Boolean).join('. ')
}

export async function takeBackAnswer(c: Ctx) {
  const review = c.req.param('id') ?? ''
  const form = await formOf(c)
  const done = await actFor(c, undoReview, { id: form.commandId(), input: { review } })
  const isStillOpen = isRefusal(done) && done.refused === 'already-done'
  if (isRefusal(done) && !isStillOpen) return refusalPage(c, done)
  return c.redirect(`/reviews/${review}?last=${review}&said=undone`, 303)
}
