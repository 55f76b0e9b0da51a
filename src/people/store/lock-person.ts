// What does a decision about one person need to know? Their row, held until it is decided.
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { EraseState } from '../domain/erase-person.ts'
import type { FlagState } from '../domain/flags.ts'

export type Locked = {
  readonly id: Id
  readonly root: Id
  readonly number: number
  readonly place: Id | null
  readonly flags: readonly string[]
  readonly merged_into: Id | null
  readonly merged_at: Date | null
  readonly erased_at: Date | null
}

/** Locked in the order of their ids, so that two decisions never wait for each other. */
export async function lockPeople(
  tx: Tx,
  council: string,
  ids: readonly Id[],
): Promise<readonly Locked[]> {
  const found = await sql<Locked>`
    select id, root, number, place, flags, merged_into, merged_at, erased_at from people
    where council = ${council} and id = any (${ids}::uuid[])
    order by id for update`.execute(tx)
  return found.rows
}

/** Flags are raised on the record named and hold for everyone it is joined with. */
export const loadFlags: Load<{ person: Id }, FlagState> = async (tx, { person }, { actor }) => {
  const [found] = await lockPeople(tx, actor.council, [person])
  if (!found || found.erased_at) return refuse('not-found')
  return { state: found, place: found.place }
}

export const loadErase: Load<{ person: Id }, EraseState> = async (tx, { person }, { actor }) => {
  const [found] = await lockPeople(tx, actor.council, [person])
  if (!found) return refuse('not-found')
  const group = await sql<{ id: Id }>`select id from people
    where council = ${actor.council} and root = ${found.root} order by id for update`.execute(tx)
  const records = group.rows.map(row => row.id)
  const isErased = found.erased_at !== null
  return { state: { records, place: found.place, isErased }, place: found.place }
}
