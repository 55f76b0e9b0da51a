// What has to happen between the rows being back and the doors opening?
import { systemActor, systemId } from '../access/index.ts'
import { act, listCouncils } from '../events/index.ts'
import { newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Node } from '../node.ts'
import { erasePerson } from '../people/index.ts'
import type { Erasure } from './store/erasures.ts'

/** Every capability lets go of what must not live or happen twice. */
export async function letGo(node: Node): Promise<void> {
  const now = new Date(node.clock.now())
  for (const { id: council } of await listCouncils(node)) {
    await node.store.transaction({ council, actor: systemId }, async tx => {
      for (const one of node.registry.capabilities) await one.afterRestore(tx, council, now)
    })
  }
}

export type Replayed = { readonly erased: number; readonly before: number }

/**
 * Erases again who was erased after the backup was made. Who was erased before it, or came after
 * it, is not there to be erased.
 */
export async function replayErasures(node: Node, list: readonly Erasure[]): Promise<Replayed> {
  const councils = new Set((await listCouncils(node)).map(({ id }) => id))
  let erased = 0
  let before = 0
  for (const { council, records } of list.filter(one => councils.has(one.council))) {
    for (const person of records) {
      const request = { id: newId(), input: { person } }
      const done = await act(node, systemActor(council), erasePerson, request)
      if (isRefusal(done)) before += 1
      else erased += 1
    }
  }
  return { erased, before }
}
