// Who is on a list now, and as which member of a campaign is each of them known?
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export async function listedPeople(tx: Tx, council: string, list: string): Promise<Id[]> {
  const found = await sql<{ person: Id }>`select distinct person from list_entries
    where council = ${council} and list = ${list} and state = 'loaded' and dropped_by is null
      and person is not null`.execute(tx)
  return found.rows.map(({ person }) => person)
}

export type KnownMember = {
  readonly nhs: string
  readonly person: Id
  readonly place: Id | null
  readonly member: Id
  readonly contacts: readonly { readonly id: Id; readonly value: string }[]
}

/** Members of a campaign with the number that their list gave them. */
export async function membersByNumber(
  tx: Tx,
  council: string,
  campaign: Id,
): Promise<ReadonlyMap<string, KnownMember>> {
  const found = await sql<KnownMember>`
    select p.nhs, p.id as person, p.place, m.id as member, coalesce((
      select jsonb_agg(jsonb_build_object('id', k.id, 'value', k.value) order by k.id)
      from contact_points k where k.council = p.council and k.person = p.id), '[]') as contacts
    from members m join people p on p.council = m.council and p.id = m.subject
    where m.council = ${council} and m.campaign = ${campaign} and p.nhs is not null`.execute(tx)
  return new Map(found.rows.map(row => [row.nhs, row]))
}
