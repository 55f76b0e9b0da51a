// Whom did the shielded list bring, with a phone and a date of birth? In an order of their own.
import { sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export type KnownPerson = {
  readonly id: Id
  readonly given: string
  readonly family: string
  readonly born: string
  readonly address: string
  readonly postcode: string
  readonly phone: string
}

export async function knownPeople(tx: Tx, council: string, most: number): Promise<KnownPerson[]> {
  const found = await sql<KnownPerson>`
    select p.id, p.given, p.family, to_char(p.born, 'YYYY-MM-DD') as born, p.address, p.postcode,
      (select min(c.value) from contact_points c
        where c.council = p.council and c.belongs_to = p.id and c.kind <> 'email') as phone
    from people p
    where p.council = ${council} and p.source = 'spl' and p.born is not null and p.given <> ''
      and p.flags = '{}' and exists (select from contact_points c
        where c.council = p.council and c.belongs_to = p.id and c.kind <> 'email')
    order by p.nhs, p.id limit ${most}`.execute(tx)
  return found.rows
}
