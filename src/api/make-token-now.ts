// First the record, then the secret: a token that nobody is known to have made cannot be.
import type { Actor } from '../access/index.ts'
import { act } from '../events/index.ts'
import type { Id } from '../kernel/ids.ts'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import type { Node } from '../node.ts'
import { type MakeToken, makeToken } from './domain/make-token.ts'
import { keepSecret } from './store/tokens.ts'

export type MadeToken = {
  /** Shown once. */
  readonly token: string
  readonly id: Id
  /** Milliseconds since 1970 UTC. */
  readonly until: number
}

/** Undefined when this very command was carried out before: its token was shown then. */
export async function makeTokenNow(
  node: Node,
  actor: Actor,
  ask: Omit<MakeToken, 'token'> & { readonly command: Id },
): Promise<MadeToken | Refusal | undefined> {
  const { command, ...input } = ask
  // The command's id is the token's too, so that a second press asks for the same one.
  const done = await act(node, actor, makeToken, {
    id: command,
    input: { ...input, token: command },
  })
  if (isRefusal(done)) return done
  if (done.outcome === 'repeated') return undefined
  const { council } = actor
  const token = await node.store.transaction({ council, actor: actor.id }, tx =>
    keepSecret(tx, { council, token: command }),
  )
  return { token, id: command, until: Number(done.answer.until) }
}
