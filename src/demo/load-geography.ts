// How do the district's wards and the points of its villages come in? As files, the way that a
// council hands them in; there are no open boundaries of its parishes.
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { isFileProblem, loadPlaces } from '../geography/index.ts'
import { minuteMs } from '../kernel/clock.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { southCambridgeshire } from '../places/index.ts'
import { projectRoot } from '../store/root.ts'
import { demoActor, demoId, type Loading, turnTo } from './loading.ts'

const wards = 'south-cambridgeshire-wards-2025.geojson'
const points = 'south-cambridgeshire-villages.csv'

export async function loadGeography(loading: Loading, begunMs: number): Promise<void> {
  turnTo(loading, begunMs + 30 * minuteMs)
  const folder = join(projectRoot, 'src/geography/data')
  await loadFile(loading, wards, () => createReadStream(join(folder, wards)))
  const names = new Set(loading.district.places.villages.map(village => village.name))
  await loadFile(loading, points, () => pointsFile(names))
}

type Open = () => AsyncIterable<Uint8Array>

async function loadFile({ node }: Loading, name: string, open: Open): Promise<void> {
  const id = demoId('step', name)
  const options = { isInMetres: false, takenAs: null }
  const done = await loadPlaces(node, demoActor(), { id, name, file: { open }, options })
  if (isRefusal(done) || isFileProblem(done)) throw new Error(`Broken: ${name} was refused`)
}

async function* pointsFile(names: ReadonlySet<string>): AsyncIterable<Uint8Array> {
  const villages = southCambridgeshire.villages.filter(village => names.has(village.name))
  const lines = villages.map(({ name, parishCode, latitude, longitude }) =>
    [`"${name}"`, parishCode, latitude, longitude].join(','),
  )
  yield new TextEncoder().encode(['name,code,latitude,longitude', ...lines, ''].join('\r\n'))
}
