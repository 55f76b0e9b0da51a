// What must be known of a call before its answers can be read? Little: the page showed the rest.
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

export type Rung = {
  readonly member: Id
  readonly person: Id
  readonly packId: string
  readonly packVersion: number
  readonly flags: readonly string[]
  readonly phones: readonly { readonly id: Id; readonly state: string }[]
}

export async function findRung(tx: Tx, scope: Scope, member: Id): Promise<Rung | undefined> {
  const found = await sql<Rung>`
    select m.id as member, p.id as person, c.pack as "packId",
      c.pack_version as "packVersion", p.flags,
      array(select json_build_object('id', k.id, 'state', k.state) from contact_points k
        where k.council = p.council and k.person = p.root
          and k.kind in ('mobile', 'landline')) as phones
    from members m
    join campaigns c on c.council = m.council and c.id = m.campaign
    join people p on p.council = m.council and p.id = m.subject
    where m.council = ${scope.council} and m.id = ${member}
      and ${inScope(scope, 'm.place')}`.execute(tx)
  return found.rows[0]
}
