// What if the file of a pack is gone, or says something else, while campaigns go on with it?
import { isDeepStrictEqual } from 'node:util'
import { addPack, findPack, type HazardPack, keepPack } from '../domain/index.ts'

/**
 * Campaigns go on with the packs that they began with. Gives a sentence for each whose file no
 * longer says the same.
 */
export function takeKept(packs: readonly HazardPack[]): string[] {
  return packs.flatMap(pack => {
    const { id, version } = pack
    const file = findPack(id, version)
    if (file && isSame(file, pack)) return []
    if (file) addPack(pack)
    else keepPack(pack)
    const what = `The hazard pack ${id}, version ${version},`
    return file
      ? `${what} was changed; its campaigns go on as they began. Give yours a higher version.`
      : `${what} has no file any more; its campaigns go on, and no new one can take it.`
  })
}

/** Whatever the order of the keys. */
function isSame(one: HazardPack, other: HazardPack): boolean {
  return isDeepStrictEqual(plain(one), plain(other))
}

const plain = (pack: HazardPack): unknown => JSON.parse(JSON.stringify(pack))
