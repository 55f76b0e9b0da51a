// Whom would a campaign list, if it were opened now? The same rule as opening it, only counted.
import { sql } from 'kysely'
import type { Tx } from '../../store/open.ts'
import type { Candidate } from '../domain/join.ts'
import { type Cohort, cohortOf } from './cohort.ts'

export type CohortPreview = {
  readonly listed: number
  readonly villages: number
  /** In no village that we know. */
  readonly placeless: number
  readonly died: number
  readonly moved: number
  /** Nobody may ring them: their first step is a visit. */
  readonly noPhone: number
}

export async function previewCohort(
  tx: Tx,
  council: string,
  cohort: Cohort,
): Promise<CohortPreview> {
  const found = await cohortOf(tx, cohort, council)
  const count = (is: (one: Candidate) => boolean) => found.filter(is).length
  const places = found.flatMap(one => one.place ?? [])
  const lies = await sql<{ place: string; village: string }>`
    select p.id as place, v.id as village from places p
    join places v on v.council = p.council and v.id = any (p.path) and v.kind = 'village'
    where p.council = ${council} and p.id = any (${[...new Set(places)]}::uuid[])`.execute(tx)
  const villageOf = new Map(lies.rows.map(row => [row.place, row.village]))
  return {
    listed: found.length,
    villages: new Set(villageOf.values()).size,
    placeless: count(one => one.place === null || !villageOf.has(one.place)),
    died: count(one => one.excuse === 'died'),
    moved: count(one => one.excuse === 'moved'),
    noPhone: count(one => one.excuse === null && !one.canRing),
  }
}
