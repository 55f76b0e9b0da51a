// Who is told what a node does? Those who measure it: names, outcomes and times, no content.
import type { Node } from '../node.ts'

export type Watcher = {
  command?(name: string, outcome: string, ms: number): void
  task?(name: string, outcome: 'done' | 'failed', ms: number): void
}

const watchers = new WeakMap<Node, Set<Watcher>>()

/** What it gives back ends the watching. */
export function watch(node: Node, watcher: Watcher): () => void {
  const all = watchers.get(node) ?? new Set()
  watchers.set(node, all.add(watcher))
  return () => all.delete(watcher)
}

/** Runs the work and tells how it went; what it throws is thrown on. */
export async function watched<T>(
  node: Node,
  work: () => Promise<T>,
  tell: (watcher: Watcher, ms: number, result: T | undefined) => void,
): Promise<T> {
  const all = watchers.get(node)
  if (!all || all.size === 0) return work()
  const startedMs = performance.now()
  const end = (result: T | undefined) => {
    for (const watcher of all) tell(watcher, performance.now() - startedMs, result)
  }
  try {
    const result = await work()
    end(result)
    return result
  } catch (error) {
    end(undefined)
    throw error
  }
}
