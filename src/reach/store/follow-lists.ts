// A list was loaded or taken back: which campaigns take in, let go or restore whom?
import { type RawBuilder, sql } from 'kysely'
import type { Draft } from '../../events/index.ts'
import { getPack } from '../../hazards/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { joinAll } from '../domain/join.ts'
import { turn } from '../domain/join-cohort.ts'
import { candidates, insideArea, lastReached, liesIn, suits } from './cohort.ts'
import { type Meant, rulesThatFollow } from './find-rule.ts'
import { turnedOf } from './turned-members.ts'

export type Listed = { readonly list: string; readonly people: readonly Id[]; readonly now: number }

/**
 * Drafts that bring newly listed people into every open campaign whose rule names the list.
 * People who are members of the round already are left as they are. Call it after the people's
 * own events were appended, so that their rows are there.
 */
export async function cohortDrafts(tx: Tx, council: string, listed: Listed): Promise<Draft[]> {
  const { list, now } = listed
  const drafts: Draft[] = []
  for (const meant of await rulesThatFollow(tx, council, { list })) {
    const people = await candidates(
      tx,
      { council, now },
      await newTo(tx, meant, { council, ...listed }),
    )
    const pack = getPack(meant.pack, meant.packVersion)
    const { campaign, round, spread } = meant
    const from = Math.max(now, meant.startsAt ?? now)
    const reachedAt = await lastReached(tx, council, spread ? people.map(one => one.subject) : [])
    const joining = { campaign, round, pack, list, now: from }
    drafts.push(...joinAll(people, joining, spread ? { spread, from, reachedAt } : undefined))
  }
  return drafts
}

/** Is there an open campaign that names the list? */
export async function takesIn(tx: Tx, council: string, list: string): Promise<boolean> {
  return (await rulesThatFollow(tx, council, { list })).length > 0
}

type Asked = Listed & { readonly council: string }

async function newTo(tx: Tx, meant: Meant, asked: Asked): Promise<RawBuilder<boolean>> {
  const { rule, round } = meant
  const { council, people, now } = asked
  const inside = await insideArea(tx, council, rule)
  const isInside = inside
    ? sql`(p.dwelling = any (${[...inside.homes]}::uuid[])
        or p.id = any (${[...inside.people]}::uuid[]))`
    : sql`true`
  return sql<boolean>`p.id = any (${[...people]}::uuid[]) and p.merged_into is null
    and ${suits(council, rule, now)} and ${isInside} and ${liesIn('p.place', council, rule.places)}
    and not exists (select from members m where m.council = p.council
      and m.round = ${round} and m.subject = p.id)`
}

/** Who is off every list of a campaign by now is excused by that version; who is back, restored. */
export async function letGoDrafts(tx: Tx, council: string, list: string): Promise<Draft[]> {
  const drafts: Draft[] = []
  for (const meant of await rulesThatFollow(tx, council, { list })) {
    const { rule } = meant
    const inside = rule.area ? await insideArea(tx, council, rule) : undefined
    // Without its version here: where they live is looked at when the area moves, or each hour.
    const turned = await turnedOf(tx, council, { meant, inside, area: undefined })
    drafts.push(...turned.filter(one => one.reason !== null || inside === undefined).map(turn))
  }
  return drafts
}
