// A doubt about who is who goes to a person: the same, different, or not sure yet.
import { z } from 'zod'
import { command, type DecideContext, decided } from '../../events/commands.ts'
import type { Draft } from '../../events/kinds.ts'
import type { Id } from '../../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts'
import { peopleMerged, reviewClosed, reviewOpened, reviewPutOff, reviewReopened } from './events.ts'
import { type Agreements, saysMore } from './evidence.ts'
import { apartDraft, apartEndedDraft } from './keep-apart.ts'
import { type Joining, refusalToJoin } from './may-join.ts'
import { Note, noted } from './note.ts'
import { parted, type UnmergeState } from './part-people.ts'
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
  /** What their facts say now, and what they said when somebody kept them apart, if anybody did. */
  readonly agreements: Agreements
  readonly apart: Agreements | null
  readonly probability: number
}

/** Anybody may doubt; only some may decide. What was decided is not asked on the same facts. */
export const openReview = command<OpenReview, PairState>({
  name: 'people.open-review',
  input: OpenReview,
  may: 'people.report',
  decide({ roots, place, isOpen, ...known }, { reason, note }, { newId }) {
    const [one, other] = roots
    if (one === other) return refuse('same-person')
    if (isOpen) return refuse('already-done')
    if (known.apart && !saysMore(known.apart, known.agreements)) return refuse('kept-apart')
    const review = newId()
    const { probability } = known
    const body = { review, reason, persons: [one, other], probability }
    const opened = reviewOpened({ subjects: [one, other], place, body, ...noted(note) })
    return decided([opened], { review })
  },
})

export const DecideReview = z.strictObject({
  review: z.uuid(),
  answer: z.enum(['same', 'different', 'later']),
  note: Note,
  /** Whose name and date of birth are used once they are one; the longest known if nobody says. */
  keep: z.uuid().nullable().default(null),
})
export type DecideReview = z.infer<typeof DecideReview>

export type ReviewState = {
  readonly state: 'open' | 'same' | 'different'
  readonly place: Id | null
  readonly persons: readonly Id[]
  /** Who the records stand for now, the longest known first. */
  readonly roots: readonly Id[]
  readonly joining: Joining | null
  readonly agreements: Agreements
}

export const decideReview = command<DecideReview, ReviewState>({
  name: 'people.decide-review',
  input: DecideReview,
  may: 'people.merge',
  decide(state, input) {
    const { place, persons } = state
    const { review, answer, note } = input
    if (state.state !== 'open') return refuse('already-done')
    if (answer === 'later')
      return [reviewPutOff({ subjects: [...persons], body: { review }, place })]
    const body = { review, answer, persons: [...persons] }
    const closed = reviewClosed({ subjects: [...persons], place, body, ...noted(note) })
    const follows = answer === 'same' ? joinDrafts(state, input) : apartDrafts(state, input)
    return isRefusal(follows) ? follows : [...follows, closed]
  },
})

/** A pair kept apart is only ever asked about again because a fact says more: so that ends it. */
function joinDrafts(
  { roots, place, joining }: ReviewState,
  { note, keep }: DecideReview,
): Draft[] | Refusal {
  const into = keep !== null && roots.includes(keep) ? keep : roots[0]
  const from = roots.find(one => one !== into)
  if (!into || !from || !joining) return []
  const refused = refusalToJoin({ ...joining, isKeptApart: false }, { by: 'person', note })
  if (refused) return refused
  const ended = joining.isKeptApart ? [apartEndedDraft([from, into], { place, note })] : []
  return [...ended, peopleMerged({ subjects: [from, into], place, body: { from, into } })]
}

function apartDrafts({ roots, place, agreements }: ReviewState, { note }: DecideReview): Draft[] {
  const [one, other] = roots
  if (!one || !other) return []
  return [apartDraft({ persons: [one, other], place, agreements, because: 'judged', note })]
}

export const UndoReview = z.strictObject({ review: z.uuid() })
export type UndoReview = z.infer<typeof UndoReview>

export type UndoState = {
  readonly state: 'open' | 'same' | 'different'
  readonly place: Id | null
  readonly persons: readonly Id[]
  /** The record that the answer joined, if it did. */
  readonly from: Id | null
  readonly unmerge: UnmergeState | null
  /** Pairs that the answer kept apart. */
  readonly apart: readonly (readonly [Id, Id])[]
}

export const undoReview = command<UndoReview, UndoState>({
  name: 'people.undo-review',
  input: UndoReview,
  may: 'people.merge',
  decide(state, { review }, context) {
    const { place, persons } = state
    if (state.state === 'open') return refuse('already-done')
    const reopened = reviewReopened({ subjects: [...persons], place, body: { review } })
    const back = takenBack(state, context)
    return isRefusal(back) ? back : [...back, reopened]
  },
})

function takenBack({ from, unmerge, apart, place }: UndoState, { newId }: DecideContext) {
  if (!from || !unmerge) return apart.map(pair => apartEndedDraft(pair, { place, note: '' }))
  return parted(unmerge, { from, note: '', keepApart: false, newId })
}
