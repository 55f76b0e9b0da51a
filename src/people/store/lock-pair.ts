// Who do two records stand for now? Both held until something about them is decided.
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { type Locked, lockPeople } from './lock-person.ts'

export type Pair = { readonly one: Locked; readonly other: Locked; readonly place: Id | null }

/** The records that two stand for. Joining across places is asked for the whole council. */
export async function lockPair(
  tx: Tx,
  council: string,
  ids: readonly [Id, Id],
): Promise<Pair | undefined> {
  const named = await lockPeople(tx, council, ids)
  const roots = await lockPeople(
    tx,
    council,
    named.map(row => row.root),
  )
  const rootOf = (id: Id) => {
    const root = named.find(row => row.id === id)?.root
    return roots.find(row => row.id === root && row.erased_at === null)
  }
  const one = rootOf(ids[0])
  const other = rootOf(ids[1])
  if (!one || !other) return undefined
  return { one, other, place: one.place === other.place ? one.place : null }
}
