// Who do two records stand for now, and may they be joined?
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import { type Agreements, agreementsOf, compareFacts } from '../domain/evidence.ts'
import type { Identity, Joining } from '../domain/may-join.ts'
import type { MergePeople, MergeState } from '../domain/merge-people.ts'
import { apartPairs } from './kept-apart.ts'
import { lockPair } from './lock-pair.ts'
import { knownOf } from './pair-facts.ts'

export const loadMerge: Load<MergePeople, MergeState> = async (tx, { from, into }, { actor }) => {
  const pair = await lockPair(tx, actor.council, [from, into])
  if (!pair) return refuse('not-found')
  const { one, other, place } = pair
  const { joining } = await weighed(tx, actor.council, [one.id, other.id])
  return { state: { fromRoot: one.id, intoRoot: other.id, place: other.place, joining }, place }
}

export type WeighedPair = { readonly joining: Joining; readonly agreements: Agreements }

const nobody: Identity = { nhs: [], born: [], names: [], families: [], homes: [], ways: [] }

export async function weighed(
  tx: Tx,
  council: string,
  roots: readonly [Id, Id],
): Promise<WeighedPair> {
  const known = await knownOf(tx, council, roots)
  const [one, other] = [known.get(roots[0]), known.get(roots[1])]
  const apart = await apartPairs(tx, council, roots)
  const joining = {
    one: one?.identity ?? nobody,
    other: other?.identity ?? nobody,
    isKeptApart: apart.length > 0,
  }
  const agreements = one && other ? agreementsOf(compareFacts(one.facts, other.facts)) : {}
  return { joining, agreements }
}
