// Who do these records stand for now, and what has happened to them since they were joined?
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import { hardStops } from '../domain/may-contact.ts'
import type {
  MergePeople,
  MergeState,
  UnmergePeople,
  UnmergeState,
} from '../domain/merge-people.ts'
import type { PersonFlag } from '../domain/terms.ts'
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

export const loadMerge: Load<MergePeople, MergeState> = async (tx, { from, into }, { actor }) => {
  const pair = await lockPair(tx, actor.council, [from, into])
  if (!pair) return refuse('not-found')
  const { one, other, place } = pair
  return { state: { fromRoot: one.id, intoRoot: other.id, place: other.place }, place }
}

export const loadUnmerge: Load<UnmergePeople, UnmergeState> = async (tx, { from }, { actor }) => {
  const found = await unmergeState(tx, actor.council, from)
  return found ? { state: found, place: found.place } : refuse('not-found')
}

export async function unmergeState(
  tx: Tx,
  council: string,
  from: Id,
): Promise<UnmergeState | undefined> {
  const [found] = await lockPeople(tx, council, [from])
  if (!found || found.erased_at) return undefined
  const stops = await sql<{ flag: PersonFlag }>`
    select distinct f.flag from people q
    join person_flags f on f.council = q.council and f.person = q.id
    where q.council = ${council} and q.root = ${found.root} and q.id <> ${from}
      and f.raised_at >= ${found.merged_at} and f.flag = any (${hardStops}::text[])
      and not exists (select from person_flags mine where mine.council = ${council}
        and mine.person = ${from} and mine.flag = f.flag)
    order by f.flag`.execute(tx)
  const stopsSince = found.merged_into ? stops.rows.map(row => row.flag) : []
  return { into: found.merged_into, place: found.place, stopsSince }
}
