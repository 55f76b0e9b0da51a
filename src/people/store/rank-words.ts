// Has a person every word asked for, and how well does each fit? Asked of their line of words.
import { type RawBuilder, sql } from 'kysely'
import type { Sought, Wanted } from '../domain/read-search.ts'
import { inWords, type TokenKind } from '../domain/tokens.ts'

/** Of `people p`. Plain text is looked for, so nothing that somebody types is a pattern. */
export function hasAll(council: string, wanted: readonly Wanted[]): RawBuilder<boolean> {
  const each = wanted.map(
    ({ any }) =>
      sql`(${sql.join(
        any.map(one => has(council, one)),
        or,
      )})`,
  )
  return sql<boolean>`${sql.join(each, sql` and `)}`
}

const or = sql` or `

function has(council: string, { prefix, kinds }: Sought): RawBuilder<unknown> {
  const tests = kinds.map(kind =>
    kind === 'uprn'
      ? sql`p.dwelling in (select id from dwellings
          where council = ${council} and uprn = ${prefix})`
      : sql`strpos(p.words, ${inWords(kind, prefix)}) > 0`,
  )
  return sql.join(tests, or)
}

const worstRank = 9

/** 0 is a whole word of a name; each word that fits less well adds to it. */
export function rankOf(wanted: readonly Wanted[]): RawBuilder<number> {
  const each = wanted.map(({ any }) => {
    const ranks = any.flatMap(({ prefix, kinds }) =>
      kinds.flatMap(kind => (kind === 'uprn' ? [] : ranksOf(kind, prefix))),
    )
    return ranks.length === 0 ? sql`0` : sql`least(${sql.join(ranks)}, ${sql.lit(worstRank)})`
  })
  return sql<number>`${sql.join(each, sql` + `)}`
}

function ranksOf(kind: TokenKind, prefix: string): RawBuilder<unknown>[] {
  const begins = inWords(kind, prefix)
  const base = baseRanks[kind] ?? 0
  return [
    sql`case when strpos(p.words, ${`${begins} `}) > 0 then ${sql.lit(base)}
      when strpos(p.words, ${begins}) > 0 then ${sql.lit(base + 2)} end`,
  ]
}

/** A street may be called like a person, and a sound is the weakest sign. */
const baseRanks: Readonly<Partial<Record<TokenKind, number>>> = { address: 1, sound: 5 }
