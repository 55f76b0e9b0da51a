// How does somebody step into the demo? By a link for each role, made anew at every start.
import { makeSignInLink } from '../access/index.ts'
import type { Node } from '../node.ts'
import type { Size, Staff } from './generate/index.ts'
import { type Loaded, loadDemo } from './load-demo.ts'
import { demoActor, demoCouncil, demoId, type StartProgress } from './loading.ts'

export type OpenOptions = {
  readonly progress: StartProgress
  readonly note?: (line: string) => void
  readonly size?: Size
  readonly seed?: number
}

const roles = [
  'hub-manager',
  'call-handler',
  'village-coordinator',
  'officer',
  'data-protection-officer',
  'system-administrator',
] as const

/** The person of a role whom the guides tell about, where there are several. */
const known: Partial<Record<Staff['role'], string>> = { 'village-coordinator': 'Priya Nair' }

/** Loads the demo where it is missing; role to the token of a link that signs in once. */
export async function openDemo(node: Node, options: OpenOptions): Promise<Record<string, string>> {
  const { size = 'W1', seed = 1, progress, note = () => {} } = options
  const { staff } = await loadDemo(node, { size, seed, progress, note })
  const { id: council } = demoCouncil
  const now = node.clock.now()
  return node.store.transaction({ council, actor: demoActor().id }, async tx => {
    const links: [string, string][] = []
    for (const role of roles) {
      const user = demoId(personOf(role, staff).ref)
      links.push([role, `${council}.${await makeSignInLink(tx, { council, user, now })}`])
    }
    return Object.fromEntries(links)
  })
}

function personOf(role: Staff['role'], staff: Loaded['staff']): Staff {
  const all = staff.filter(one => one.role === role)
  const found = all.find(one => one.name === known[role]) ?? all[0]
  if (!found) throw new Error(`Broken: the demo has nobody who is ${role}`)
  return found
}
