// Something is said about a proof that stands, and signed: counter-signing it, or a redacted form.
import { type Actor, scopeOf } from '../../access/index.ts'
import type { Draft } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Node } from '../../node.ts'
import type { Tx } from '../../store/open.ts'
import type { KeyPair } from '../signing.ts'
import { findProof, type Proof } from './proofs.ts'
import { signingKey } from './signing-keys.ts'
import { write } from './write.ts'

export type Standing = {
  readonly proof: Proof
  readonly now: number
  readonly pair: KeyPair
}

export type Beside = {
  readonly id: Id
  readonly name: string
  readonly may: string
  readonly proof: Id
  readonly asked: unknown
  decide(tx: Tx, standing: Standing): Promise<Draft | Refusal>
}

export function signBeside(node: Node, actor: Actor, beside: Beside): Promise<Refusal | undefined> {
  const { id, name, may, asked } = beside
  return write(node, actor, {
    id,
    name,
    asked: [beside.proof, asked],
    async decide(tx, now) {
      const scope = scopeOf(node.registry.permissions, actor, { permission: may, now })
      const proof = await findProof(tx, scope, beside.proof)
      if (!proof) return refuse('not-found')
      const holder = { council: actor.council, keys: node.store.keys, now }
      const signing = await signingKey(tx, holder)
      if (isRefusal(signing)) return signing
      const draft = await beside.decide(tx, { proof, now, pair: signing.pair })
      return isRefusal(draft) ? draft : [...signing.made, draft]
    },
  })
}
