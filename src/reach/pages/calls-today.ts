// What has this caller done today, and how many are left?
import type { Scope } from '../../access/index.ts'
import { minuteMs } from '../../kernel/clock.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'
import { callsDone, callsLeft, type Taking } from '../store/holds.ts'
import { type Counted, countSparingly } from './count-sparingly.ts'

export type Calls = { readonly done: number; readonly left: number }

const keptMax = 200
const kept = new WeakMap<Node, Map<string, Counted>>()

/**
 * Whoever is left is counted once for all who ring the same rounds in the same places. Where that
 * takes long, while many ring, it is a few seconds old: see `countSparingly`.
 */
export async function callsToday(
  tx: Tx,
  scope: Scope,
  { node, ...taking }: Taking & { readonly node: Node },
): Promise<Calls> {
  const { done, seq, rounds } = await callsDone(tx, scope, taking)
  const places = scope.everywhere ? 'all' : [...scope.places].sort()
  const key = JSON.stringify([scope.council, places, rounds])
  const known = kept.get(node) ?? new Map<string, Counted>()
  kept.set(node, known)
  const counted = known.get(key) ?? {}
  known.delete(key)
  known.set(key, counted)
  const [oldest] = known.keys()
  if (known.size > keptMax && oldest) known.delete(oldest)
  const asOf = `${seq} ${Math.floor(taking.now / minuteMs)}`
  const left = await countSparingly(counted, asOf, () => callsLeft(tx, scope, taking))
  return { done, left }
}
