// May anybody go to this person's door, and may one go alone? By every record of theirs, and by
// whoever lives behind the same door.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export type Door = {
  readonly place: Id | null
  readonly isErased: boolean
  readonly isStopped: boolean
  readonly needsTwo: boolean
}

/** Help goes on for somebody who is not to be rung; never to whoever died, left or withdrew. */
const stopping = ['deceased-confirmed', 'moved-confirmed', 'withdrawn', 'no-basis']

export async function doorOf(tx: Tx, council: string, person: Id): Promise<Door | undefined> {
  const found = await sql<Door>`
    select p.place, p.erased_at is not null as "isErased",
      p.erased_at is not null or exists (select 1 from people q
        where q.council = p.council and q.root = p.root and q.flags && ${stopping}::text[])
        as "isStopped",
      exists (select 1 from people q where q.council = p.council and q.erased_at is null
        and (q.root = p.root or q.dwelling = p.dwelling or q.household = p.household)
        and 'visit-in-pairs' = any (q.flags)) as "needsTwo"
    from people p where p.council = ${council} and p.id = ${person}`.execute(tx)
  return found.rows[0]
}
