// Has anything happened since this village was counted? If not, its figures still hold and are
// kept: same log entry, same minute, same places. Whose names were shown is recorded all the same.
import type { Scope } from '../../access/index.ts'
import { headOf } from '../../live/index.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'
import type { VillageModel } from '../domain/model.ts'
import { type VillageAsked, villageModel } from '../store/village-model.ts'

const keptMax = 200
const kept = new WeakMap<Node, Map<string, VillageModel | undefined>>()

export async function villageFigures(
  tx: Tx,
  scope: Scope,
  asked: VillageAsked,
): Promise<VillageModel | undefined> {
  const key = keyOf(scope, asked, await headOf(tx, scope))
  const { node } = asked
  const known = kept.get(node) ?? new Map<string, VillageModel | undefined>()
  kept.set(node, known)
  if (known.has(key)) return known.get(key)
  const made = await villageModel(tx, scope, asked)
  known.set(key, made)
  const [oldest] = known.keys()
  if (known.size > keptMax && oldest) known.delete(oldest)
  return made
}

function keyOf(scope: Scope, asked: VillageAsked, seq: number): string {
  const { village, campaign, round, at, now } = asked
  const places = scope.everywhere ? 'all' : [...scope.places].sort()
  const minute = Math.floor(now / 60_000)
  return JSON.stringify([scope.council, places, village, campaign.id, round.id, at, minute, seq])
}
