// As which member of a campaign is each invented person known, and by which numbers?
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

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
