// Two records turn out to be one person, or one turns out to be two after all.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { flagRaised, peopleMerged, peopleUnmerged } from './events.ts'
import type { PersonFlag } from './terms.ts'

export const MergePeople = z.strictObject({ from: z.uuid(), into: z.uuid() })
export type MergePeople = z.infer<typeof MergePeople>

/** Who each record stands for now. */
export type MergeState = { readonly fromRoot: Id; readonly intoRoot: Id; readonly place: Id | null }

export const mergePeople = command<MergePeople, MergeState>({
  name: 'people.merge-people',
  input: MergePeople,
  may: 'people.merge',
  decide({ fromRoot: from, intoRoot: into, place }) {
    if (from === into) return refuse('same-person')
    return [peopleMerged({ subjects: [from, into], place, body: { from, into } })]
  },
})

export const UnmergePeople = z.strictObject({ from: z.uuid() })
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
  decide: (state, { from }) => parted(state, from),
})

export function parted({ into, place, stopsSince }: UnmergeState, from: Id) {
  if (into === null) return refuse('not-merged')
  const kept = stopsSince.map(flag =>
    flagRaised({ subjects: [from], place, body: { person: from, flag, source: 'unmerge' } }),
  )
  return [peopleUnmerged({ subjects: [from, into], place, body: { from, into } }), ...kept]
}
