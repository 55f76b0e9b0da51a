// What may a campaign be made of here: which lists, which villages, and who may answer for it?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { placesWithin } from '../../places/index.ts'
import type { Tx } from '../../store/open.ts'

export type Named = { readonly id: Id; readonly name: string }

export type CampaignChoices = {
  /** Codes of the lists that people are on, with how many people each names now. */
  readonly lists: readonly { readonly code: string; readonly people: number }[]
  readonly villages: readonly Named[]
  readonly owners: readonly Named[]
}

export async function campaignChoices(tx: Tx, scope: Scope, now: number): Promise<CampaignChoices> {
  const lists = await sql<{ code: string; people: number }>`
    select l.list as code, count(distinct l.person)::int as people from list_entries l
    where l.council = ${scope.council} and l.state = 'loaded' and l.dropped_by is null
    group by l.list order by l.list`.execute(tx)
  const villages = await placesWithin(tx, scope, { kind: 'village', within: null })
  return { lists: lists.rows, villages, owners: await ownersOf(tx, scope, now) }
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
