// A sealed list is opened: by its rule, with a reason, through the ordinary load.
import type { Actor } from '../../access/index.ts'
import { changeOnce } from '../../events/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts'
import { importList, profiles } from '../../lists/index.ts'
import type { Node } from '../../node.ts'
import { listOpened } from '../domain/events.ts'
import { openDaysMax, opener, whyLettersMax } from '../domain/rules.ts'
import { dropCheck } from './keep-check.ts'
import { sealedBytes } from './keep-sealed.ts'
import { findSealed, occasionsInForce } from './queries.ts'

export type Opening = {
  readonly id: Id
  readonly sealed: Id
  readonly why: string
  readonly days: number
}

/**
 * Loaded first and noted after: if the server stops between the two, opening it again finds the
 * version that was loaded and only notes it.
 */
export async function openSealed(
  node: Node,
  actor: Actor,
  { id, sealed, why, days }: Opening,
): Promise<Refusal | undefined> {
  const reason = why.trim()
  const isLong = reason.length > whyLettersMax || !Number.isInteger(days) || days > openDaysMax
  if (reason === '' || isLong || days < 1) return refuse('invalid')
  const ready = await readyToOpen(node, actor, sealed)
  if (isRefusal(ready)) return ready
  const loaded = await importList(node, actor, {
    profile: ready.profile,
    name: ready.profile.id,
    chunks: chunksOf(ready.bytes),
    shrinkReason: reason,
  })
  if (isRefusal(loaded)) return loaded
  if ('problem' in loaded) return refuse('unreadable-file')
  const { version } = loaded
  if (version === null) return refuse('unreadable-file')
  const until = node.clock.now() + days * dayMs
  const body = { sealed, version, occasion: ready.occasion, until }
  return changeOnce(node, actor, {
    id,
    name: 'sealed.open',
    asked: [sealed, reason, days],
    async decide(tx) {
      // Its version says by now what could not be read.
      await dropCheck(tx, { council: actor.council, sealed })
      const found = await findSealed(tx, actor.council, sealed)
      if (found?.state !== 'sealed') return refuse('already-done')
      return [listOpened({ subjects: [], body, words: { why: reason } })]
    },
  })
}

async function readyToOpen(node: Node, actor: Actor, sealed: Id) {
  const { council } = actor
  return node.store.transaction({ council, actor: actor.id }, async tx => {
    const found = await findSealed(tx, council, sealed)
    if (!found) return refuse('not-found')
    if (found.state !== 'sealed') return refuse('already-done')
    const occasion = opener(found, await occasionsInForce(tx, council))
    if (occasion === undefined) return refuse('not-its-day')
    const profile = profiles.find(({ id }) => id === found.list)
    const bytes = await sealedBytes(tx, { council, sealed, keys: node.store.keys })
    if (!profile || bytes === undefined) return refuse('unreadable-file')
    return { profile, bytes, occasion }
  })
}

async function* chunksOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}
