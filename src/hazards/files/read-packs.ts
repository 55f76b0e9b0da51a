// Which packs has a council put into its own folder, and what is wrong with those it cannot use?
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { findPack, HazardPack } from '../domain/index.ts'

export type PacksRead = {
  readonly packs: readonly HazardPack[]
  /** One sentence for each file that is not used. */
  readonly wrong: readonly string[]
}

const packsMax = 100
const bytesMax = 256 * 1024

/** A folder that is not there has no packs: most councils need none of their own. */
export function readPacks(folder: string): PacksRead {
  const names = namesIn(folder)
  const packs: HazardPack[] = []
  const wrong: string[] = []
  for (const name of names.slice(0, packsMax)) {
    const read = readPack(join(folder, name))
    const problem = 'problem' in read ? read.problem : clashOf(read.pack, packs)
    if (problem !== undefined) wrong.push(`The hazard pack ${name} is not used: ${problem}.`)
    else if ('pack' in read) packs.push(read.pack)
  }
  if (names.length > packsMax) wrong.push(`Only the first ${packsMax} hazard packs are used.`)
  return { packs, wrong }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter(name => name.endsWith('.json'))
      .sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

type Read = { readonly pack: HazardPack } | { readonly problem: string }

function readPack(path: string): Read {
  try {
    if (statSync(path).size > bytesMax) return { problem: 'it is larger than 256 kB' }
    const { data, error } = HazardPack.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    if (data) return { pack: data }
    const [first] = error.issues
    const where = first?.path.join('.') ?? ''
    return { problem: `${where === '' ? 'the whole' : where}: ${first?.message ?? 'it is wrong'}` }
  } catch (error) {
    return {
      problem: error instanceof SyntaxError ? `it is no JSON, ${error.message}` : `${error}`,
    }
  }
}

/** What ships is what every council means by that name, and a version says one thing only. */
function clashOf({ id, version }: HazardPack, before: readonly HazardPack[]): string | undefined {
  const named = `${id}, version ${version},`
  if (before.some(one => one.id === id && one.version === version)) {
    return `${named} is in another file already`
  }
  if (findPack(id, version) === undefined) return undefined
  return `${named} is there already; give yours another id or a higher version`
}
