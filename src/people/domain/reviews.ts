// A doubt about who is who goes to a person: the same, different, or not sure yet.
import { z } from 'zod'
import { command, decided } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import { peopleMerged, reviewClosed, reviewOpened, reviewPutOff, reviewReopened } from './events.ts'
import { parted, type UnmergeState } from './merge-people.ts'
import { Note, noted } from './note.ts'
import { reviewReasons } from './terms.ts'

export const OpenReview = z.strictObject({
  one: z.uuid(),
  other: z.uuid(),
  reason: z.enum(reviewReasons),
  note: Note,
})
export type OpenReview = z.infer<typeof OpenReview>

export type PairState = {
  readonly roots: readonly [Id, Id]
  readonly place: Id | null
  readonly isOpen: boolean
}

/** Anybody may doubt; only some may decide. */
export const openReview = command<OpenReview, PairState>({
  name: 'people.open-review',
  input: OpenReview,
  may: 'people.report',
  decide({ roots, place, isOpen }, { reason, note }, { newId }) {
    const [one, other] = roots
    if (one === other) return refuse('same-person')
    if (isOpen) return refuse('already-done')
    const review = newId()
    const body = { review, reason, persons: [one, other] }
    const opened = reviewOpened({ subjects: [one, other], place, body, ...noted(note) })
    return decided([opened], { review })
  },
})

export const DecideReview = z.strictObject({
  review: z.uuid(),
  answer: z.enum(['same', 'different', 'later']),
  note: Note,
})
export type DecideReview = z.infer<typeof DecideReview>

export type ReviewState = {
  readonly state: 'open' | 'same' | 'different'
  readonly place: Id | null
  readonly persons: readonly Id[]
  /** Who the records stand for now, the longest known first. */
  readonly roots: readonly Id[]
}

export const decideReview = command<DecideReview, ReviewState>({
  name: 'people.decide-review',
  input: DecideReview,
  may: 'people.merge',
  decide({ state, place, persons, roots }, { review, answer, note }) {
    if (state !== 'open') return refuse('already-done')
    if (answer === 'later')
      return [reviewPutOff({ subjects: [...persons], body: { review }, place })]
    const body = { review, answer, persons: [...persons] }
    const closed = reviewClosed({ subjects: [...persons], place, body, ...noted(note) })
    const [into, from] = roots
    if (answer === 'different' || !into || !from || into === from) return [closed]
    return [peopleMerged({ subjects: [from, into], place, body: { from, into } }), closed]
  },
})

export const UndoReview = z.strictObject({ review: z.uuid() })
export type UndoReview = z.infer<typeof UndoReview>

export type UndoState = {
  readonly state: 'open' | 'same' | 'different'
  readonly place: Id | null
  readonly persons: readonly Id[]
  /** The record that the answer joined, if it did. */
  readonly from: Id | null
  readonly unmerge: UnmergeState | null
}

export const undoReview = command<UndoReview, UndoState>({
  name: 'people.undo-review',
  input: UndoReview,
  may: 'people.merge',
  decide({ state, place, persons, from, unmerge }, { review }) {
    if (state === 'open') return refuse('already-done')
    const reopened = reviewReopened({ subjects: [...persons], place, body: { review } })
    if (!from || !unmerge) return [reopened]
    const apart = parted(unmerge, { from, note: '' })
    return isRefusal(apart) ? apart : [...apart, reopened]
  },
})
