// How good are walks and rounds that are looked for a moment only, and do they keep every rule?
// `--what long` looks for the best there are and keeps them.
import type { Bench } from './bench.ts'
import type { Figure } from './result.ts'
import { keepBests, readBests } from './rounds-best.ts'
import { villageFigures } from './rounds-villages.ts'
import { longWalks, walkFigures } from './rounds-walks.ts'
import { longRounds, windowFigures } from './rounds-windows.ts'

export const bench: Bench = async ({ seed, count, what }) => {
  const load = 'invented walks, rounds and villages; four threads for the villages'
  if (what === 'long') {
    const found = { ...longWalks(seed), ...longRounds(seed) }
    keepBests(found)
    const kept = { measure: 'sets looked at', figure: Object.keys(found).length, unit: '' }
    return { name: 'rounds', load, seed, figures: [kept] }
  }
  const bests = readBests()
  const figures: Figure[] = []
  const isAsked = (part: string) => what === undefined || what === part
  if (isAsked('walks')) figures.push(...walkFigures(seed, bests))
  if (isAsked('windows')) figures.push(...windowFigures(seed, bests))
  if (isAsked('villages')) figures.push(...(await villageFigures(seed, count)))
  return { name: 'rounds', load, seed, figures }
}
