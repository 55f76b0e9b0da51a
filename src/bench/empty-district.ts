// Into what does a bench load its lists? A district with all its homes, and nobody in them.
import { systemActor } from '../access/index.ts'
import { openDatabase } from '../cli/database.ts'
import { generateDistrict } from '../demo/generate/index.ts'
import { dwellingDrafts, placeDrafts } from '../demo/load-places.ts'
import { actInBulk, foundCouncil } from '../events/index.ts'
import { newId } from '../kernel/ids.ts'
import { openNode } from '../main.ts'
import type { BenchOptions } from './bench.ts'

const draftsPerAppend = 2_000

/** Villages, zones, streets and homes of the district, and nobody in them. */
export async function makeDistrict(
  { dataDir, seed }: Pick<BenchOptions, 'dataDir' | 'seed' | 'io'>,
  council: string,
): Promise<void> {
  const database = await openDatabase(dataDir, { isServer: true, url: undefined })
  const node = await openNode(database)
  try {
    const id = council.toLowerCase()
    await foundCouncil(node, { id, name: `Import ${council}`, gss: council, practice: true })
    const { places } = generateDistrict({ size: 'W1', seed })
    const drafts = [...placeDrafts(places), ...dwellingDrafts(places)]
    await actInBulk(node, systemActor(id), {
      id: newId(),
      name: 'bench.places',
      contentHash: new Uint8Array(),
      async work(_tx, append) {
        for (let from = 0; from < drafts.length; from += draftsPerAppend) {
          await append(drafts.slice(from, from + draftsPerAppend))
        }
        return {}
      },
    })
    await node.store.takeStock()
  } finally {
    await node.store.close()
    await database.stop()
  }
}
