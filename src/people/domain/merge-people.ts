// Two records turn out to be one person, or one turns out to be two after all.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { flagRaised, peopleMerged, peopleUnmerged } from './events.ts'
import { Note, noted } from './note.ts'
import type { PersonFlag } from './terms.ts'

export const MergePeople = z.strictObject({ from: z.uuid(), into: z.uuid(), note: Note })
export type MergePeople = z.infer<typeof MergePeople>

/** Who each record stands for now. */
export type MergeState = { readonly fromRoot: Id; readonly intoRoot: Id; readonly place: Id | null }

export const mergePeople = command<MergePeople, MergeState>({
  name: 'people.merge-people',
  input: MergePeople,
  may: 'people.merge',
  decide({ fromRoot: from, intoRoot: into, place }, { note }) {
    if (from === into) return refuse('same-person')
    const subjects = [from, into]
    return [peopleMerged({ subjects, place, body: { from, into }, ...noted(note) })]
  },
})

export const UnmergePeople = z.strictObject({ from: z.uuid(), note: Note })
export type UnmergePeople = z.infer<typeof UnmergePeople>

export type UnmergeState = {
  readonly into: Id | null
  readonly place: Id | null
  /** Raised on the joined person since: nobody knows about whom, so both keep them. */
  readonly stopsSince: readonly PersonFlag[]
}

export const unmergePeople = command<UnmergePeople, UnmergeState>({
  name: 'people.unmerge-people',
  input: UnmergePeople,
  may: 'people.merge',
  decide: (state, { from, note }) => parted(state, { from, note }),
})

export type Parting = { readonly from: Id; readonly note: string }

export function parted({ into, place, stopsSince }: UnmergeState, { from, note }: Parting) {
  if (into === null) return refuse('not-merged')
  const kept = stopsSince.map(flag =>
    flagRaised({ subjects: [from], place, body: { person: from, flag, source: 'unmerge' } }),
  )
  const subjects = [from, into]
  return [peopleUnmerged({ subjects, place, body: { from, into }, ...noted(note) }), ...kept]
}
