// The engine as one council needs it: with how common its names are. Counted when it is first
// asked for, and again when the council has grown.
import { sql } from 'kysely'
import { type Commonness, type Judge, newJudge } from '../../matching/index.ts'
import type { Tx } from '../../store/open.ts'
import { fold } from '../domain/keys.ts'

type Kept = { readonly judge: Judge; readonly head: number }

const councilsMax = 20
const kept = new Map<string, Kept>()
const namesMax = 4_000
/** So many people say enough about their names. */
const countedMax = 100_000
const rareBelow = 4
const grownBy = 1.2
const eventsLeast = 5_000

/** Of a council whose record has hardly grown it is the same as before. */
export async function judgeOf(tx: Tx, council: string): Promise<Judge> {
  const head = await headOf(tx, council)
  const before = kept.get(council)
  if (before && head >= before.head && head <= before.head * grownBy + eventsLeast) {
    return before.judge
  }
  const judge = newJudge(await countNames(tx, council))
  kept.delete(council)
  kept.set(council, { judge, head })
  const [oldest] = kept.keys()
  if (kept.size > councilsMax && oldest !== undefined) kept.delete(oldest)
  return judge
}

async function headOf(tx: Tx, council: string): Promise<number> {
  const found = await sql<{ head: number }>`select seq::int as head from council_logs
    where council = ${council}`.execute(tx)
  return found.rows[0]?.head ?? 0
}

type Counted = { readonly kind: 'given' | 'family' | 'all'; name: string; people: number }

async function countNames(tx: Tx, council: string): Promise<Commonness> {
  const found = await sql<Counted>`
    with counted as materialized (
      select lower(given) as given, family_key as family from people
      where council = ${council} and merged_into is null and erased_at is null
      limit ${countedMax})
    select 'all' as kind, '' as name, count(*)::int as people from counted
    union all (select 'given', given, count(*)::int from counted
      group by given having count(*) >= ${rareBelow} order by 3 desc, 2 limit ${namesMax})
    union all (select 'family', family, count(*)::int from counted
      group by family having count(*) >= ${rareBelow} order by 3 desc, 2 limit ${namesMax})
  `.execute(tx)
  const of = (wanted: Counted['kind']) =>
    new Map(
      found.rows.flatMap(({ kind, name, people }) =>
        kind === wanted ? [[fold(name), people] as const] : [],
      ),
    )
  return { people: of('all').get('') ?? 0, given: of('given'), family: of('family') }
}
