// Which doorstep word does somebody have, and how is it kept?
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { SetDoorstepWord, WordState } from '../domain/doorstep-word.ts'
import type { doorstepWordSet } from '../domain/events.ts'
import { lockPeople } from './lock-person.ts'

export const loadDoorstepWord: Load<SetDoorstepWord, WordState> = async (
  tx,
  { person },
  { actor },
) => {
  const [found] = await lockPeople(tx, actor.council, [person])
  if (!found || found.erased_at) return refuse('not-found')
  const words = await doorstepWordsOf(tx, actor.council, [person])
  return { state: { place: found.place, word: words.get(person) ?? '' }, place: found.place }
}

/** By any record of each person: what was told last. For callers who have them in scope. */
export async function doorstepWordsOf(
  tx: Tx,
  council: string,
  people: readonly Id[],
): Promise<ReadonlyMap<Id, string>> {
  const found = await sql<{ id: Id; word: string }>`
    select distinct on (p.id) p.id, w.word from people p
    join people q on q.council = p.council and q.root = p.root
    join doorstep_words w on w.council = q.council and w.person = q.id
    where p.council = ${council} and p.id = any (${[...people]}::uuid[]) and p.erased_at is null
    order by p.id, w.seq desc`.execute(tx)
  return new Map(found.rows.filter(({ word }) => word !== '').map(({ id, word }) => [id, word]))
}

/** An empty word stays a row: the last that was told is that there is none. */
export async function setWords(
  tx: Tx,
  events: readonly (typeof doorstepWordSet.recorded)[],
): Promise<void> {
  for (const { council, seq, body, words } of events) {
    const row = { council, person: body.person, word: words?.word ?? '', seq }
    await tx
      .insertInto('doorstep_words')
      .values(row)
      .onConflict(on =>
        on.columns(['council', 'person']).doUpdateSet({ word: row.word, seq: row.seq }),
      )
      .execute()
  }
}
