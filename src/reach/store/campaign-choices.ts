// What may a campaign be made of here: which lists, which villages, and who may answer for it?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import { areasOf } from '../../areas/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { placesWithin } from '../../places/index.ts'
import type { Tx } from '../../store/open.ts'
import { callersOf } from './call-shares.ts'

export type Named = { readonly id: Id; readonly name: string }

export type CampaignChoices = {
  /** Codes of the lists that people are on, with how many people each names now. */
  readonly lists: readonly { readonly code: string; readonly people: number }[]
  readonly villages: readonly Named[]
  readonly owners: readonly Named[]
  readonly areas: readonly Named[]
  /** Newest first. */
  readonly campaigns: readonly Named[]
  /** Who may ring people now. */
  readonly callers: readonly Named[]
}

export async function campaignChoices(tx: Tx, scope: Scope, now: number): Promise<CampaignChoices> {
  const lists = await sql<{ code: string; people: number }>`
    select l.list as code, count(distinct l.person)::int as people from list_entries l
    where l.council = ${scope.council} and l.state = 'loaded' and l.dropped_by is null
    group by l.list order by l.list`.execute(tx)
  const villages = await placesWithin(tx, scope, { kind: 'village', within: null })
  const areas = (await areasOf(tx, scope.council)).map(one => ({ id: one.area, name: one.name }))
  const callers = await callersOf(tx, scope.council, now)
  return {
    ...{ lists: lists.rows, villages, areas },
    owners: await ownersOf(tx, scope, now),
    campaigns: await campaignsNamed(tx, scope.council),
    callers: callers.map(({ user, name }) => ({ id: user, name })),
  }
}

async function campaignsNamed(tx: Tx, council: string): Promise<readonly Named[]> {
  const found = await sql<Named>`select id, coalesce(title, pack) as name from campaigns
    where council = ${council} order by opened_at desc, id limit 200`.execute(tx)
  return found.rows
}

/** People who run campaigns now, for the whole council. */
export async function ownersOf(tx: Tx, scope: Scope, now: number): Promise<readonly Named[]> {
  const at = new Date(now)
  const found = await sql<Named>`select distinct u.id, u.name from users u
    join grants g on g.council = u.council and g.user_id = u.id and g.place is null
      and g.role in ('hub-manager', 'officer')
      and g.starts_at <= ${at} and (g.ends_at is null or g.ends_at > ${at})
    where u.council = ${scope.council} and u.disabled_at is null and u.name is not null
    order by u.name, u.id`.execute(tx)
  return found.rows
}
