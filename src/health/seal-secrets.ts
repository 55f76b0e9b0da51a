// Is every secret of every council sealed with the key in use, and are there some that none opens?
import { systemId } from '../access/index.ts'
import { listCouncils } from '../events/index.ts'
import type { Node } from '../node.ts'
import type { Tx } from '../store/open.ts'
import { countLocked, type Sealed, sealRows } from '../store/secrets/index.ts'

/** What was kept before there were keys, or under an older one, is sealed with the newest. */
export async function sealSecrets(node: Node): Promise<Sealed> {
  const columns = columnsOf(node)
  const all = { sealed: 0, locked: 0 }
  for (const { id: council } of await listCouncils(node)) {
    const { sealed, locked } = await sealRows(node.store, systemId, { council, columns })
    all.sealed += sealed
    all.locked += locked
  }
  return all
}

/** Of one council: how many must be entered again unless their key comes back. */
export function lockedSecrets(node: Node, tx: Tx, council: string): Promise<number> {
  return countLocked(tx, node.store.keys, { council, columns: columnsOf(node) })
}

function columnsOf(node: Node) {
  return node.registry.capabilities.flatMap(one => one.secrets)
}
