// A few threads of our own: how many there are, where their programs lie, what they answer.
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '../../store/root.ts'

const threadsMax = 8

export function threadsAtHand(): number {
  return Math.min(threadsMax, availableParallelism())
}

export async function askThread<Answer>(
  program: 'read-thread' | 'weigh-thread',
  workerData: unknown,
): Promise<Answer> {
  const worker = new Worker(fileOf(program), { workerData })
  const [answer] = (await once(worker, 'message')) as [Answer]
  return answer
}

/** From the source tree as it is, and from the bundle as it was built. */
function fileOf(program: string): string {
  const isSource = import.meta.url.endsWith('.ts')
  const parts = isSource ? [`src/cli/link/${program}.ts`] : [`dist/cli/link/${program}.js`]
  return join(projectRoot, ...parts)
}
