// Among whom is it worth looking? Those with the rarest word, or everybody whom the reader may see.
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Tx } from '../../store/open.ts'
import type { Sought, Wanted } from '../domain/read-search.ts'

/** A very common word is cut here, whole words first: nobody reads on past twenty. */
const aloneMax = 300
const togetherMax = 4_000
/** Up to so many are simply all looked through, so that nothing of theirs is ever cut. */
const fewPeopleMax = 3_000

/** A query that gives `person`; each is still to be checked for every word. */
export async function candidates(
  tx: Tx,
  scope: Scope,
  wanted: readonly Wanted[],
): Promise<RawBuilder<unknown>> {
  if (await seesFew(tx, scope)) {
    return sql`select id as person from people p
      where p.council = ${scope.council} and ${inScope(scope, 'p.place')}`
  }
  const rarest = await rarestOf(tx, scope, wanted)
  const isAlone = wanted.length === 1
  return havingAny(scope, rarest, isAlone ? aloneMax : togetherMax)
}

async function seesFew(tx: Tx, scope: Scope): Promise<boolean> {
  if (scope.everywhere) return false
  const found = await sql<{ count: number }>`select count(*)::int as count from (
      select 1 from people p where p.council = ${scope.council} and ${inScope(scope, 'p.place')}
      limit ${fewPeopleMax + 1}) few`.execute(tx)
  return (found.rows[0]?.count ?? 0) <= fewPeopleMax
}

/** The word that the fewest have leads; the others then narrow it. */
async function rarestOf(tx: Tx, scope: Scope, wanted: readonly Wanted[]): Promise<Wanted> {
  const leading = wanted.filter(one => !one.isShort)
  const [only] = leading
  if (!only) throw new Error('A search that has nothing but single letters is not asked for.')
  if (leading.length === 1) return only
  const counts = leading.map(
    one => sql`(select count(*) from (${havingAny(scope, one, togetherMax)}) c)`,
  )
  const found = await sql<{ counts: string[] }>`
    select array[${sql.join(counts)}]::text[] as counts`.execute(tx)
  const sizes = (found.rows[0]?.counts ?? []).map(Number)
  return leading[sizes.indexOf(Math.min(...sizes))] ?? only
}

/** Each way of having the word by itself, so that each reads one piece of the key. */
function havingAny(scope: Scope, { any }: Wanted, most: number): RawBuilder<unknown> {
  const ways = any.flatMap(one => [
    ...(one.kinds.some(kind => kind !== 'uprn') ? [havingToken(scope, one, most)] : []),
    ...(one.kinds.includes('uprn') ? [livingAt(scope, one)] : []),
  ])
  return sql`select distinct person from (${sql.join(ways, sql` union all `)}) ways`
}

/** A plain range: row security keeps the index of `like` from being used. */
function havingToken(scope: Scope, { prefix, kinds }: Sought, most: number): RawBuilder<unknown> {
  const end = `${prefix}\u{10ffff}`
  const seen = scope.everywhere
    ? sql``
    : sql`and exists (select from people p
        where p.council = x.council and p.id = x.person and ${inScope(scope, 'p.place')})`
  return sql`(select x.person from person_tokens x
    where x.council = ${scope.council} and x.token >= ${prefix} and x.token < ${end}
      and x.kind = any (${kinds}::text[]) ${seen}
    order by x.token limit ${sql.lit(most)})`
}

function livingAt(scope: Scope, { prefix }: Sought): RawBuilder<unknown> {
  return sql`(select p.id as person from dwellings d
    join people p on p.council = d.council and p.dwelling = d.id
    where d.council = ${scope.council} and d.uprn = ${prefix} limit ${sql.lit(aloneMax)})`
}
