// How long until everybody and every home inside an area is listed, and until it has moved on?
import { sql } from 'kysely'
import { systemActor } from '../access/index.ts'
import { drawArea } from '../areas/index.ts'
import { act } from '../events/index.ts'
import { isFileProblem, loadPlaces } from '../geography/index.ts'
import { newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { openCampaign } from '../reach/index.ts'
import type { Bench } from './bench.ts'
import type { Figure } from './result.ts'
import { openTown, type Town, townCouncil } from './town.ts'

const minuteMax = 60_000
const system = () => systemActor(townCouncil)

export const bench: Bench = async ({ seed, io, dataDir }) => {
  const town = await openTown({ dataDir, seed, io })
  try {
    const homes = await placePostcodes(town)
    const area = newId()
    const figures: Figure[] = []
    const target = { is: 'at most', value: minuteMax } as const
    const measure = async (name: string, work: () => Promise<unknown>) => {
      const startedMs = performance.now()
      await work()
      const figure = Math.round(performance.now() - startedMs)
      figures.push({ measure: name, figure, unit: 'ms', target })
    }
    await measure('the area is drawn', () => draw(town, { area, number: 1, north: 53 }))
    await measure('every home inside is listed', () => open(town, area, 'dwelling'))
    await measure('every person inside is listed', () => open(town, area, 'person'))
    await measure('it shrinks to a half: who left is excused', () =>
      draw(town, { area, number: 2, north: middle }),
    )
    await measure('it grows again: all are restored', () =>
      draw(town, { area, number: 3, north: 53 }),
    )
    const members = await countMembers(town)
    return { name: 'areas', load: `${homes} homes, ${members} members of rounds`, seed, figures }
  } finally {
    await town.close()
  }
}

const south = 52
const middle = 52.2

/** Each postcode of the town is given an invented point: on a line from south to north. */
async function placePostcodes(town: Town): Promise<number> {
  const who = { council: townCouncil, actor: system().id }
  const found = await town.node.store.transaction(who, tx =>
    sql<{ postcode: string; homes: number }>`select postcode, count(*)::int as homes
      from dwellings where council = ${townCouncil} and ended_at is null
      group by postcode order by md5(postcode)`.execute(tx),
  )
  const district = await gssOf(town)
  const step = (2 * (middle - south)) / found.rows.length
  const lines = found.rows.map(
    ({ postcode }, at) => `${postcode},${south + at * step},0.1,${district}`,
  )
  const open = async function* () {
    yield new TextEncoder().encode(['pcds,lat,long,oslaua', ...lines, ''].join('\n'))
  }
  const options = { isInMetres: false, takenAs: null }
  const asked = { id: newId(), name: 'postcodes.csv', file: { open }, options }
  const done = await loadPlaces(town.node, system(), asked)
  if (isRefusal(done) || isFileProblem(done)) throw new Error('The postcodes were refused')
  return found.rows.reduce((sum, one) => sum + one.homes, 0)
}

type Drawn = { readonly area: string; readonly number: number; readonly north: number }

async function draw(town: Town, { area, number, north }: Drawn): Promise<void> {
  const ring = [
    [0, south - 1],
    [1, south - 1],
    [1, north],
    [0, north],
    [0, south - 1],
  ] as [number, number][]
  const input = {
    ...{ area, version: newId(), number, name: 'Flood', note: '' },
    ...{ source: 'drawn' as const, shape: [[ring]], postcodes: [] },
  }
  const done = await act(town.node, system(), drawArea, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`The area was refused: ${done.refused}`)
}

async function open(town: Town, area: string, memberKind: 'dwelling' | 'person'): Promise<void> {
  const input = {
    ...{ campaign: newId(), round: newId(), title: 'Flood', purpose: 'Safe?' },
    ...{ pack: 'pandemic', memberKind, answerable: system().id },
    rule: { lists: [], places: [], withFlags: [], withoutFlags: [], area },
  }
  const done = await act(town.node, system(), openCampaign, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`The campaign was refused: ${done.refused}`)
}

/** Without a code of its own a council takes every postcode. */
async function gssOf(town: Town): Promise<string> {
  const who = { council: townCouncil, actor: system().id }
  const found = await town.node.store.transaction(who, tx =>
    sql<{ gss: string | null }>`select gss from councils
      where council = ${townCouncil}`.execute(tx),
  )
  return found.rows[0]?.gss ?? 'E07000012'
}

async function countMembers(town: Town): Promise<number> {
  const who = { council: townCouncil, actor: system().id }
  const found = await town.node.store.transaction(who, tx =>
    sql<{ n: number }>`select count(*)::int as n from members
      where council = ${townCouncil}`.execute(tx),
  )
  return found.rows[0]?.n ?? 0
}
