// What has this caller done today, and how many are left? Counted again when anything happened.
import type { Scope } from '../../access/index.ts'
import { minuteMs } from '../../kernel/clock.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'
import { callsDone, callsLeft, type Taking } from '../store/holds.ts'

export type Calls = { readonly done: number; readonly left: number }

const keptMax = 200
const kept = new WeakMap<Node, Map<string, number>>()

/**
 * Whoever is left is counted once for all who may see the same places, as of the log, for a minute;
 * apart where a campaign says who works it.
 */
export async function callsToday(
  tx: Tx,
  scope: Scope,
  { node, ...taking }: Taking & { readonly node: Node },
): Promise<Calls> {
  const { done, seq, isNamed } = await callsDone(tx, scope, taking)
  const places = scope.everywhere ? 'all' : [...scope.places].sort()
  const minute = Math.floor(taking.now / minuteMs)
  const key = JSON.stringify([scope.council, places, seq, minute, isNamed && taking.user])
  const known = kept.get(node) ?? new Map<string, number>()
  kept.set(node, known)
  const left = known.get(key) ?? (await callsLeft(tx, scope, taking))
  known.set(key, left)
  const [oldest] = known.keys()
  if (known.size > keptMax && oldest) known.delete(oldest)
  return { done, left }
}
