// Does a live database still tell the truth? Every capability's checks, then the rebuild.
import { systemId } from '../access/actor.ts'
import type { Node } from '../node.ts'
import { compareRebuild } from './fold.ts'

export type Verified = {
  readonly name: string
  readonly counted: number
  /** One sentence for each thing that is wrong; none when it holds. */
  readonly wrong: readonly string[]
}

/** Runs on one snapshot per check; writers go on meanwhile. */
export async function verifyCouncil(
  node: Node,
  council: string,
  onDone: (verified: Verified) => void = () => {},
): Promise<readonly Verified[]> {
  const who = { council, actor: systemId }
  const all: Verified[] = []
  const keep = (verified: Verified) => {
    all.push(verified)
    onDone(verified)
  }
  const options = { isolation: 'repeatable read', readOnly: true } as const
  const now = new Date(node.clock.now())
  for (const check of node.registry.capabilities.flatMap(one => one.checks)) {
    const found = await node.store.transaction(who, tx => check.run(tx, council, now), options)
    keep({ name: check.name, ...found })
  }
  keep(await verifyRebuild(node, who))
  return all
}

async function verifyRebuild(node: Node, who: { council: string; actor: string }) {
  const rebuilt = await compareRebuild(node.store, node.registry, who)
  const wrong = rebuilt.differences.map(one => `${one.rows} rows of ${one.table} differ`)
  return { name: 'rebuild equals live', counted: rebuilt.events, wrong }
}
