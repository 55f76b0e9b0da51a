// Who belongs to a campaign by its rule at this moment?
import { type RawBuilder, sql } from 'kysely'
import { findArea, type Inside, whoIsInside } from '../../areas/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { londonDate } from '../../kernel/london.ts'
import { hardStops } from '../../people/index.ts'
import type { Tx } from '../../store/open.ts'
import { isOut } from '../../works/index.ts'
import type { Cohort, CohortRule } from '../domain/campaign-terms.ts'
import type { Candidate } from '../domain/join.ts'
import { reachedBy } from '../domain/outcomes.ts'

export type CohortAsk = {
  readonly council: string
  readonly now: number
  /** Who lies in the area, where that was asked already: of a version that is about to be. */
  readonly inside?: Inside | undefined
}

/** Everybody, every home or every organisation that a rule names at this moment. */
export async function cohortOf(
  tx: Tx,
  { memberKind, rule }: Cohort,
  ask: CohortAsk,
): Promise<readonly Candidate[]> {
  const inside = ask.inside ?? (await insideArea(tx, ask.council, rule))
  const asked = { ...ask, rule, inside }
  if (memberKind === 'dwelling') return dwellingsIn(tx, asked)
  if (memberKind === 'organisation') return organisationsIn(tx, asked)
  return candidates(tx, ask, wantedByRule(asked))
}

type Asked = CohortAsk & { readonly rule: CohortRule; readonly inside: Inside | undefined }

/** Undefined: the rule names no area. An area that is not there holds nobody. */
export async function insideArea(
  tx: Tx,
  council: string,
  { area }: Pick<CohortRule, 'area'>,
): Promise<Inside | undefined> {
  if (area === undefined) return undefined
  const found = await findArea(tx, council, area)
  return whoIsInside(tx, council, found ?? { shape: [], postcodes: [] })
}

/** Every home there that stands, listed or not: a flood asks at each door. */
async function dwellingsIn(tx: Tx, { council, rule, inside }: Asked) {
  const isInside = inside ? sql`d.id = any (${[...inside.homes]}::uuid[])` : sql`true`
  const found = await sql<Candidate>`
    select d.id as subject, 'dwelling' as kind, d.street as place, false as "canRing",
      null as excuse
    from dwellings d where d.council = ${council} and d.ended_at is null
      and ${liesIn('d.street', council, rule.places)} and ${isInside}
    order by d.id`.execute(tx)
  return found.rows
}

/** They have a street and no position: inside is whose street has a home inside. */
async function organisationsIn(tx: Tx, { council, rule, inside }: Asked) {
  const { places, kinds = [] } = rule
  const ofKind = kinds.length === 0 ? sql`true` : sql`o.kind = any (${kinds}::text[])`
  const isInside = inside
    ? sql`o.place in (select d.street from dwellings d
        where d.council = ${council} and d.id = any (${[...inside.homes]}::uuid[]))`
    : sql`true`
  const found = await sql<Candidate>`
    select o.id as subject, 'organisation' as kind, o.place, o.phone is not null as "canRing",
      null as excuse
    from organisations o where o.council = ${council} and ${liesIn('o.place', council, places)}
      and ${ofKind} and ${isInside}
    order by o.id`.execute(tx)
  return found.rows
}

/** No places means everywhere. */
export function liesIn(
  column: string,
  council: string,
  places: readonly Id[],
): RawBuilder<boolean> {
  if (places.length === 0) return sql<boolean>`true`
  return sql<boolean>`${sql.ref(column)} in (
    select id from places where council = ${council} and path && ${[...places]}::uuid[])`
}

/** People whom a rule wants, as an SQL condition on `people p`; a list may name a joined record. */
function wantedByRule({ council, rule, inside, now }: Asked): RawBuilder<boolean> {
  const isListed =
    rule.lists.length === 0 && rule.area !== undefined
      ? sql`true`
      : sql`p.id in (select q.root from list_entries l
          join people q on q.council = l.council and q.id = l.person
          where l.council = ${council} and l.state = 'loaded' and l.dropped_by is null
            and l.list = any (${rule.lists}::text[]))`
  const isInside = inside
    ? sql`(p.dwelling = any (${[...inside.homes]}::uuid[])
        or p.id = any (${[...inside.people]}::uuid[]))`
    : sql`true`
  return sql<boolean>`p.merged_into is null and p.erased_at is null and ${isListed}
    and ${isInside} and ${suits(council, rule, now)}
    and ${liesIn('p.place', council, rule.places)}`
}

