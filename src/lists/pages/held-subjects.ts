// Whose words are shown with a row that waits? The row itself, and everybody it may be.
import type { Id } from '../../kernel/ids.ts'
import type { HeldEntry } from '../store/held.ts'

/** The row has an id of its own as long as nobody has said who it is. */
export function subjectsOf({ id, person, candidates }: HeldEntry): readonly Id[] {
  return [...new Set([id, ...(person === null ? candidates : [person])])]
}
