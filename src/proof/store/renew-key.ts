// Which keys has each council, and how is another one made?
import { type Actor, scopeOf, systemActor } from '../../access/index.ts'
import type { Council } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Node } from '../../node.ts'
import { type Key, keysOf } from './provable.ts'
import { makeSigningKey } from './signing-keys.ts'
import { write } from './write.ts'

/** Proofs that were signed with the key before stay as they are; so does its public half. */
export function renewKey(node: Node, actor: Actor, id: Id): Promise<Refusal | undefined> {
  return write(node, actor, {
    id,
    name: 'proof.renew-key',
    asked: 'renew',
    async decide(tx, now) {
      const asked = { permission: 'proof.administer', now }
      const scope = scopeOf(node.registry.permissions, actor, asked)
      if (!scope.everywhere) return refuse('not-found')
      const { council } = actor
      const { made } = await makeSigningKey(tx, { council, keys: node.store.keys, now })
      return made
    },
  })
}

export type CouncilKeys = { readonly name: string; readonly keys: readonly Key[] }

export function councilKeys(
  node: Node,
  councils: readonly Council[],
): Promise<readonly CouncilKeys[]> {
  return Promise.all(
    councils.map(async ({ id, name }) => {
      const who = { council: id, actor: systemActor(id).id }
      return { name, keys: await node.store.transaction(who, tx => keysOf(tx, id)) }
    }),
  )
}
