// Which districts are ours, by code and by name, and is a whole file about another council?
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { type District, otherDistricts } from '../domain/file-check.ts'
import { type HeaderProblem, headerKey } from '../domain/header.ts'

export type Districts = {
  readonly districtCodes: readonly string[]
  /** As `headerKey` folds them: authorities are written with spaces and without. */
  readonly districtNames: readonly string[]
}

export async function districtsOf(tx: Tx, council: string): Promise<Districts> {
  const found = await sql<{ gss: string | null; name: string }>`
    select gss, name from councils where council = ${council}
    union select gss, name from places where council = ${council} and kind = 'district'`.execute(tx)
  const names = found.rows.flatMap(({ name }) => [name, name.replace(councilWords, '')])
  return {
    districtCodes: found.rows.flatMap(({ gss }) => gss ?? []),
    districtNames: [...new Set(names.map(headerKey).filter(key => key !== ''))],
  }
}

const councilWords = /\b(?:(?:london|royal) borough of|borough|district|city council|council)\b/gi

/** Every row that names a district names another: the file went to the wrong address. */
export async function anotherCouncil(
  tx: Tx,
  { council, file }: { council: string; file: Id },
  ours: Districts,
): Promise<HeaderProblem | undefined> {
  // Nobody said which district we are: then nothing can be said about another.
  if (ours.districtCodes.length === 0) return undefined
  const found = await sql<District>`
    select coalesce(entry->>'districtCode', entry->>'authority') as code, count(*)::int as rows,
      count(*) filter (where not reasons && array['outside-district', 'other-authority'])::int
        as ours
    from staged_rows where council = ${council} and file = ${file}
      and coalesce(entry->>'districtCode', entry->>'authority') is not null
    group by 1 order by 2 desc`.execute(tx)
  const columns = otherDistricts(found.rows)
  return columns && { problem: 'another-council', columns }
}
