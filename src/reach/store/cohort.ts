// Who belongs to a campaign by its rule, at its opening and as lists bring more people?
import { type RawBuilder, sql } from 'kysely'
import type { Draft, Load } from '../../events/index.ts'
import { getPack } from '../../hazards/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { hardStops } from '../../people/index.ts'
import type { Tx } from '../../store/open.ts'
import type { CohortRule } from '../domain/events.ts'
import { type Candidate, excusedAtOnce, joined } from '../domain/join.ts'
import type { CohortState, OpenCampaign } from '../domain/open-campaign.ts'

export const loadCohort: Load<OpenCampaign, CohortState> = async (tx, input, { actor }) => {
  const taken = await tx
    .selectFrom('campaigns')
    .select('id')
    .where('council', '=', actor.council)
    .where('id', '=', input.campaign)
    .executeTakeFirst()
  return {
    state: { isTaken: taken !== undefined, cohort: await cohortOf(tx, input, actor.council) },
    place: null,
  }
}

export type Cohort = Pick<OpenCampaign, 'memberKind' | 'rule'>

/** Everybody, every home or every organisation that a rule names at this moment. */
export async function cohortOf(
  tx: Tx,
  { memberKind, rule }: Cohort,
  council: string,
): Promise<readonly Candidate[]> {
  if (memberKind === 'dwelling') return dwellingsIn(tx, council, rule.places)
  if (memberKind === 'organisation') return organisationsIn(tx, council, rule)
  return candidates(tx, council, wantedByRule(council, rule))
}

/** Every home there, listed or not: a flood asks at each door. */
async function dwellingsIn(tx: Tx, council: string, places: readonly Id[]) {
  const found = await sql<Candidate>`
    select d.id as subject, 'dwelling' as kind, d.street as place, false as "canRing",
      null as excuse
    from dwellings d where d.council = ${council} and ${liesIn('d.street', council, places)}
    order by d.id`.execute(tx)
  return found.rows
}

async function organisationsIn(tx: Tx, council: string, { places, kinds = [] }: CohortRule) {
  const ofKind = kinds.length === 0 ? sql`true` : sql`o.kind = any (${kinds}::text[])`
  const found = await sql<Candidate>`
    select o.id as subject, 'organisation' as kind, o.place, o.phone is not null as "canRing",
      null as excuse
    from organisations o where o.council = ${council} and ${liesIn('o.place', council, places)}
      and ${ofKind}
    order by o.id`.execute(tx)
  return found.rows
}

/** No places means everywhere. */
function liesIn(column: string, council: string, places: readonly Id[]): RawBuilder<boolean> {
  if (places.length === 0) return sql<boolean>`true`
  return sql<boolean>`${sql.ref(column)} in (
    select id from places where council = ${council} and path && ${[...places]}::uuid[])`
}

/** People whom a rule wants, as an SQL condition on `people p`; a list may name a joined record. */
function wantedByRule(council: string, rule: CohortRule): RawBuilder<boolean> {
  return sql<boolean>`p.merged_into is null
    and p.id in (select q.root from list_entries l
      join people q on q.council = l.council and q.id = l.person
      where l.council = ${council}
      and l.state = 'loaded' and l.dropped_by is null and l.list = any (${rule.lists}::text[]))
    and p.flags @> ${rule.withFlags}::text[] and not p.flags && ${rule.withoutFlags}::text[]
    and ${liesIn('p.place', council, rule.places)}`
}

async function candidates(
  tx: Tx,
  council: string,
  condition: RawBuilder<boolean>,
): Promise<readonly Candidate[]> {
  const found = await sql<Candidate>`
    select p.id as subject, 'person' as kind, p.place,
      not p.flags && ${[...hardStops]}::text[] and exists (
        select from contact_points k where k.council = p.council and k.person = p.id
          and k.kind in ('mobile', 'landline') and k.state in ('untested', 'works')) as "canRing",
      case when p.flags && array['deceased-reported', 'deceased-confirmed'] then 'died'
        when p.flags && array['moved-confirmed'] then 'moved'
        when p.flags && array['no-basis', 'withdrawn'] then 'off-the-list' end as excuse
    from people p where p.council = ${council} and ${condition}
    order by p.id`.execute(tx)
  return found.rows
}

export type Listed = { readonly list: string; readonly people: readonly Id[]; readonly now: number }

/**
 * Drafts that bring newly listed people into every open campaign whose rule names the list.
 * People who are members of the round already are left as they are. Call it after the people's
 * own events were appended, so that their rows are there.
 */
export async function cohortDrafts(tx: Tx, council: string, listed: Listed): Promise<Draft[]> {
  const campaigns = await campaignsNaming(tx, council, listed.list)
  const drafts: Draft[] = []
  for (const campaign of campaigns) {
    const people = await candidates(tx, council, newTo(council, campaign, listed.people))
    const pack = getPack(campaign.pack, campaign.pack_version)
    const { list, now } = listed
    const joining = { campaign: campaign.id, round: campaign.round, pack, list, now }
    drafts.push(...people.map(one => joined(one, joining)))
    drafts.push(...people.flatMap(one => excusedAtOnce(one, joining)))
  }
  return drafts
}

/** Is there an open campaign that names the list? */
export async function takesIn(tx: Tx, council: string, list: string): Promise<boolean> {
  return (await campaignsNaming(tx, council, list)).length > 0
}

function campaignsNaming(tx: Tx, council: string, list: string) {
  return tx
    .selectFrom('campaigns as c')
    .innerJoin('rounds as r', join =>
      join.onRef('r.council', '=', 'c.council').onRef('r.campaign', '=', 'c.id'),
    )
    .select(['c.id', 'r.id as round', 'c.pack', 'c.pack_version', 'c.with_flags'])
    .select(['c.without_flags', 'c.places'])
    .where('c.member_kind', '=', 'person')
    .where('c.council', '=', council)
    .where(sql<boolean>`${list} = any (c.lists)`)
    .where(sql<boolean>`r.number = (select max(number) from rounds x
      where x.council = c.council and x.campaign = c.id)`)
    .execute()
}

type Open = { round: string; with_flags: string[]; without_flags: string[]; places: string[] }

function newTo(council: string, campaign: Open, people: readonly Id[]): RawBuilder<boolean> {
  return sql<boolean>`p.id = any (${[...people]}::uuid[]) and p.merged_into is null
    and p.flags @> ${campaign.with_flags}::text[]
    and not p.flags && ${campaign.without_flags}::text[]
    and ${liesIn('p.place', council, campaign.places)}
    and not exists (select from members m where m.council = p.council
      and m.round = ${campaign.round} and m.subject = p.id)`
}
