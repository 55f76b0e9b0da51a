// Millions of pairs are weighed by as many threads as there are cores; fewer are done sooner alone.
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import {
  type Done,
  type Portion,
  shareOut,
  together,
  type WeighAll,
  weighAlone,
} from '../../matching/index.ts'
import { projectRoot } from '../../store/root.ts'

/** To start threads and to hand them all costs about a second. */
const pairsAlone = 2_500_000
const threadsMax = 8

export const weighTogether: WeighAll = async weighing => {
  const { people, model, heaps, stretches, floor } = weighing
  const pairs = heaps.pairs.reduce((sum, own) => sum + own, 0)
  const threads = Math.min(threadsMax, availableParallelism())
  if (pairs < pairsAlone || threads < 2) return weighAlone(weighing)
  const { ingredients } = people
  const portion = shareOut({ ingredients, ground: people, model, heaps, stretches, floor })
  const all = Array.from({ length: threads }, () => weighIn(portion))
  return together((await Promise.all(all)).flat())
}

async function weighIn(portion: Portion): Promise<Done[]> {
  const worker = new Worker(file(), { workerData: portion })
  const [done] = (await once(worker, 'message')) as [Done[]]
  return done
}

/** From the source tree as it is, and from the bundle as it was built. */
function file(): string {
  const isSource = import.meta.url.endsWith('.ts')
  const parts = isSource ? ['src/cli/link/weigh-thread.ts'] : ['dist/cli/link/weigh-thread.js']
  return join(projectRoot, ...parts)
}
