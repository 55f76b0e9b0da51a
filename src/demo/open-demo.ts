// How does somebody step into the demo? By a link for each role, made anew at every start.
import { makeSignInLink, roleNames } from '../access/index.ts'
import type { Node } from '../node.ts'
import type { Size } from './generate/index.ts'
import { loadDemo } from './load-demo.ts'
import { demoActor, demoCouncil, type StartProgress } from './loading.ts'
import { type Counts, countLoaded } from './store/count-loaded.ts'
import { roleHolders } from './store/role-holders.ts'

export type OpenOptions = {
  readonly progress: StartProgress
  readonly note?: (line: string) => void
  readonly size?: Size
  readonly seed?: number
}

/** Loads the demo where it is missing; role to the token of a link that signs in once. */
export async function openDemo(node: Node, options: OpenOptions): Promise<Record<string, string>> {
  const { size = 'W1', seed = 1, progress, note = () => {} } = options
  await loadDemo(node, { size, seed, progress, note })
  const { id: council } = demoCouncil
  const now = node.clock.now()
  return node.store.transaction({ council, actor: demoActor().id }, async tx => {
    const holders = await roleHolders(tx, council, now)
    const links: [string, string][] = []
    for (const role of roleNames) {
      const user = holders.get(role)
      if (!user) continue
      links.push([role, `${council}.${await makeSignInLink(tx, { council, user, now })}`])
    }
    return Object.fromEntries(links)
  })
}

export function countDemo(node: Node): Promise<Counts> {
  return countLoaded(node, demoCouncil.id)
}
