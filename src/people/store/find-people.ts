// Who may somebody mean? People in the reader's scope who have every word asked for, best first.
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Wanted } from '../domain/read-search.ts'

export const foundMax = 20
/** A very common word is cut here, exact words first: nobody reads on past twenty. */
const alone = { tokensMax: 500 }
const together = { tokensMax: 4_000 }

export type Found = {
  readonly id: Id
  readonly number: number
  readonly name: string
  readonly born: string | null
  readonly address: string
  readonly postcode: string
  readonly flags: readonly string[]
  readonly street: string | null
  readonly village: string | null
  readonly phones: readonly string[]
}

/** Gives one more than the page shows, so that the page can say there are more. */
export async function findPeople(
  tx: Tx,
  scope: Scope,
  wanted: readonly Wanted[],
): Promise<readonly Found[]> {
  const [rarest, ...others] = await rarestFirst(tx, scope, wanted)
  if (!rarest) return []
  const { council } = scope
  const { tokensMax } = others.length === 0 ? alone : together
  const rare = others.filter(one => one.count < tokensMax)
  const common = others.filter(one => one.count >= tokensMax)
  const found = await sql<Found>`
    with first as materialized (${havingWord(council, rarest.wanted, tokensMax)}),
    named as materialized (
      select s.person, s.rank ${list(rare.map((_, at) => sql`+ ${sql.ref(`w${at}.rank`)}`))} as rank
      from first s
      ${list(rare.map(({ wanted }, at) => joinedWord(council, wanted, at)))}
      where true ${list(common.map(({ wanted }) => hasToo(council, wanted)))}
    ), hits as materialized (
      select p.root as id, min(n.rank) as rank
      from named n join people p on p.council = ${council} and p.id = n.person
      where p.erased_at is null and ${inScope(scope, 'p.place')}
      group by p.root
    )
    select p.id, p.number, p.name, to_char(p.born, 'YYYY-MM-DD') as born, p.address, p.postcode,
      p.flags, street.name as street, village.name as village,
      array(select c.value from contact_points c where c.council = p.council
        and c.person = p.id and c.kind <> 'email' order by c.id) as phones
    from (select hits.rank, p.* from hits
      join people p on p.council = ${council} and p.id = hits.id
      where ${inScope(scope, 'p.place')}
      order by hits.rank, p.family_key, p.name_key, p.number limit ${foundMax + 1}) p
    left join places street on street.council = p.council and street.id = p.place
    left join places village on village.council = p.council and village.kind = 'village'
      and village.id = any (street.path)
    order by p.rank, p.family_key, p.name_key, p.number`.execute(tx)
  return found.rows
}

type Counted = { readonly wanted: Wanted; readonly count: number }

/** The word that the fewest have leads; the others then narrow it. */
async function rarestFirst(
  tx: Tx,
  scope: Scope,
  wanted: readonly Wanted[],
): Promise<readonly Counted[]> {
  if (wanted.length < 2) return wanted.map(one => ({ wanted: one, count: 0 }))
  const counts = wanted.map(
    one => sql`(select count(*) from (select 1 from person_tokens x
      where x.council = ${scope.council} and ${isWanted(one)} limit ${together.tokensMax}) t)`,
  )
  const found = await sql<{ counts: string[] }>`
    select array[${sql.join(counts)}]::text[] as counts`.execute(tx)
  const counted = found.rows[0]?.counts.map(Number) ?? []
  return wanted
    .map((one, at) => ({ wanted: one, count: counted[at] ?? 0 }))
    .sort((a, b) => a.count - b.count)
}

/** A plain range: row security keeps the index of `like` from being used. */
function isWanted({ prefix, kinds }: Wanted): RawBuilder<boolean> {
  return sql<boolean>`x.token >= ${prefix} and x.token < ${`${prefix}\u{10ffff}`}
    and x.kind = any (${kinds}::text[])`
}

/** Whole words before beginnings, and names before addresses. */
function havingWord(council: string, one: Wanted, tokensMax: number): RawBuilder<unknown> {
  return sql`select person, min(rank) as rank from (
      select x.person, (x.token <> ${one.prefix})::int * 2 + (x.kind = 'address')::int as rank
      from person_tokens x where x.council = ${council} and ${isWanted(one)}
      order by x.token limit ${tokensMax}) t
    group by person`
}

function joinedWord(council: string, one: Wanted, at: number): RawBuilder<unknown> {
  const name = sql.ref(`w${at}`)
  const word = havingWord(council, one, together.tokensMax)
  return sql`join (${word}) as ${name} on ${name}.person = s.person`
}

/** Asked person by person, which `starts_with` keeps to: no index can serve it. */
function hasToo(council: string, { prefix, kinds }: Wanted): RawBuilder<unknown> {
  return sql`and exists (select from person_tokens x
    where x.council = ${council} and x.person = s.person
      and starts_with(x.token, ${prefix}) and x.kind = any (${kinds}::text[]))`
}

function list(parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return parts.length === 0 ? sql`` : sql.join(parts, sql` `)
}
