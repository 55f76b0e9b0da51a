// Two records turn out to be one person: counted once from then on, and twice if it was wrong.
import type { Recorded } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { deriveStandings, wavesOfPeople } from './derive-standings.ts'

type Merge = Recorded<{ from: Id; into: Id }>

/** Both sides: joined they are one person, parted they are two. People says which records. */
export async function projectMerges(tx: Tx, events: readonly Merge[]): Promise<void> {
  for (const { council, seq, body, recordedAt } of events) {
    const touches = [body.from, body.into].map(subject => ({ subject, seq, recordedAt }))
    for (const wave of await wavesOfPeople(tx, council, touches)) {
      await deriveStandings(tx, council, wave)
    }
  }
}
