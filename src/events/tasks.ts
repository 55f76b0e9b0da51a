// What does a running server do by itself? Every task of every capability, again and again.
import type { Node } from '../node.ts'
import type { Task } from './capability.ts'
import { type Watcher, watched } from './watch.ts'

const firstMsMax = 2_000

/** Starts all tasks; what it gives back ends them, and waits for those that are under way. */
export function startTasks(
  node: Node,
  failed: (task: string, error: unknown) => void,
): () => Promise<void> {
  const tasks = node.registry.capabilities.flatMap(capability => capability.tasks)
  const loops = tasks.map(task => startLoop(node, task, failed))
  return async () => {
    await Promise.all(loops.map(stop => stop()))
  }
}

function startLoop(node: Node, task: Task, failed: (task: string, error: unknown) => void) {
  let isOver = false
  let running: Promise<void> = Promise.resolve()
  let timer = setTimeout(turn, Math.random() * Math.min(task.everyMs, firstMsMax))
  function turn() {
    const tell = (watcher: Watcher, ms: number, isDone: true | undefined) =>
      watcher.task?.(task.name, isDone ? 'done' : 'failed', ms)
    running = watched(node, () => task.run(node).then(() => true as const), tell)
      .catch(error => failed(task.name, error))
      .then(() => {
        if (!isOver) timer = setTimeout(turn, task.everyMs)
      })
  }
  return () => {
    isOver = true
    clearTimeout(timer)
    return running
  }
}