/** These people as they would join now, whatever a rule says. */
export function candidatesOf(
  tx: Tx,
  ask: Pick<CohortAsk, 'council' | 'now'>,
  people: readonly Id[],
): Promise<readonly Candidate[]> {
  return candidates(tx, ask, sql<boolean>`p.id = any (${[...people]}::uuid[])`)
}

/** Marks, ages and the other campaign. Whose birth date is not known is of every age. */
export function suits(council: string, rule: CohortRule, now: number): RawBuilder<boolean> {
  const today = londonDate(now)
  const { ageFrom, ageTo, notReachedIn } = rule
  const isOld = sql`p.born <= ${today}::date - make_interval(years => ${ageFrom ?? 0})`
  const isYoung = sql`p.born > ${today}::date - make_interval(years => ${(ageTo ?? 0) + 1})`
  return sql<boolean>`p.flags @> ${rule.withFlags}::text[]
    and not p.flags && ${rule.withoutFlags}::text[]
    and (p.born is null or (${ageFrom === undefined ? sql`true` : isOld}
      and ${ageTo === undefined ? sql`true` : isYoung}))
    and ${notReachedIn === undefined ? sql`true` : notReached(council, notReachedIn, now)}`
}

function notReached(council: string, campaign: Id, now: number): RawBuilder<boolean> {
  return sql<boolean>`p.id not in (select q.root from members m
    join people q on q.council = m.council and q.id = m.subject
    where m.council = ${council} and m.campaign = ${campaign} and m.state = 'reached'
      and (m.until is null or m.until > ${new Date(now)})
      and m.round = (select r.id from rounds r where r.council = m.council
        and r.campaign = m.campaign order by r.number desc limit 1))`
}

/** What is out where they live; null where nobody said that anything is. */
export function worksWhere(row: 'p' | 'm', at: Date): RawBuilder<unknown> {
  const [council, place] = [sql`${sql.ref(`${row}.council`)}`, sql`${sql.ref(`${row}.place`)}`]
  const parts = (['landline', 'mobile', 'road'] as const).map(service => {
    const out = isOut(sql`${service}::text`, { council, place, at })
    return sql`${service}::text, case when ${out} then 'out' else 'works' end`
  })
  return sql`case when exists (select from works_now x where x.council = ${council}
    and x.state = 'out') then jsonb_build_object(${sql.join(parts)}) end`
}

export async function candidates(
  tx: Tx,
  { council, now }: Pick<CohortAsk, 'council' | 'now'>,
  condition: RawBuilder<boolean>,
): Promise<readonly Candidate[]> {
  const found = await sql<Candidate>`
    select p.id as subject, 'person' as kind, p.place,
      not p.flags && ${[...hardStops]}::text[] and exists (
        select from contact_points k where k.council = p.council and k.person = p.id
          and k.kind in ('mobile', 'landline') and k.state in ('untested', 'works')) as "canRing",
      case when p.flags && array['deceased-reported', 'deceased-confirmed'] then 'died'
        when p.flags && array['moved-confirmed'] then 'moved'
        when p.flags && array['no-basis', 'withdrawn'] then 'off-the-list' end as excuse,
      ${worksWhere('p', new Date(now))} as works
    from people p where p.council = ${council} and ${condition}
    order by p.id`.execute(tx)
  return found.rows
}

/** When each of these was last reached by any campaign, in milliseconds since 1970 UTC. */
export async function lastReached(
  tx: Tx,
  council: string,
  subjects: readonly Id[],
): Promise<ReadonlyMap<Id, number>> {
  const found = await sql<{ subject: Id; at: Date }>`
    select w.id as subject, max(a.happened_at) as at
    from unnest(${[...subjects]}::uuid[]) as w (id)
    left join people p on p.council = ${council} and p.root = w.id
    join attempts a on a.council = ${council} and a.subject = coalesce(p.id, w.id)
      and a.is_attempt and not a.is_doubted and a.outcome = any (${reachedBy}::text[])
    group by w.id`.execute(tx)
  return new Map(found.rows.map(({ subject, at }) => [subject, at.getTime()]))
}
