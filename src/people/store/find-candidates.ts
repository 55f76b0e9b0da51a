// Who has the words asked for, and how well does each word fit? From the key of tokens alone.
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Tx } from '../../store/open.ts'
import type { Wanted } from '../domain/read-search.ts'
import { inWords } from '../domain/tokens.ts'

/** One word asked for alone is cut here, whole words first: nobody reads on past twenty. */
const aloneMax = 300
/** Of several words, at first. */
const quickMax = 4_000
/** Who sees only some people may have theirs anywhere in a long list. */
const inScopeMax = 12_000
/**
 * A word that more have than this is looked for in the lines of those who have the others. To read
 * one more of a key costs a twentieth of what it costs to read somebody's row.
 */
const togetherMax = 12_000

export type Plan = {
  /** Words that few have: found by the key. */
  readonly lead: readonly Wanted[]
  /** Words that many have, and single letters: looked for in the lines of words. */
  readonly rest: readonly Wanted[]
  readonly most: number
}

/** As if nobody's words were very common: right for nearly every search. */
export function quickPlan(scope: Scope, wanted: readonly Wanted[]): Plan {
  const lead = wanted.filter(one => !one.isShort)
  const rest = wanted.filter(one => one.isShort)
  const isAlone = wanted.length === 1
  const most = isAlone ? aloneMax : quickMax
  return { lead, rest, most: scope.everywhere ? most : inScopeMax }
}

/** Where the quick plan found few: had it cut a word that very many have? Then that word last. */
export async function betterPlan(tx: Tx, scope: Scope, quick: Plan): Promise<Plan | undefined> {
  if (quick.lead.length === 1) return undefined
  const counts = await countsOf(tx, scope, { wanted: quick.lead, most: togetherMax })
  const wasCut = counts.some(count => count >= quick.most)
  if (!wasCut || counts.includes(0)) return undefined
  const rare = quick.lead.filter((_, at) => (counts[at] ?? 0) < togetherMax)
  const lead = rare.length > 0 ? rare : quick.lead.slice(0, 1)
  const rest = [...quick.lead.filter(one => !lead.includes(one)), ...quick.rest]
  return { lead, rest, most: togetherMax }
}

async function countsOf(
  tx: Tx,
  scope: Scope,
  { wanted, most }: { readonly wanted: readonly Wanted[]; readonly most: number },
): Promise<readonly number[]> {
  const found = await sql<{ nth: number; count: number }>`
    select a.nth, sum(c.count)::int as count from (${askedFor(wanted)}) a
    cross join lateral (select count(*) from (
      select 1 from person_tokens x where ${isAsked(scope)} limit ${most}) t) c
    group by a.nth`.execute(tx)
  const byWord = new Map(found.rows.map(({ nth, count }) => [nth, count]))
  return wanted.map(({ any }, at) => {
    const isOfHomes = any.some(({ kinds }) => kinds.includes('uprn'))
    return (byWord.get(at) ?? 0) + (isOfHomes ? 1 : 0)
  })
}

/** Gives `person` and `rank` of those who have every leading word. */
export function havingLead(scope: Scope, { lead, most }: Plan): RawBuilder<unknown> {
  return sql`select person, sum(rank)::int as rank from (
      select nth, person, min(rank) as rank from (
        select a.nth, t.person, case when t.kind = 'sound' then 5 when t.kind = 'address' then 1
          else 0 end + (t.token <> a.prefix)::int * 2 as rank
        from (${askedFor(lead)}) a
        cross join lateral (select x.person, x.token, x.kind from person_tokens x
          where ${isAsked(scope)} order by x.token limit ${most}) t
        ${livingAt(scope, lead)}) ways
      group by nth, person) words
    where ${isSeen(scope)}
    group by person having count(*) = ${lead.length}`
}

/** From the index of places alone. Written so that the database makes one set and asks that. */
function isSeen(scope: Scope): RawBuilder<boolean> {
  if (scope.everywhere) return sql<boolean>`true`
  return sql<boolean>`(person in (select s.id from people s
    where s.council = ${scope.council} and ${inScope(scope, 's.place')})) is true`
}

/** Always the same text, however many words: the database plans it once. */
function askedFor(wanted: readonly Wanted[]): RawBuilder<unknown> {
  const ways = wanted.flatMap(({ any }, nth) =>
    any.map(one => ({ nth, ...one })).filter(one => !one.kinds.includes('uprn')),
  )
  const beyond = ways.map(({ prefix, kinds }) => prefix + (kinds.includes('sound') ? next : end))
  return sql`select nth, prefix collate "C" as prefix, beyond collate "C" as beyond,
      kinds::text[] as kinds
    from unnest(${ways.map(one => one.nth)}::int[], ${ways.map(one => one.prefix)}::text[],
      ${beyond}::text[], ${ways.map(one => `{${one.kinds.join(',')}}`)}::text[])
      as u (nth, prefix, beyond, kinds) offset 0`
}

const end = '\u{10ffff}'
/** A sound is asked for whole: its beginning is the beginning of too much else. */
const next = '\u0001'

/** A plain range: row security keeps the index of `like` from being used. */
function isAsked(scope: Scope): RawBuilder<boolean> {
  return sql<boolean>`x.council = ${scope.council} and x.token >= a.prefix and x.token < a.beyond
    and x.kind = any (a.kinds)`
}

/** The number of a property is known of homes, not of people. */
function livingAt(scope: Scope, wanted: readonly Wanted[]): RawBuilder<unknown> {
  const homes = wanted.flatMap(({ any }, nth) =>
    any.filter(one => one.kinds.includes('uprn')).map(({ prefix }) => ({ nth, prefix })),
  )
  if (homes.length === 0) return sql``
  return sql`union all select u.nth, p.id, 0
    from unnest(${homes.map(one => one.nth)}::int[], ${homes.map(one => one.prefix)}::text[])
      as u (nth, uprn)
    join dwellings d on d.council = ${scope.council} and d.uprn = u.uprn
    join people p on p.council = ${scope.council} and p.dwelling = d.id`
}

/** Of `people p`. Plain text is looked for, so nothing that somebody types is a pattern. */
export function hasRest(rest: readonly Wanted[]): RawBuilder<boolean> {
  if (rest.length === 0) return sql<boolean>`true`
  const each = rest.map(({ any }) => {
    const ways = any.flatMap(({ prefix, kinds }) =>
      kinds.flatMap(kind => (kind === 'uprn' ? [] : [inWords(kind, prefix)])),
    )
    return sql`(${sql.join(
      ways.map(way => sql`strpos(p.words, ${way}) > 0`),
      sql` or `,
    )})`
  })
  return sql<boolean>`${sql.join(each, sql` and `)}`
}
