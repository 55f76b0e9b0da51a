// Whom would a campaign list, if it were opened now? The same rule as opening it, only counted.
import { sql } from 'kysely'
import type { Tx } from '../../store/open.ts'
import type { Cohort } from '../domain/campaign-terms.ts'
import type { Candidate } from '../domain/join.ts'
import { cohortOf, insideArea } from './cohort.ts'

export type CohortPreview = {
  readonly listed: number
  readonly villages: number
  /** In no village that we know. */
  readonly placeless: number
  readonly died: number
  readonly moved: number
  /** Nobody may ring them: their first step is a visit. */
  readonly noPhone: number
  /** Of people: their age is not known, so they are listed whatever ages are asked for. */
  readonly ageUnknown: number
  /** Nobody can say whether these lie in the area: homes, and people tied to no home. */
  readonly homesUnknown: number
  readonly peopleUnknown: number
}

export async function previewCohort(
  tx: Tx,
  cohort: Cohort,
  { council, now }: { readonly council: string; readonly now: number },
): Promise<CohortPreview> {
  const inside = await insideArea(tx, council, cohort.rule)
  const found = await cohortOf(tx, cohort, { council, now, inside })
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
    ageUnknown: await agesUnknown(tx, council, { cohort, found }),
    homesUnknown: inside?.homesUnknown ?? 0,
    peopleUnknown: inside?.peopleUnknown ?? 0,
  }
}

type Ages = { readonly cohort: Cohort; readonly found: readonly Candidate[] }

async function agesUnknown(tx: Tx, council: string, { cohort, found }: Ages): Promise<number> {
  const { ageFrom, ageTo } = cohort.rule
  if (cohort.memberKind !== 'person' || (ageFrom ?? ageTo) === undefined) return 0
  const people = found.map(one => one.subject)
  const counted = await sql<{ n: number }>`select count(*)::int as n from people
    where council = ${council} and id = any (${people}::uuid[]) and born is null`.execute(tx)
  return counted.rows[0]?.n ?? 0
}
