// With which packs of councils' own did campaigns begin? Read when a node is opened.
import { systemId } from '../../access/index.ts'
import { listCouncils } from '../../events/index.ts'
import { HazardPack, takeKept } from '../../hazards/index.ts'
import type { Node } from '../../node.ts'

/** From here on they are known, files or not. Gives a sentence for each with another file. */
export async function takeKeptPacks(node: Node): Promise<readonly string[]> {
  const said: string[] = []
  for (const { id: council } of await listCouncils(node)) {
    const rows = await node.store.transaction({ council, actor: systemId }, tx =>
      tx.selectFrom('kept_packs').select('pack').where('council', '=', council).execute(),
    )
    said.push(...takeKept(rows.map(row => HazardPack.parse(row.pack))))
  }
  return said
}
