// What did the council receive? Eight shielded lists, and the truth of whom each row is about.
import { councilKnownRows } from './council-known.ts'
import { csvOf } from './csv.ts'
import { addDays, londonInstant } from './london-time.ts'
import { at } from './random.ts'
import { splHeader, splRows } from './spl-rows.ts'
import type { District, ListFile, TruthRow } from './types.ts'
import { listArrivals } from './workload.ts'

export function splFiles(district: District): ListFile[] {
  return splFilesUntil(district, Number.POSITIVE_INFINITY)
}

/** Those that had arrived by a moment, in milliseconds since 1970 UTC. */
export function splFilesUntil(district: District, untilMs: number): ListFile[] {
  const { startedOn } = district.story
  return listArrivals.flatMap(([day, minutes], index) => {
    const version = index + 1
    const received = londonInstant(addDays(startedOn, day), minutes)
    if (received.getTime() > untilMs) return []
    const cells = splRows(district, version).map(row => row.cells)
    return {
      name: splName(version, startedOn),
      version,
      day,
      receivedAt: received.toISOString(),
      csv: csvOf(splHeader, cells),
    }
  })
}

/** Which invented person each row of each file is about: what matching is measured against. */
export function truth(district: District): TruthRow[] {
  const traps = new Map(district.people.map(({ ref, trap }) => [ref, trap?.kind ?? null]))
  const shielded = listArrivals.flatMap((_, index) =>
    splRows(district, index + 1).map(({ person, cells: _cells, ...marks }, place) => ({
      file: splName(index + 1, district.story.startedOn),
      row: place + 1,
      personRef: person.ref,
      hasNhsNumber: true,
      ...marks,
      trap: traps.get(person.ref) ?? null,
    })),
  )
  const known = councilKnownRows(district).map(({ cells: _cells, ...row }) => ({
    ...row,
    trap: traps.get(row.personRef) ?? null,
  }))
  return [...shielded, ...known]
}

function splName(version: number, startedOn: string): string {
  const [day] = at(listArrivals, version - 1)
  return `SPL_E07000012_v${version}_${addDays(startedOn, day).replaceAll('-', '')}.csv`
}
