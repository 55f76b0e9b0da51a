// First the record, then the secret; and a notice on trial that says nothing.
import { type Actor, systemId } from '../access/index.ts'
import { act } from '../events/index.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import type { Node } from '../node.ts'
import { type AddSubscription, addSubscription } from './domain/add-subscription.ts'
import { rotateSecret } from './domain/change-subscription.ts'
import { testNotice } from './notice.ts'
import { loopbackIsAllowed, type Network } from './send/network.ts'
import { type Answered, post } from './send/post.ts'
import { newSecret, signedHeaders } from './send/sign.ts'
import { noteDelivery } from './store/deliveries.ts'
import { keepSecret, secretsOf } from './store/secrets.ts'
import { addressOf, listHosts } from './store/subscriptions.ts'

/** Shown once; undefined when this very command was carried out before. */
export type Shown = { readonly subscription: Id; readonly secret: string | undefined }

export async function subscribe(
  node: Node,
  actor: Actor,
  ask: Omit<AddSubscription, 'subscription'> & { readonly command: Id },
): Promise<Shown | Refusal> {
  const { command: id, ...rest } = ask
  const input = { ...rest, subscription: id }
  const done = await act(node, actor, addSubscription, { id, input })
  if (isRefusal(done)) return done
  const isNew = done.outcome === 'accepted'
  return { subscription: id, secret: isNew ? await keepNew(node, actor, id) : undefined }
}

export async function changeSecret(
  node: Node,
  actor: Actor,
  { id, subscription }: { readonly id: Id; readonly subscription: Id },
): Promise<Shown | Refusal> {
  const done = await act(node, actor, rotateSecret, { id, input: { subscription } })
  if (isRefusal(done)) return done
  const isNew = done.outcome === 'accepted'
  return { subscription, secret: isNew ? await keepNew(node, actor, subscription) : undefined }
}

async function keepNew(node: Node, { council, id }: Actor, subscription: Id): Promise<string> {
  const secret = newSecret()
  const now = node.clock.now()
  await node.store.transaction({ council, actor: id }, tx =>
    keepSecret(tx, council, { keys: node.store.keys, subscription, secret, now }),
  )
  return secret
}

type Trial = { readonly council: string; readonly subscription: Id; readonly network?: Network }

/** Undefined when there is no such subscription, or it is over. */
export async function sendTest(node: Node, trial: Trial): Promise<Answered | undefined> {
  const { council, subscription, network } = trial
  const who = { council, actor: systemId }
  const now = node.clock.now()
  const known = await node.store.transaction(who, async tx => ({
    address: await addressOf(tx, council, subscription),
    secrets: await secretsOf(tx, council, { keys: node.store.keys, subscription, now }),
    hosts: await listHosts(tx, council),
  }))
  if (!known.address) return undefined
  const { id, body } = testNotice(newId(), now)
  const headers = signedHeaders({ id, at: now, body, secrets: known.secrets })
  const rules = { hosts: known.hosts, allowsLoopback: loopbackIsAllowed() }
  const startedMs = performance.now()
  const answered = await post({ address: known.address, headers, body, rules, network })
  const { status, problem } = answered
  const tookMs = performance.now() - startedMs
  const note = { subscription, seq: null, kind: null, attempt: 1, at: now, tookMs, status, problem }
  await node.store.transaction(who, tx => noteDelivery(tx, council, note))
  return answered
}
