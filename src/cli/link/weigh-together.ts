// Millions of pairs are weighed by as many threads as there are cores; fewer are done sooner alone.
import { type Done, shareOut, together, type WeighAll, weighAlone } from '../../matching/index.ts'
import { askThread, threadsAtHand } from './threads.ts'

/** To start threads and to hand them all costs about a second. */
const pairsAlone = 2_500_000

export const weighTogether: WeighAll = async weighing => {
  const { people, model, heaps, stretches, floor } = weighing
  const pairs = heaps.pairs.reduce((sum, own) => sum + own, 0)
  const threads = threadsAtHand()
  if (pairs < pairsAlone || threads < 2) return weighAlone(weighing)
  const { ingredients } = people
  const portion = shareOut({ ingredients, ground: people, model, heaps, stretches, floor })
  const all = Array.from({ length: threads }, () => askThread<Done[]>('weigh-thread', portion))
  return together((await Promise.all(all)).flat())
}
