// Two records turn out to be one person.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { peopleMerged } from './events.ts'
import { type Joining, refusalToJoin } from './may-join.ts'
import { Note, noted } from './note.ts'

export const MergePeople = z.strictObject({
  from: z.uuid(),
  into: z.uuid(),
  note: Note,
  /** A machine may not join across facts that contradict each other, whatever reason it gives. */
  by: z.enum(['person', 'machine']).default('person'),
})
export type MergePeople = z.infer<typeof MergePeople>

/** Who each record stands for now, and what speaks against joining them. */
export type MergeState = {
  readonly fromRoot: Id
  readonly intoRoot: Id
  readonly place: Id | null
  readonly joining: Joining
}

export const mergePeople = command<MergePeople, MergeState>({
  name: 'people.merge-people',
  input: MergePeople,
  may: 'people.merge',
  decide({ fromRoot: from, intoRoot: into, place, joining }, { note, by }) {
    if (from === into) return refuse('same-person')
    const refused = refusalToJoin(joining, { by, note })
    if (refused) return refused
    const subjects = [from, into]
    return [peopleMerged({ subjects, place, body: { from, into }, ...noted(note) })]
  },
})
