// How long does a council wait for its list, and how much memory does that take?
import { join } from 'node:path'
import type { Bench } from './bench.ts'
import { makeDistrict } from './empty-district.ts'
import { importFile } from './import-file.ts'
import { writeListFile } from './list-file.ts'
import type { Figure } from './result.ts'

/** Rows of a file to the seconds it may take. */
const sizes = [
  { rows: 6_500, secondsMax: 10 },
  { rows: 60_000, secondsMax: 90 },
]
const memoryMbMax = 300

export const bench: Bench = async ({ seed, count, io, dataDir }) => {
  const chosen = count === undefined ? sizes : sizes.filter(({ rows }) => rows <= count)
  const figures: Figure[] = []
  for (const { rows, secondsMax } of chosen) {
    const council = `E070000${10 + figures.length}`
    await makeDistrict({ dataDir, seed, io }, council)
    const file = join(dataDir, `list-${rows}.csv`)
    writeListFile(file, { rows, seed })
    const { seconds, memoryMb, unaccounted } = await importFile({ dataDir, council, file, rows })
    const size = `${rows.toLocaleString('en-GB')} rows`
    figures.push(
      { measure: size, figure: seconds, unit: 's', target: { is: 'at most', value: secondsMax } },
      {
        measure: `${size}, most memory`,
        figure: memoryMb,
        unit: 'MB',
        target: { is: 'at most', value: memoryMbMax },
      },
      {
        measure: `${size}, without an account`,
        figure: unaccounted,
        unit: '',
        target: { is: 'exactly', value: 0 },
      },
    )
  }
  const load = './doorstep import of a shielded patient list, into a district with all its homes'
  return { name: 'import', load, seed, figures }
}
