// Is a proof what a second count of the raw log says at moments by chance, and how fast is it?
import { systemActor } from '../access/index.ts'
import type { Id } from '../kernel/ids.ts'
import { newId } from '../kernel/ids.ts'
import { checkProofFile, proofAt, unlikeTheCount, writeProofFile } from '../proof/index.ts'
import type { Tx } from '../store/open.ts'
import type { Bench } from './bench.ts'
import { chanceFrom } from './chance.ts'
import { type Figure, spreadFigures } from './result.ts'
import { momentsOf, openTown, type Town, townCouncil } from './town.ts'

const momentsUsual = 200
const buildMsMax = 5_000

type Found = { readonly lines: number; readonly wrong: string | undefined; readonly ms: number }

export const bench: Bench = async ({ seed, count, io, dataDir }) => {
  const town = await openTown({ dataDir, seed, io })
  try {
    const chance = chanceFrom(seed)
    const { from, until } = await momentsOf(town)
    const times = count ?? momentsUsual
    const bar = io.progress('Moments counted', times)
    const found: Found[] = []
    for (let i = 0; i < times; i++) {
      const at = from + chance() * (until - from)
      const isWhole = i % 4 === 0
      const place = isWhole
        ? null
        : (town.villages[Math.floor(chance() * town.villages.length)] ?? null)
      found.push(await proveAt(town, { at: Math.floor(at), place }))
      bar.update(i + 1)
    }
    bar.end()
    const unlike = found.filter(one => one.wrong !== undefined)
    for (const { wrong } of unlike) io.note(wrong ?? '')
    const lines = found.reduce((sum, one) => sum + one.lines, 0)
    const figures: Figure[] = [
      {
        measure: `proofs unlike a second count of the raw log, of ${times} random moments`,
        figure: unlike.length,
        unit: '',
        target: { is: 'exactly', value: 0 },
      },
      { measure: 'lines compared', figure: lines, unit: '' },
      ...spreadFigures(
        'a proof folded from the log',
        found.map(one => one.ms),
        buildMsMax,
      ),
    ]
    const load = `${town.members.length} members in ${town.villages.length} villages`
    return { name: 'proof', load, seed, figures }
  } finally {
    await town.close()
  }
}

/** Folded, written, read again as a file, and counted a second time. Nothing is issued. */
function proveAt(town: Town, { at, place }: { at: number; place: Id | null }): Promise<Found> {
  const { id: actor } = systemActor(townCouncil)
  return town.node.store.transaction({ council: townCouncil, actor }, async (tx: Tx) => {
    const startedMs = performance.now()
    const asked = { campaign: town.campaign, round: town.round, place, at, proof: newId() }
    const made = await proofAt(tx, townCouncil, asked)
    const ms = performance.now() - startedMs
    if (!made) throw new Error('There was no proof to make.')
    const { wrong } = checkProofFile(Buffer.from(writeProofFile([made.part])))
    const unlike = await unlikeTheCount(tx, townCouncil, made)
    const isSigned = wrong === undefined
    return { lines: made.made.lines.length, wrong: isSigned ? unlike : wrong, ms }
  })
}
