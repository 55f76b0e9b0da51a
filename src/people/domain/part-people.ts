// One person turns out to be two after all: both are as they were, and what happened meanwhile goes
// where its own evidence says. What nothing says is for a person to judge: a stray.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import type { Draft } from '../../events/kinds.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { flagRaised, peopleUnmerged, strayFound, straySettled } from './events.ts'
import type { Agreements } from './evidence.ts'
import { apartDraft } from './keep-apart.ts'
import { Note, noted } from './note.ts'
import type { Stray } from './parting.ts'
import type { PersonFlag } from './terms.ts'

export const UnmergePeople = z.strictObject({
  from: z.uuid(),
  note: Note,
  /** Two people from now on: no list and no colleague is asked about them again. */
  keepApart: z.boolean().default(true),
})
export type UnmergePeople = z.infer<typeof UnmergePeople>

export type UnmergeState = {
  readonly into: Id | null
  readonly place: Id | null
  /** Told of the joined person since: nobody knows about whom, so the cautious value holds. */
  readonly stops: readonly { readonly person: Id; readonly flag: PersonFlag }[]
  /** What other events put right: attempts, needs, words, each at whom it belongs to. */
  readonly moves: readonly Draft[]
  readonly strays: readonly Stray[]
  /** Who the others stand for afterwards, and what the facts of the two say. */
  readonly rest: Id | null
  readonly agreements: Agreements
}

export const unmergePeople = command<UnmergePeople, UnmergeState>({
  name: 'people.unmerge-people',
  input: UnmergePeople,
  may: 'people.merge',
  decide: (state, { from, note, keepApart }, { newId }) =>
    parted(state, { from, note, keepApart, newId }),
})

export type Parting = {
  readonly from: Id
  readonly note: string
  readonly keepApart: boolean
  newId(): Id
}

export function parted(state: UnmergeState, { from, note, keepApart, newId }: Parting) {
  const { into, place, rest } = state
  if (into === null || rest === null) return refuse('not-merged')
  const kept = state.stops.map(({ person, flag }) =>
    flagRaised({ subjects: [person], place, body: { person, flag, source: 'unmerge' } }),
  )
  const subjects = [from, into]
  const strays = state.strays.map(({ kind, thing, code, happenedAt }) => {
    const body = { stray: newId(), kind, thing, code, happenedAt, from, into: rest }
    return strayFound({ subjects: [from, rest], place, body })
  })
  const { agreements } = state
  const persons = [from, rest] as const
  const apart = apartDraft({ persons, place, agreements, because: 'parted', note })
  return [
    peopleUnmerged({ subjects, place, body: { from, into }, ...noted(note) }),
    ...kept,
    ...state.moves,
    ...strays,
    ...(keepApart ? [apart] : []),
  ]
}

export const SettleStray = z.strictObject({
  stray: z.uuid(),
  /** Whose it is: one of the two who were parted. */
  person: z.uuid(),
  note: Note,
})
export type SettleStray = z.infer<typeof SettleStray>

export type StrayState = {
  readonly isOpen: boolean
  readonly persons: readonly Id[]
  readonly place: Id | null
  /** What puts it where it belongs, for each of the two. */
  readonly moves: readonly Draft[]
}

export const settleStray = command<SettleStray, StrayState>({
  name: 'people.settle-stray',
  input: SettleStray,
  may: 'people.merge',
  decide({ isOpen, persons, place, moves }, { stray, person, note }) {
    if (!persons.includes(person)) return refuse('not-found')
    if (!isOpen) return refuse('already-done')
    const subjects = [...persons]
    return [straySettled({ subjects, place, body: { stray, person }, ...noted(note) }), ...moves]
  },
})
